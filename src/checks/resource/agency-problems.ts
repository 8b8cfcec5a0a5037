import { truncate } from "../../text/wording.js";
import { assumingActions } from "../../policy/dialects.js";
import type { Statement } from "../../policy/document.js";
import { covers, parsePattern } from "../../policy/pattern.js";
import { placeholderIndex } from "../../policy/placeholder.js";
import { isEveryUri } from "../../policy/resource.js";
import type { Problem } from "../../edit/problem.js";
import { replaceString } from "../../edit/strings.js";
import type { Resource, Resources } from "./resources.js";

export type AgencyProblemId = "agencyInList" | "notAgency" | "notAgencyAction" | "replace";

const assumePatterns = assumingActions.map(parsePattern).filter((pattern) => pattern !== undefined);

/** Resources in the object form that are not agencies, and actions for which this form is not documented (IAM.1038). */
export function agencyProblems({ uris }: Resources, { actions }: Statement): readonly Problem<AgencyProblemId>[] {
  const others = actions.filter(({ pattern }) => pattern && !assumePatterns.some((action) => covers(pattern, action)));
  return [
    ...uris.filter(isNotAgency).map(notAgency),
    ...others.map((action) => ({
      range: action.string.contentRange,
      id: "notAgencyAction" as const,
      data: { action: truncate(action.string.value.trim()) },
    })),
  ];
}

/** Agencies in a list, which accepts five-part resources only. Skipped for carriers that have no object form. */
export function agenciesInList({ uris, allowsObject }: Resources): readonly Problem<AgencyProblemId>[] {
  return uris
    .filter(({ string }) => allowsObject && isAgency(string.value))
    .map(({ string }) => ({ range: string.contentRange, id: "agencyInList", data: { uri: truncate(string.value) } }));
}

/** Whether a resource has the prefix of an agency. */
export function isAgency(uri: string): boolean {
  return /^\/iam\/agencies\/[^/]/iu.test(uri);
}

/**
 * Only the prefix is checked: documented examples have IDs and names of many kinds, such as `xxxxx` and `{Agency ID}`.
 */
function isNotAgency({ string }: Resource): boolean {
  const isKnownFromStart = placeholderIndex(string.value.slice(0, "/iam/agencies/".length)) < 0;
  return !isEveryUri(string.value) && isKnownFromStart && !isAgency(string.value);
}

function notAgency({ string }: Resource): Problem<AgencyProblemId> {
  const { value, contentRange } = string;
  // A bare ID or name, or one with a prefix similar to the documented one.
  const name = /^(?:\/?iam\/\w+\/)?(?<name>[\w-]+)$/iu.exec(value)?.groups?.["name"];
  const text = name && `/iam/agencies/${name}`;
  return {
    range: contentRange,
    id: "notAgency",
    data: {
      uri: truncate(value),
      advice: value.includes(":")
        ? 'Put other resources in a separate statement: "Resource": ["..."].'
        : `Write "${truncate(text ?? "/iam/agencies/<id>")}".`,
    },
    edits: text === undefined ? [] : replaceString(string, text),
  };
}
