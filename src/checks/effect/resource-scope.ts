import type { Action, PolicyDocument, Statement } from "../../policy/document.js";
import { isStar, type ActionPattern } from "../../policy/pattern.js";
import { isKnownText } from "../../policy/placeholder.js";
import { isEveryUri, resourceElements } from "../../policy/resource.js";
import type { Value } from "../../policy/value.js";

/** The resources that a statement applies to: all of a type, specific ones, or unknown ones. */
export type ResourceScope = "every" | "some" | "unknown";

/** An action that is allowed on every resource. */
export interface UnrestrictedGrant {
  readonly action: Action;
  readonly pattern: ActionPattern;
  readonly statement: Statement;
}

/**
 * The actions and patterns that a policy allows on every resource, except those that span services. Conditions are
 * ignored: they limit who may act and when, not on which resources.
 */
export function unrestrictedGrants({ statements }: PolicyDocument): readonly UnrestrictedGrant[] {
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

/** The scope of a statement with this Resource. */
export function resourceScopeOf(resource: Value | undefined): ResourceScope {
  if (resource === undefined || hasUnrestrictedElement(resource)) {
    return "every";
  }
  const elements = resourceElements(resource);
  return elements.length > 0 && elements.every((element) => element.kind === "string" && isKnownText(element))
    ? "some"
    : "unknown";
}

/**
 * Whether an element of a Resource matches all resources of a type: `*`, or a URI whose path is `*`, such as
 * `/iam/agencies/*` and `obs:*:*:bucket:*` (facts.md#resources-that-mean-all).
 */
function hasUnrestrictedElement(resource: Value): boolean {
  return resourceElements(resource)
    .filter((element) => element.kind === "string")
    .filter(isKnownText)
    .some(({ value }) => isEveryUri(value) || isStar(pathOf(value)));
}

/** The last part of a URI, which names the resource itself. */
function pathOf(uri: string): string {
  return uri.includes(":") ? uri.split(":").slice(4).join(":") : uri.replace(/^\/iam\/agencies\//iu, "");
}
