import { ActionList } from "./action-list.js";
import type { Cloud } from "./cloud.js";
import { memoize } from "../text/memoize.js";
import { isWithin, type Range } from "../text/range.js";
import { truncate } from "../text/wording.js";
import type { GrantSite, RoleLevel } from "./grant-site.js";
import { statementKeys } from "./keys.js";
import { kindByKeys, type PolicyKind } from "./kinds.js";
import type { WrittenLabels } from "./labels.js";
import { actionNameOf, identityActionNameOf, type ActionName, type ActionPattern } from "./pattern.js";
import { isEveryResource } from "./resource.js";
import type { WrittenRole } from "./role.js";
import { listedElements } from "./listed.js";
import { findMember, findSetMember, memberOf } from "./members.js";
import { possibleValues } from "./possible-values.js";
import type { ListPlace, ObjectValue, PolicyString, Value } from "./value.js";

/** The version of the policy language: role, custom policy or identity policy (facts.md#language-versions). */
export type Dialect = "1.0" | "1.1" | "5.0";

export interface PolicyDocument extends RoleFacts {
  /** `other`: a policy of these clouds by its statements, with a version that none of them has. */
  readonly dialect: Dialect | "other";
  readonly range: Range;
  /** The policy as it is written, including unknown keys. */
  readonly value: ObjectValue;
  readonly statements: readonly Statement[];
  /** The other file that the policy is written in, if this one only references it. */
  readonly origin?: string;
  /** False if there may be other statements. */
  readonly hasAllStatements: boolean;
  /** False if a statement, or a part of one, is not known. */
  readonly isComplete: boolean;
}

/** Facts that a carrier knows about the role of a policy. */
export interface RoleFacts {
  /** The only cloud that the carrier is for. */
  readonly cloud?: Cloud;
  readonly level?: RoleLevel;
  /** The assignments of the role in this file. */
  readonly grantSites: readonly GrantSite[];
  /** The role as it is written, if it is sent to the cloud. */
  readonly role?: WrittenRole;
  /** What a policy of version 5.0 is called in each of its resources or requests. */
  readonly labels?: readonly WrittenLabels[];
  /** The only version of the language that the carrier takes. */
  readonly takes?: Dialect;
  /** The kind of a policy of version 5.0: that of its carrier, else the one that its keys show; `undefined` if none does. */
  readonly kind?: PolicyKind | undefined;
  /** Whether the cloud receives the policy exactly as it is written, with nothing added or removed on the way. */
  readonly isVerbatim?: boolean;
  /** Whether the policy has keys such as `statement`, which the cloud does not know. They are read as what they mean. */
  readonly hasMiscasedKeys?: boolean;
}

export type Effect = "Allow" | "Deny";

export interface Statement {
  readonly range: Range;
  /** The statement as it is written. */
  readonly value: ObjectValue;
  /** `undefined` if it is not known, or neither of the two. */
  readonly effect: Effect | undefined;
  readonly actions: readonly Action[];
  readonly notActions: readonly Action[];
  /** The names of both, in their order: what most policies need to be known by. */
  readonly names: readonly ActionName[];
  readonly resource: Value | undefined;
  readonly condition: Value | undefined;
  /** False if the statement depends on a condition that is not known. */
  readonly isCertain: boolean;
  /** False if the effect or an action is not known. */
  readonly isComplete: boolean;
}

/** An action or action pattern of a statement. */
export interface Action {
  readonly string: PolicyString;
  readonly name: ActionName;
  /** The action as the cloud compares it: in lower case, without surrounding whitespace. */
  readonly text: string;
  /** `undefined` if the string is not an action or pattern. */
  readonly pattern: ActionPattern | undefined;
  /** Its place in a list; `undefined` for a lone string. */
  readonly place: ListPlace | undefined;
  /** False if the action depends on a condition that is not known. */
  readonly isCertain: boolean;
}

/** Reads a policy object. Parts that are not known are omitted, and make the document incomplete. */
export function readDocument(
  policy: ObjectValue,
  dialect: PolicyDocument["dialect"],
  role: Partial<RoleFacts> = {},
): PolicyDocument {
  const list = memberOf(policy, "Statement");
  const elements = listedElements(list);
  const nameOf = dialect === "5.0" ? identityActionNameOf : actionNameOf;
  const statements: Statement[] = [];
  for (const element of elements) {
    for (const possible of possibleValues(element)) {
      if (possible.kind === "object") {
        statements.push(new ReadStatement(possible, isCertainIn(list, element), nameOf));
      }
    }
  }
  const hasAllStatements =
    policy.isComplete &&
    (list?.kind === "array" || list?.kind === "object") &&
    elements.every((element) => element.kind === "object");
  const kind = role.kind ?? (dialect === "5.0" ? kindByKeys(statements.map(({ value }) => value)) : undefined);
  return {
    grantSites: [],
    ...role,
    ...(kind === undefined ? {} : { kind }),
    dialect,
    range: policy.range,
    value: policy,
    ...(policy.origin === undefined ? {} : { origin: policy.origin }),
    statements,
    hasAllStatements,
    isComplete: hasAllStatements && statements.every((statement) => statement.isComplete),
  };
}

/** Each branch of a choice is known, but not which one is taken. */
function isCertainIn(list: Value | undefined, element: Value): boolean {
  return list?.kind !== "choice" && element.kind !== "choice";
}

class ReadStatement implements Statement {
  readonly range: Range;
  readonly value: ObjectValue;
  readonly effect: Effect | undefined;
  readonly names: readonly ActionName[];
  readonly resource: Value | undefined;
  readonly condition: Value | undefined;
  readonly isCertain: boolean;
  readonly isComplete: boolean;
  readonly #actions: ActionList;
  readonly #notActions: ActionList | undefined;

  constructor(statement: ObjectValue, isCertain: boolean, nameOf: (text: string) => ActionName) {
    const [action, notAction] = [
      findSetMember(statement, "Action")?.value,
      findSetMember(statement, "NotAction")?.value,
    ];
    const actions = new ActionList(action, nameOf);
    const notActions = notAction && new ActionList(notAction, nameOf);
    this.range = statement.range;
    this.value = statement;
    this.effect = readEffect(memberOf(statement, "Effect"));
    this.names = notActions ? [...actions.names, ...notActions.names] : actions.names;
    this.resource = findSetMember(statement, "Resource")?.value;
    this.condition = findSetMember(statement, "Condition")?.value;
    this.isCertain = isCertain;
    this.isComplete =
      statement.isComplete &&
      this.effect !== undefined &&
      (action ?? notAction) !== undefined &&
      actions.areAllKnown &&
      (notActions?.areAllKnown ?? true);
    this.#actions = actions;
    this.#notActions = notActions;
  }

  get actions(): readonly Action[] {
    return this.#actions.actions;
  }

  get notActions(): readonly Action[] {
    return this.#notActions?.actions ?? [];
  }
}

/** The effect that the author means: another check judges case and whitespace (IAM.1029). */
export function readEffect(value: Value | undefined): Effect | undefined {
  const text = value?.kind === "string" ? value.value.trim().toLowerCase() : undefined;
  return text === "allow" ? "Allow" : text === "deny" ? "Deny" : undefined;
}

/** The range of the effect of a statement, or of the whole statement if the effect is not written in it. */
export function effectRangeOf({ value, range }: Statement): Range {
  const member = findMember(value, "Effect");
  if (!member) {
    return range;
  }
  const effect = member.value;
  return effect.kind === "string" && isWithin(effect.range, member.range) ? effect.contentRange : member.range;
}

/** The range of an action in its statement: the action itself, or the reference to a constant that holds it. */
export function referenceRange({ string, place }: Action): Range {
  const slot = place?.slots[place.index];
  return slot && !isWithin(string.range, slot) ? slot : string.contentRange;
}

/**
 * An action, quoted for a message, with what its place does not show: `"ims:images:list"`, `"ims:images:list" (in
 * actions.ts)`, `"ims:images:list" (made by images)`, `"ims:images:list" (partly in actions.ts)`.
 */
export function quoteAction({ string }: Action): string {
  const text = string.value.trim();
  const quoted = `"${truncate(text, text.includes("*") ? 40 : undefined)}"`;
  if (string.origin !== undefined) {
    return `${quoted} (in ${truncate(string.origin, 30)})`;
  }
  if (string.madeBy !== undefined) {
    return `${quoted} (made by ${truncate(string.madeBy, 40)})`;
  }
  return string.partOrigin === undefined ? quoted : `${quoted} (partly in ${truncate(string.partOrigin, 30)})`;
}

/** All actions and patterns of a policy, whether allowed, denied or excepted. */
export const actionsOf = memoize(({ statements }: PolicyDocument): readonly Action[] =>
  statements.flatMap(({ actions, notActions }) => [...actions, ...notActions]),
);

/** Actions that are more or less than one: with whitespace around them, or of another form. */
export const oddActionsOf = memoize((document: PolicyDocument): readonly Action[] =>
  actionsOf(document).filter(({ name }) => name.isOdd),
);

/** Whether a statement applies to every resource at any time. */
export function isUnconditional(statement: Statement): boolean {
  return hasOnlyKnownKeys(statement) && statement.condition === undefined && isEveryResource(statement.resource);
}

/** Any other key, such as the `NotResource` of another cloud, may be meant to narrow the statement. */
const keysOfKnownMeaning = new Set([...statementKeys, "Sid"]);

/** Whether a statement has only keys whose meaning is documented. */
export function hasOnlyKnownKeys({ value }: Statement): boolean {
  return value.isComplete && value.members.every(({ key }) => keysOfKnownMeaning.has(key));
}
