import { formatNumber, truncate } from "../../text/wording.js";
import { replaceString } from "../../edit/strings.js";
import type { PolicyKind } from "../../policy/kinds.js";
import type { WrittenLabels } from "../../policy/labels.js";
import { isKnownText } from "../../policy/placeholder.js";
import { findSetMember } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { ObjectValue, PolicyString } from "../../policy/value.js";
import type { IdentityOptions } from "./identity-shape.js";
import type { ShapeProblem } from "./shape-problem.js";

/** What the name and the description of one kind may be (facts.md#names-and-paths-of-version-5). */
interface LabelRules {
  /** For a message, with its article. */
  readonly owner: string;
  readonly maxName: number;
  /** A character that no name has. */
  readonly otherCharacter: RegExp;
  /** The characters that a name may have, for a message. */
  readonly allowed: string;
  /** Whether a page says so, or only an SDK or a provider. */
  readonly isOfPage: boolean;
  readonly maxDescription?: number;
}

const rules: Readonly<Partial<Record<PolicyKind, LabelRules>>> = {
  identity: {
    owner: "an identity policy (5.0)",
    maxName: 128,
    otherCharacter: /[^\w+=.@-]/u,
    allowed: 'letters, digits and any of "_+=.@-"',
    isOfPage: true,
  },
  trust: {
    owner: "a trust agency (5.0)",
    maxName: 64,
    otherCharacter: /[^\w+=,.@-]/u,
    allowed: 'letters, digits and any of "_+=,.@-"',
    isOfPage: true,
    maxDescription: 1000,
  },
  "service-control": {
    owner: "a service control policy (5.0)",
    maxName: 64,
    otherCharacter: /[^\p{Script=Han}\w -]/u,
    allowed: 'English and Chinese letters, digits, "_", "-" and spaces between them',
    isOfPage: false,
    maxDescription: 512,
  },
};

/** Mistakes in what a policy of version 5.0 is called, in a resource or request that carries it. */
export function labelProblems(
  { value, keys, kind }: WrittenLabels,
  { sdkGrammar }: IdentityOptions,
): readonly ShapeProblem[] {
  const ofKind = rules[kind];
  if (!ofKind) {
    return [];
  }
  const { owner, isOfPage, maxDescription = Infinity } = ofKind;
  const isStrict = sdkGrammar === "report";
  return [
    ...(isOfPage || isStrict ? textsOf(value, keys.name).flatMap((text) => nameProblems(text, ofKind)) : []),
    ...textsOf(value, keys.path).flatMap((text) => pathProblems(text, owner)),
    ...(isStrict
      ? textsOf(value, keys.description).flatMap((text) => descriptionProblems(text, owner, maxDescription))
      : []),
  ];
}

/** The texts that a property has, if all of them are known: another one may take the place of a default. */
function textsOf(object: ObjectValue, key: string | undefined): readonly PolicyString[] {
  const member = key === undefined ? undefined : findSetMember(object, key);
  const values = member ? possibleValues(member.value) : [];
  const texts = values.filter((value) => value.kind === "string").filter(isKnownText);
  return texts.length === values.length ? texts : [];
}

function nameProblems(text: PolicyString, { owner, maxName, otherCharacter, allowed }: LabelRules): ShapeProblem[] {
  const fault =
    lengthFault(text, maxName) ??
    (text.value === "" ? "it is empty" : characterFault(text, otherCharacter)) ??
    (text.value !== text.value.trim() ? "it begins or ends with a space" : undefined);
  return fault === undefined
    ? []
    : [
        {
          range: rangeOf(text),
          id: "identityName",
          data: { name: truncate(text.value, 40), owner, fault, max: maxName, allowed },
        },
      ];
}

const maxPath = 512;
const otherInPath = /[^\w.,+@=/-]/u;

/** A path is empty, or has parts that each end with a slash. */
function pathProblems(text: PolicyString, owner: string): ShapeProblem[] {
  const { value } = text;
  const fault =
    lengthFault(text, maxPath) ??
    characterFault(text, otherInPath) ??
    (/^\/|\/\//u.test(value) ? "a part of it is empty" : undefined) ??
    (/[^/]$/u.test(value) ? 'it does not end with "/"' : undefined);
  return fault === undefined
    ? []
    : [
        {
          range: rangeOf(text),
          id: "identityPath",
          data: { path: truncate(value, 40), owner, fault },
          edits: repairedPath(text).flatMap((path) => replaceString(text, path)),
        },
      ];
}

/** The path that is meant, where only its slashes are wrong. */
function repairedPath({ value }: PolicyString): readonly string[] {
  const path = value
    .split("/")
    .filter((part) => part !== "")
    .map((part) => `${part}/`)
    .join("");
  return path === "" || path.length > maxPath || otherInPath.test(path) ? [] : [path];
}

function descriptionProblems(text: PolicyString, owner: string, max: number): ShapeProblem[] {
  const { length } = [...text.value];
  return length > max
    ? [
        {
          range: text.contentRange,
          id: "identityDescription",
          data: { owner, length: formatNumber(length), max: formatNumber(max) },
        },
      ]
    : [];
}

/** Why a text is too long, to go on with; counted so that a rare character is one. */
function lengthFault({ value }: PolicyString, max: number): string | undefined {
  const { length } = [...value];
  return length > max ? `it has ${formatNumber(length)} characters` : undefined;
}

function characterFault({ value }: PolicyString, other: RegExp): string | undefined {
  const [character] = other.exec(value) ?? [];
  return character === undefined
    ? undefined
    : `it contains ${/\s/u.test(character) ? "whitespace" : `"${truncate(character)}"`}`;
}

/** Of an empty text, also its quotes. */
function rangeOf({ value, range, contentRange }: PolicyString): ShapeProblem["range"] {
  return value === "" ? range : contentRange;
}
