import type { Cloud } from "./cloud.js";
import { memoize } from "../text/memoize.js";
import { isWithin, type Range } from "../text/range.js";
import { truncate } from "../text/wording.js";
import type { GrantSite, RoleLevel } from "./grant-site.js";
import { statementKeys } from "./keys.js";
import { parsePattern, type ActionPattern } from "./pattern.js";
import { isKnownText } from "./placeholder.js";
import { isEveryResource } from "./resource.js";
import type { WrittenRole } from "./role.js";
import {
  isNull,
  findMember,
  listedValues,
  memberOf,
  possibleValues,
  type ListPlace,
  type ObjectValue,
  type PolicyString,
  type Value,
} from "./value.js";

/** Version of the policy language: role, custom policy, identity policy (facts.md#language-versions). */
export type Dialect = "1.0" | "1.1" | "5.0";

export interface PolicyDocument extends RoleFacts {
  /** `other`: a policy of ours by all but its version, which none of them has. */
  readonly dialect: Dialect | "other";
  readonly range: Range;
  /** The policy as it is written, with what no policy should have in it. */
  readonly value: ObjectValue;
  readonly statements: readonly Statement[];
  /** The other file that the whole policy is written in, when this one only mentions it. */
  readonly origin?: string;
  /** False when there may be statements besides these. */
  readonly hasAllStatements: boolean;
  /** False when a statement, or what one grants, is not known. */
  readonly isComplete: boolean;
}

/** What a carrier knows of the role that holds a policy. */
export interface RoleFacts {
  /** The only cloud that the carrier is for. */
  readonly cloud?: Cloud;
  readonly level?: RoleLevel;
  /** Where the role is assigned, as far as this file says so. */
  readonly grantSites: readonly GrantSite[];
  /** The role as it is written, where it is sent to the cloud. */
  readonly role?: WrittenRole;
  /** The only version of the language that the carrier takes. */
  readonly takes?: Dialect;
  /** Whether the cloud gets what is written as it is: nothing on the way can add to it or take from it. */
  readonly isVerbatim?: boolean;
}

export type Effect = "Allow" | "Deny";

export interface Statement {
  readonly range: Range;
  /** The statement as it is written. */
  readonly value: ObjectValue;
  /** `undefined`: not known, or neither of the two. */
  readonly effect: Effect | undefined;
  readonly actions: readonly Action[];
  readonly notActions: readonly Action[];
  readonly resource: Value | undefined;
  readonly condition: Value | undefined;
  /** False when a condition that is not known decides whether the statement is there. */
  readonly isCertain: boolean;
  /** False when the effect or an action is not known. */
  readonly isComplete: boolean;
}

/** An action or action pattern as it stands in a statement. */
export interface Action {
  readonly string: PolicyString;
  /** As the cloud compares it: without case and the blanks around it. */
  readonly text: string;
  /** `undefined` when the text has not the form of an action. */
  readonly pattern: ActionPattern | undefined;
  /** Where it stands in a list; `undefined` for a lone string. */
  readonly place: ListPlace | undefined;
  /** False when a condition that is not known decides whether the action is there. */
  readonly isCertain: boolean;
}

/** Reads a policy object. Parts that are not known are left out and make the document incomplete. */
export function readDocument(
  policy: ObjectValue,
  dialect: PolicyDocument["dialect"],
  role: Partial<RoleFacts> = {},
): PolicyDocument {
  const list = memberOf(policy, "Statement");
  const elements = listedValues(list).map(({ value }) => value);
  const statements = elements.flatMap((element) =>
    possibleValues(element)
      .filter((possible) => possible.kind === "object")
      .map((statement) => readStatement(statement, isCertainIn(list, element))),
  );
  const hasAllStatements =
    policy.isComplete &&
    (list?.kind === "array" || list?.kind === "object") &&
    elements.every((element) => element.kind === "object");
  return {
    grantSites: [],
    ...role,
    dialect,
    range: policy.range,
    value: policy,
    ...(policy.origin === undefined ? {} : { origin: policy.origin }),
    statements,
    hasAllStatements,
    isComplete: hasAllStatements && statements.every((statement) => statement.isComplete),
  };
}

/** Of a choice, each branch is known and which of them is taken is not. */
function isCertainIn(list: Value | undefined, element: Value): boolean {
  return list?.kind !== "choice" && element.kind !== "choice";
}

function readStatement(statement: ObjectValue, isCertain: boolean): Statement {
  const effect = readEffect(memberOf(statement, "Effect"));
  const [action, notAction] = [memberOf(statement, "Action"), memberOf(statement, "NotAction")];
  const actions = readActions(action);
  const notActions = readActions(notAction);
  return {
    range: statement.range,
    value: statement,
    effect,
    actions: actions.known,
    notActions: notActions.known,
    resource: withoutNull(memberOf(statement, "Resource")),
    condition: withoutNull(memberOf(statement, "Condition")),
    isCertain,
    isComplete:
      statement.isComplete &&
      effect !== undefined &&
      (action ?? notAction) !== undefined &&
      actions.areAll &&
      notActions.areAll,
  };
}

/** The cloud itself prints `null` for what a statement does not have (API reference of IAM, role queries). */
function withoutNull(value: Value | undefined): Value | undefined {
  return isNull(value) ? undefined : value;
}

/** The effect as the author means it: case and blanks are the matter of another check (IAM.1029). */
export function readEffect(value: Value | undefined): Effect | undefined {
  const text = value?.kind === "string" ? value.value.trim().toLowerCase() : undefined;
  return text === "allow" ? "Allow" : text === "deny" ? "Deny" : undefined;
}

function readActions(value: Value | undefined): { known: Action[]; areAll: boolean } {
  const known: Action[] = [];
  const elements = listedValues(value);
  const isOneList = value?.kind !== "choice";
  let areCertain = true;
  for (const { value: element, place } of elements) {
    const isCertain = isOneList && element.kind !== "choice";
    areCertain &&= isCertain;
    for (const string of possibleValues(element)) {
      const pattern = string.kind === "string" ? parsePattern(string.value) : undefined;
      if (string.kind === "string" && (pattern ?? isKnownText(string))) {
        const text = pattern?.text ?? string.value.trim().toLowerCase();
        known.push({ string, text, pattern, place, isCertain });
      }
    }
  }
  return { known, areAll: areCertain && known.length === elements.length };
}

/** The place that says what the statement's effect is. */
export function effectRangeOf({ value, range }: Statement): Range {
  const member = findMember(value, "Effect");
  if (!member) {
    return range;
  }
  const effect = member.value;
  return effect.kind === "string" && isWithin(effect.range, member.range) ? effect.contentRange : member.range;
}

/** Where a statement names an action: the action itself, or the mention of a constant that holds it. */
export function referenceRange({ string, place }: Action): Range {
  const slot = place?.slots[place.index];
  return slot && !isWithin(string.range, slot) ? slot : string.contentRange;
}

/** An action for a message: `"ims:images:list"`, `"ims:images:list" (in actions.ts)`. */
export function quoteAction({ string }: Action): string {
  const text = string.value.trim();
  const quoted = `"${truncate(text, text.includes("*") ? 40 : undefined)}"`;
  return string.origin === undefined ? quoted : `${quoted} (in ${truncate(string.origin, 30)})`;
}

/** Every action and pattern that the document names, whether allowed, denied or excepted. */
export const actionsOf = memoize(({ statements }: PolicyDocument): readonly Action[] =>
  statements.flatMap(({ actions, notActions }) => [...actions, ...notActions]),
);

/** Whether the statement holds for every resource and at every time. */
export function isUnconditional(statement: Statement): boolean {
  return hasOnlyKnownKeys(statement) && statement.condition === undefined && isEveryResource(statement.resource);
}

/** Any other key, such as `NotResource` of another cloud, may be meant to narrow what it says; a name does not. */
const keysOfKnownMeaning = new Set([...statementKeys, "Sid"]);

/** Whether nothing but its documented parts says what the statement is about. */
export function hasOnlyKnownKeys({ value }: Statement): boolean {
  return value.isComplete && value.members.every(({ key }) => keysOfKnownMeaning.has(key));
}
