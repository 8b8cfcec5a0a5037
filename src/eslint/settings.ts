import { isPolicySource, policySourceForm, type PolicySource } from "../carriers/policy-source.js";
import { scopes, type KnownAction, type PolicySettings } from "../checks/policy-context.js";
import { clouds } from "../policy/cloud.js";
import { parsePattern } from "../policy/pattern.js";
import { listChoices, listNames } from "../text/wording.js";

/** What the user says of the policies of a file: facts that the policies themselves do not hold. */
export interface Settings extends PolicySettings {
  /** The user's own functions, properties and variables that hold policies or parts of policies. */
  readonly policySources?: readonly PolicySource[];
}

export const settingsKey = "huaweicloud-iam";

/** The settings that are one word of a few, which a comment in a file may give too. */
const choices: Readonly<Record<"cloud" | "scope", readonly string[]>> = { cloud: clouds, scope: scopes };

/** Settings of another form, each with what tells why a value is none; `undefined` when it is one. */
const problemsOf: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  alsoGranted: problemOfAlsoGranted,
  companionRoles: problemOfCompanionRoles,
  knownActions: problemOfKnownActions,
  policySources: problemOfPolicySources,
};

const keys = [...Object.keys(choices), ...Object.keys(problemsOf)];

const readSettings = new WeakMap<object, Settings>();

/**
 * Reads `settings["huaweicloud-iam"]` of an ESLint configuration.
 *
 * @throws Error naming the key and what is allowed, when a key or a value is not known: a misspelt setting
 *   that was passed over would turn a check off without a word
 */
export function settingsOf(all: Readonly<Record<string, unknown>>): Settings {
  const own = all[settingsKey];
  if (own === undefined) {
    return {};
  }
  if (typeof own !== "object" || own === null || Array.isArray(own)) {
    throw new Error(`The setting "${settingsKey}" must be an object. Its keys can be ${quoteNames(keys)}.`);
  }
  let settings = readSettings.get(own);
  if (!settings) {
    for (const [key, value] of Object.entries(own)) {
      const problemOf = Object.hasOwn(problemsOf, key) ? problemsOf[key] : undefined;
      const problem = problemOf ? problemOf(value) : problemOfChoice(key, value, keys);
      if (problem) {
        throw new Error(`In the setting "${settingsKey}": ${problem}`);
      }
    }
    settings = { ...own };
    readSettings.set(own, settings);
  }
  return settings;
}

/**
 * Why a key or its value cannot be a setting of one word, as a sentence; `undefined` when it can.
 *
 * @param known the keys to name when the key is none
 */
export function problemOfChoice(
  key: string,
  value: unknown,
  known: readonly string[] = Object.keys(choices),
): string | undefined {
  const allowed = Object.hasOwn(choices, key) ? choices[key as keyof typeof choices] : undefined;
  if (!allowed) {
    return `"${key}" is not a setting. The settings are ${quoteNames(known)}.`;
  }
  return (allowed as readonly unknown[]).includes(value)
    ? undefined
    : `"${key}" is ${JSON.stringify(value)}, but must be ${listChoices(allowed)}.`;
}

function quoteNames(names: readonly string[]): string {
  return listNames(names.map((name) => `"${name}"`));
}

function problemOfAlsoGranted(value: unknown): string | undefined {
  const isList = Array.isArray(value) && value.every((entry) => typeof entry === "string" && parsePattern(entry));
  return isList ? undefined : '"alsoGranted" must be a list of actions or patterns such as "vpc:*:get".';
}

function problemOfCompanionRoles(value: unknown): string | undefined {
  const isList = Array.isArray(value) && value.every((entry) => typeof entry === "string" && entry.trim() !== "");
  return isList ? undefined : '"companionRoles" must be a list of system role names such as "CBR Admin".';
}

const knownActionForm =
  '"knownActions" must be a list of { action: "service:resourceType:operation", reason: "...", expires?: "2027-01-31" }';

function problemOfKnownActions(value: unknown): string | undefined {
  return problemOfList(value, isKnownAction, knownActionForm);
}

function isKnownAction(entry: unknown): entry is KnownAction {
  const { action, reason, expires, ...others } = (entry ?? {}) as Record<string, unknown>;
  return (
    typeof action === "string" &&
    parsePattern(action) !== undefined &&
    typeof reason === "string" &&
    reason.trim() !== "" &&
    (expires === undefined || (typeof expires === "string" && isDay(expires))) &&
    Object.keys(others).length === 0
  );
}

function problemOfPolicySources(value: unknown): string | undefined {
  return problemOfList(value, isPolicySource, `"policySources" must be a list of ${policySourceForm}`);
}

/** @param form says how the list is written, as a sentence without its full stop */
function problemOfList(value: unknown, isEntry: (entry: unknown) => boolean, form: string): string | undefined {
  if (!Array.isArray(value)) {
    return `${form}.`;
  }
  const wrong = value.findIndex((entry: unknown) => !isEntry(entry));
  return wrong < 0 ? undefined : `${form}. Check entry ${wrong + 1}.`;
}

function isDay(text: string): boolean {
  const date = new Date(text);
  // A date that no month has is read as one of the next month.
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
