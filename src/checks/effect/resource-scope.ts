import type { Action, PolicyDocument, Statement } from "../../policy/document.js";
import { isStar, type ActionPattern } from "../../policy/pattern.js";
import { isKnownText } from "../../policy/placeholder.js";
import { isEveryUri, resourceElements } from "../../policy/resource.js";
import type { Value } from "../../policy/value.js";

/** The resources that a statement is about: all of a type, some that it names, or nobody knows. */
export type ResourceScope = "every" | "some" | "unknown";

/** An action that is allowed on every resource. */
export interface GrantOnEveryResource {
  readonly action: Action;
  readonly pattern: ActionPattern;
  readonly statement: Statement;
}

/**
 * The actions and patterns that a policy allows on every resource, without those over all services. A condition
 * says who may use them and when, and not on which resources.
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

/** Whether a statement with this Resource is about every resource of a type. */
export function resourceScopeOf(resource: Value | undefined): ResourceScope {
  if (resource === undefined || hasWideElement(resource)) {
    return "every";
  }
  const elements = resourceElements(resource);
  return elements.length > 0 && elements.every((element) => element.kind === "string" && isKnownText(element))
    ? "some"
    : "unknown";
}

/**
 * Whether an element of a Resource means all of a kind: `*`, or a star for the path of a URI, as in
 * `/iam/agencies/*` and `obs:*:*:bucket:*` (facts.md#resources-that-mean-all).
 */
function hasWideElement(resource: Value): boolean {
  return resourceElements(resource)
    .filter((element) => element.kind === "string")
    .filter(isKnownText)
    .some(({ value }) => isEveryUri(value) || isStar(pathOf(value)));
}

/** The last part of a URI, which names the resource itself. */
function pathOf(uri: string): string {
  return uri.includes(":") ? uri.split(":").slice(4).join(":") : uri.replace(/^\/iam\/agencies\//iu, "");
}
