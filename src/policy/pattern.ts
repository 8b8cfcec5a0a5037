import { hole } from "../text/mapped-text.js";
import { memoizeByText } from "../text/memoize.js";
import { isPlaceholder } from "./placeholder.js";
import { isWildcardIn, matchesPart, mayMatchTheSame } from "./wildcards.js";

/**
 * An action or action pattern, `service:resourceType:operation`, in lower case: all three parts are compared without
 * case (facts.md#actions-are-compared-without-case). `*` stands for any run of characters within its part
 * (facts.md#wildcards). In version 5.0, `?` stands for any character, and an action may have no resource type
 * (facts.md#names-of-version-5).
 */
export class ActionPattern {
  readonly service: string;
  readonly resourceType: string;
  readonly operation: string;
  readonly parts: readonly string[];
  /** The whole pattern, as the catalogue lists actions. */
  readonly text: string;
  /** Whether it may match more than one action. */
  readonly hasWildcard: boolean;
  /** The number of its parts that are not just `*`. */
  readonly segments: number;

  constructor(service: string, resourceType: string, operation: string) {
    this.service = service;
    this.resourceType = resourceType;
    this.operation = operation;
    this.parts = [service, resourceType, operation];
    this.text = this.parts.join(":");
    this.hasWildcard = isWildcardIn(this.text);
    this.segments = this.hasWildcard ? this.parts.filter((part) => !isStar(part)).length : 3;
  }
}

/** The longest action that the cloud takes (IAM.1034). */
export const maxActionCharacters = 128;

/** What a text says as the name of an action or pattern, wherever it stands in a policy of one version. */
export class ActionName {
  /** The text without surrounding whitespace. */
  readonly written: string;
  /** The name as the cloud compares it: in lower case, without surrounding whitespace. */
  readonly text: string;
  /** `undefined` if the text is not an action or pattern. */
  readonly pattern: ActionPattern | undefined;
  /** What the author of `*` or `ims:*` means, although it is not a pattern. */
  readonly shorthand: ActionPattern | undefined;
  /** False if a placeholder or a hole makes it another text than the one that the cloud reads. */
  readonly isKnown: boolean;
  /** Whether it is more or less than an action: it has whitespace around it, or another form. */
  readonly isOdd: boolean;

  constructor(text: string, { readPattern, readShorthand }: ActionForms) {
    this.written = text.trim();
    this.pattern = readPattern(this.written.toLowerCase());
    this.text = this.pattern?.text ?? this.written.toLowerCase();
    this.shorthand = this.pattern ? undefined : readShorthand(this.text);
    this.isKnown = this.pattern !== undefined || (!text.includes(hole) && !isPlaceholder(text));
    this.isOdd = this.pattern === undefined || this.written.length !== text.length;
  }
}

/** The forms that actions have in a version of the language. */
interface ActionForms {
  readonly readPattern: (action: string) => ActionPattern | undefined;
  readonly readShorthand: (action: string) => ActionPattern | undefined;
}

const customPolicyForms: ActionForms = { readPattern, readShorthand };
const identityPolicyForms: ActionForms = {
  readPattern: readIdentityPattern,
  // Whether `ims:*` covers its service there is not documented (facts.md#names-of-version-5).
  readShorthand: () => undefined,
};

/**
 * The name in a text of a custom policy (1.1). The same text gives the same name, since policies name the same actions
 * over and over.
 */
export const actionNameOf = memoizeByText((text) => new ActionName(text, customPolicyForms));

/** The name in a text of a policy of version 5.0. */
export const identityActionNameOf = memoizeByText((text) => new ActionName(text, identityPolicyForms));

/**
 * The service of an action, in lower case. That of `obs:*` is clear too, although the cloud wants three parts; empty where
 * it is not known.
 */
export function serviceOf({ pattern, text }: Pick<ActionName, "pattern" | "text">): string {
  return pattern?.service ?? /^(?<service>[\w-]+):\*+$/u.exec(text)?.groups?.["service"] ?? "";
}

/**
 * Reads an action; `undefined` unless it has three parts of the documented characters (IAM.1035) and is not longer than
 * the cloud takes.
 */
export function parsePattern(text: string): ActionPattern | undefined {
  return actionNameOf(text).pattern;
}

function readPattern(action: string): ActionPattern | undefined {
  if (action.length > maxActionCharacters) {
    return undefined;
  }
  const [service, resourceType, operation, ...rest] = action.split(":");
  return rest.length === 0 && isPart(service) && isPart(resourceType) && isPart(operation)
    ? new ActionPattern(service, resourceType, operation)
    : undefined;
}

/** The three-part pattern for `*` and `ims:*`. */
function readShorthand(action: string): ActionPattern | undefined {
  const [first = "", second] = action.split(":");
  return second === undefined || second === "*" ? readPattern(`${first}:*:*`) : undefined;
}

/** No maximum length is documented; of an action that is longer than any known one, nothing is said. */
function readIdentityPattern(action: string): ActionPattern | undefined {
  if (action.length > maxActionCharacters || action.includes("...")) {
    return undefined;
  }
  const [service = "", resourceType = "", operation = "", ...rest] = isStar(action)
    ? [action, action, action]
    : action.split(":");
  const isAction = rest.length === 0 && /^[\w*?.-]*$/u.test(resourceType) && [service, operation].every(isIdentityPart);
  return isAction ? new ActionPattern(service, resourceType, operation) : undefined;
}

function isIdentityPart(part: string): boolean {
  return /^[\w*?.-]+$/u.test(part);
}

/** An ellipsis stands for an omission, not for a name. */
function isPart(part: string | undefined): part is string {
  return part !== undefined && /^[\w*.-]+$/u.test(part) && !part.includes("...");
}

/** Whether a part of a pattern matches everything. */
export function isStar(part: string): boolean {
  return /^\*+$/u.test(part);
}

/**
 * Whether `pattern` matches everything that `other` matches. A `*` in `other` is matched by `*` only, so the answer is
 * right for patterns as well as for actions.
 */
export function covers(pattern: ActionPattern, other: ActionPattern): boolean {
  return (
    matchesPart(pattern.service, other.service) &&
    matchesPart(pattern.resourceType, other.resourceType) &&
    matchesPart(pattern.operation, other.operation)
  );
}

/** Whether there may be an action that both patterns match. */
export function overlaps(pattern: ActionPattern, other: ActionPattern): boolean {
  return (
    mayMatchTheSame(pattern.service, other.service) &&
    mayMatchTheSame(pattern.resourceType, other.resourceType) &&
    mayMatchTheSame(pattern.operation, other.operation)
  );
}

/** The actions that one string lists by mistake, separated by whitespace, commas or semicolons; none or at least two. */
export function separateActions(text: string): readonly string[] {
  // Split at single characters: a repetition would take stack for each character of a long text.
  const names = text.split(/[\s,;]/u).filter((name) => name !== "");
  return names.length > 1 && names.every((name) => parsePattern(name)) ? names : [];
}

/** A part of an action with its offsets in the string. */
export interface ActionPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The parts of an action's string, whatever their number, without surrounding whitespace. */
export function partsOf(text: string): readonly ActionPart[] {
  let start = text.length - text.trimStart().length;
  return text
    .trim()
    .split(":")
    .map((part) => {
      const end = start + part.length;
      const place = { text: part, start, end };
      start = end + 1;
      return place;
    });
}
