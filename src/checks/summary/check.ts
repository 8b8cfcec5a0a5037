import type { Problem } from "../../edit/problem.js";
import type { PolicyDocument } from "../../policy/document.js";
import type { PolicyContext } from "../policy-context.js";
import type { Summary } from "./summary.js";

/** A check of a policy: most policies are clean, so each check says first when there is anything to look for. */
export interface Check<Id extends string = string> {
  /** Whether a policy with this summary may have problems. Without one that it may have, nothing else is asked. */
  readonly when: (summary: Summary) => boolean;
  readonly problems: (policy: PolicyDocument, context: PolicyContext) => readonly Problem<Id>[];
}
