import type { Action, PolicyDocument, Statement } from "../../policy/document.js";
import { isStar, type ActionPattern } from "../../policy/pattern.js";
import { isKnownText } from "../../policy/placeholder.js";
import { memberOf, type PolicyString, type Value } from "../../policy/value.js";

/** How far a Resource reaches: over every resource of a type, over some that it names, or nobody knows. */
export type ResourceScope = "every" | "some" | "unknown";

/** An action that is allowed on every resource. */
export interface GrantOnEveryResource {
  readonly action: Action;
  readonly pattern: ActionPattern;
  readonly statement: Statement;
}

/**
 * The actions and patterns that a policy allows on every resource, without those over all services. A condition
 * says who may use them and when, and not how far they reach.
 */
export function grantsOnEveryResource({ statements }: PolicyDocument): readonly GrantOnEveryResource[] {
  return statements
    .filter(
      ({ effect, resource, value }) => effect === "Allow" && value.isComplete && resourceScopeOf(resource) === "every",
    )
    .flatMap((statement) =>
      statement.actions.flatMap((action) => {
        const { pattern } = action;
        return pattern && !pattern.service.includes("*") ? [{ action, pattern, statement }] : [];
      }),
    );
}

/** How far a statement with this Resource reaches. */
export function resourceScopeOf(resource: Value | undefined): ResourceScope {
  if (resource === undefined || wideElement(resource)) {
    return "every";
  }
  const elements = elementsOf(resource);
  return elements.length > 0 && elements.every((element) => element.kind === "string" && isKnownText(element))
    ? "some"
    : "unknown";
}

/**
 * The first element of a Resource that names all of a kind: `*`, or a star for the path of a URI, as in
 * `/iam/agencies/*` and `obs:*:*:bucket:*` (facts: policy-language 1.8, real-policies 2.2).
 */
export function wideElement(resource: Value): PolicyString | undefined {
  return elementsOf(resource)
    .filter((element) => element.kind === "string")
    .filter(isKnownText)
    .find(({ value }) => isStar(value) || isStar(pathOf(value)));
}

/** What a URI names, without what it is a part of. */
function pathOf(uri: string): string {
  return uri.includes(":") ? uri.split(":").slice(4).join(":") : uri.replace(/^\/iam\/agencies\//iu, "");
}

/** The URIs of either form, `[...]` and `{ "uri": [...] }`; none where the form is another. */
function elementsOf(resource: Value | undefined): readonly Value[] {
  switch (resource?.kind) {
    case "object":
      return resource.isComplete ? elementsOf(memberOf(resource, "uri")) : [];
    case "array":
      return resource.elements;
    case "string":
      return [resource];
    default:
      return [];
  }
}
