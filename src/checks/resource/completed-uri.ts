import { resourceService, resourceTypeOf } from "../../policy/resource-types.js";

/**
 * The five-part resource that a shorter string most likely means; `undefined` if it is ambiguous.
 *
 * @param actionServices the services of the statement's actions, in lower case
 */
export function completedUri(text: string, actionServices: readonly string[]): string | undefined {
  const [service = "", ...others] = text.split(":");
  if (others.length === 0) {
    return actionServices.length === 1 && actionServices[0] === "obs" && isObsPath(text)
      ? obsUri("obs", text)
      : undefined;
  }
  return (
    withKnownType(service, others) ??
    (service.toLowerCase() === "obs" ? obsUri(service, others.at(-1) ?? "") : undefined) ??
    withPath(service, others)
  );
}

/** An example resource for a message, of the service in question. */
export function exampleUri(text: string, actionServices: readonly string[]): string {
  const [written = ""] = text.split(":");
  const services = [written, ...actionServices, "obs"];
  const service = services.find((name) => resourceService(name.toLowerCase()) !== undefined) ?? "obs";
  return `${service}:*:*:${resourceService(service.toLowerCase())?.types[0] ?? "bucket"}:*`;
}

/** `rds:instance:*`, `modelarts:*:*:trainingJobs/*`: the type comes too early, or is followed by a slash. */
function withKnownType(service: string, others: readonly string[]): string | undefined {
  const place = others.findIndex((part) => resourceTypeOf(service.toLowerCase(), headOf(part)) !== undefined);
  const found = others[place];
  if (found === undefined) {
    return undefined;
  }
  const type = headOf(found);
  const behind = [found.slice(type.length + 1), ...others.slice(place + 1)].filter((part) => part !== "").join(":");
  const [region = "*", domainId = "*"] = place === 2 ? others : [];
  return [service, region, domainId, type, behind || "*"].join(":");
}

/** `obs:*:*:my-bucket/*`: bucket names have no slash, and object paths always begin with their bucket. */
function obsUri(service: string, path: string): string | undefined {
  return isObsPath(path) ? `${service}:*:*:${path.includes("/") ? "object" : "bucket"}:${path}` : undefined;
}

function isObsPath(path: string): boolean {
  return /^[a-z\d][\w*./-]*$/u.test(path);
}

/** Four parts: the path is missing. */
function withPath(service: string, others: readonly string[]): string | undefined {
  const [region = "", domainId = "", last = ""] = others;
  if (others.length !== 3 || !/^[a-z]/iu.test(last)) {
    return undefined;
  }
  const type = headOf(last);
  return [service, region, domainId, type, last.slice(type.length + 1) || "*"].join(":");
}

function headOf(part: string): string {
  return part.split("/")[0] ?? "";
}
