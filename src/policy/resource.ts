import { isStar } from "./pattern.js";
import { memberOf } from "./members.js";
import type { Value } from "./value.js";

/** Whether a statement with this `Resource` applies to all resources: it has none, or lists `*`. */
export function isEveryResource(resource: Value | undefined): boolean {
  return (
    resource === undefined || resourceElements(resource).some((uri) => uri.kind === "string" && isEveryUri(uri.value))
  );
}

/** Whether a URI matches all resources: `*`. Another check judges whitespace around it (IAM.1041). */
export function isEveryUri(uri: string): boolean {
  return isStar(uri.trim());
}

/** The elements of a `Resource` in either form, `[...]` or `{ "uri": [...] }`; none in any other form. */
export function resourceElements(resource: Value | undefined): readonly Value[] {
  switch (resource?.kind) {
    case "object":
      return resource.isComplete ? resourceElements(memberOf(resource, "uri")) : [];
    case "array":
      return resource.elements;
    case "string":
      return [resource];
    default:
      return [];
  }
}
