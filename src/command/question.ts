import type { Tables } from "../catalog/catalog.js";
import { rowsOf } from "../catalog/apis.js";
import type { Cloud } from "../catalog/format.js";
import { identityActionNameOf, parsePattern, type ActionPattern } from "../policy/pattern.js";
import { matchesPart } from "../policy/wildcards.js";
import { apisMatching, parseApiRequest, type ApiRequest } from "./api-request.js";

/** What somebody asks about, as far as the words say. */
export type Question =
  | { readonly kind: "action" | "pattern"; readonly pattern: ActionPattern }
  | { readonly kind: "api"; readonly apis: readonly string[]; readonly request?: ApiRequest }
  | { readonly kind: "words"; readonly words: readonly string[] };

/**
 * Reads a question: an action or pattern, a service alone, an API by method and path or by its title, the message of a
 * refused call with one of these in it, or words to search for.
 */
export function readQuestion(tables: Tables, words: readonly string[], clouds: readonly Cloud[]): Question {
  const text = words.join(" ").trim();
  const pattern = parsePattern(text) ?? ofService(tables, text, clouds) ?? ofVersion5(text);
  if (pattern) {
    return aboutPattern(pattern);
  }
  const titled = apiWithTitle(tables, text, clouds);
  if (titled) {
    return { kind: "api", apis: [titled] };
  }
  const request = parseApiRequest(text);
  if (request) {
    return { kind: "api", apis: apisMatching(tables, request, clouds), request };
  }
  const inText = patternInText(text);
  return inText ? aboutPattern(inText) : { kind: "words", words };
}

/** One with a resource type comes first: `::` stands in IPv6 addresses, too. */
function patternInText(text: string): ActionPattern | undefined {
  const [named] = /(?<![\w:/-])[a-z][\w-]*:[\w*.-]+:[\w*-]+(?![\w:])/iu.exec(text) ?? [];
  const [ofNoType] = /(?<![\w:/-])[a-z][\w-]*::[a-z*][\w*-]*(?![\w:])/iu.exec(text) ?? [];
  return (named === undefined ? undefined : parsePattern(named)) ?? ofVersion5(ofNoType ?? "");
}

function aboutPattern(pattern: ActionPattern): Question {
  return { kind: pattern.hasWildcard ? "pattern" : "action", pattern };
}

/** `sts::decodeAuthorizationMessage`, `iam:users:list?`: forms that only version 5.0 has. */
function ofVersion5(text: string): ActionPattern | undefined {
  return /^[^:]+:[^:]*:[^:]+$/u.test(text) ? identityActionNameOf(text).pattern : undefined;
}

/** `ims`, `ims:*` and `ims:images` stand for all that is in them. */
function ofService(tables: Tables, text: string, clouds: readonly Cloud[]): ActionPattern | undefined {
  const [service = "", resourceType = "*", ...rest] = text.toLowerCase().replace(/:$/u, "").split(":");
  const isKnown = rest.length === 0 && clouds.some((cloud) => tables.catalogOf(cloud).service(service));
  return isKnown ? parsePattern(`${service}:${resourceType}:*`) : undefined;
}

/** As a table has it. Those of OBS name an API by a title: `Listing Buckets`. */
function apiWithTitle(tables: Tables, text: string, clouds: readonly Cloud[]): string | undefined {
  const title = text.toLowerCase();
  const rows = clouds.flatMap((cloud) => rowsOf(tables, cloud).byApi.get(title) ?? []);
  return rows[0]?.row.apis.find((api) => api.toLowerCase() === title);
}

/** The names that a pattern matches in some clouds, in the order of their services. */
export function namesMatching(tables: Tables, pattern: ActionPattern, clouds: readonly Cloud[]): readonly string[] {
  const names = new Map<string, string>();
  for (const cloud of clouds) {
    const catalog = tables.catalogOf(cloud);
    const services = pattern.service.includes("*")
      ? catalog.serviceNames().filter((name) => matchesPart(pattern.service, name))
      : [pattern.service];
    for (const service of services) {
      for (const action of catalog.service(service)?.actions.values() ?? []) {
        const { resourceType, operation, text } = action.pattern;
        if (matchesPart(pattern.resourceType, resourceType) && matchesPart(pattern.operation, operation)) {
          names.set(text, names.get(text) ?? action.name);
        }
      }
    }
  }
  return [...names.values()];
}
