import { isStar } from "./pattern.js";
import { memberOf, type Value } from "./value.js";

/** Whether a statement with this Resource is about all resources: it has none, or names `*` among others. */
export function isEveryResource(resource: Value | undefined): boolean {
  return (
    resource === undefined || resourceElements(resource).some((uri) => uri.kind === "string" && isEveryUri(uri.value))
  );
}

/** Whether a URI stands for all resources: `*`. Whitespace around it is the matter of another check (IAM.1041). */
export function isEveryUri(uri: string): boolean {
  return isStar(uri.trim());
}

/** What a Resource lists in either form, `[...]` and `{ "uri": [...] }`; nothing where the form is another. */
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
