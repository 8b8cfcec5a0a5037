import { isPolicySource, policySourceForm, type PolicySource } from "../carriers/policy-source.js";
import { scopes, type KnownAction, type PolicySettings } from "../checks/policy-context.js";
import { clouds } from "../policy/cloud.js";
import { parsePattern } from "../policy/pattern.js";
import { ownCatalogName } from "../catalog/own/format.js";
import { listChoices, listNames } from "../text/wording.js";

/** The plugin's settings: facts about the policies of a file that the policies themselves do not contain. */
export interface Settings extends PolicySettings {
  /** The user's own functions, properties and variables that hold policies or parts of policies. */
  readonly policySources?: readonly PolicySource[];
  /** The path of the project's own catalogue, from ESLint's working directory. */
  readonly catalog?: string;
}

export const settingsKey = "huaweicloud-iam";

/** Settings with a fixed set of values, which a comment in a file may set too. */
const enumSettings: Readonly<Record<"cloud" | "scope", readonly string[]>> = { cloud: clouds, scope: scopes };

/** Validators of the other settings. Each returns an error message, or `undefined` if the value is valid. */
const validators: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  alsoGranted: alsoGrantedProblem,
  companionRoles: companionRolesProblem,
  knownActions: knownActionsProblem,
  policySources: policySourcesProblem,
  catalog: catalogProblem,
};

const keys = [...Object.keys(enumSettings), ...Object.keys(validators)];

const validatedSettings = new WeakMap<object, Settings>();

/**
 * Reads `settings["huaweicloud-iam"]` of an ESLint configuration.
 *
 * @throws Error with the key and the accepted values if a key or value is unknown: ignoring a misspelt setting would
 *   silently disable a check
 */
export function settingsOf(shared: Readonly<Record<string, unknown>>): Settings {
  const raw = shared[settingsKey];
  if (raw === undefined) {
    rejectMisspeltKey(shared);
    return {};
  }
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    throw new Error(`The setting "${settingsKey}" must be an object. Its keys can be ${quoteNames(keys)}.`);
  }
  let settings = validatedSettings.get(raw);
  if (!settings) {
    for (const [key, value] of Object.entries(raw)) {
      const validate = Object.hasOwn(validators, key) ? validators[key] : undefined;
      const problem = validate ? validate(value) : enumSettingProblem(key, value, keys);
      if (problem) {
        throw new Error(`In the setting "${settingsKey}": ${problem}`);
      }
    }
    settings = { ...raw };
    validatedSettings.set(raw, settings);
  }
  return settings;
}

/**
 * Nobody reads settings under another key, such as the name of the cloud or of the package.
 *
 * @throws Error if settings of ours are under such a key
 */
function rejectMisspeltKey(shared: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(shared)) {
    const isNear = /huawei|^iam$/iu.test(key) && typeof value === "object" && value !== null;
    if (isNear && Object.keys(value).some((name) => keys.includes(name))) {
      throw new Error(`The settings of this plugin belong under "${settingsKey}", not "${key}".`);
    }
  }
}

/**
 * The error message for a key or value that a comment may set; `undefined` if both are valid.
 *
 * @param known the keys to list if the key is unknown
 */
export function enumSettingProblem(
  key: string,
  value: unknown,
  known: readonly string[] = Object.keys(enumSettings),
): string | undefined {
  const allowed = Object.hasOwn(enumSettings, key) ? enumSettings[key as keyof typeof enumSettings] : undefined;
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

function alsoGrantedProblem(value: unknown): string | undefined {
  const isList = Array.isArray(value) && value.every((entry) => typeof entry === "string" && parsePattern(entry));
  return isList ? undefined : '"alsoGranted" must be a list of actions or patterns such as "vpc:*:get".';
}

function companionRolesProblem(value: unknown): string | undefined {
  const isList = Array.isArray(value) && value.every((entry) => typeof entry === "string" && entry.trim() !== "");
  return isList ? undefined : '"companionRoles" must be a list of system role names such as "CBR Admin".';
}

const knownActionForm =
  '"knownActions" must be a list of { action: "service:resourceType:operation", reason: "...", expires?: "2027-01-31" }';

function knownActionsProblem(value: unknown): string | undefined {
  return listProblem(value, isKnownAction, knownActionForm);
}

function isKnownAction(entry: unknown): entry is KnownAction {
  const { action, reason, expires, ...others } = (entry ?? {}) as Record<string, unknown>;
  return (
    typeof action === "string" &&
    parsePattern(action) !== undefined &&
    typeof reason === "string" &&
    reason.trim() !== "" &&
    (expires === undefined || (typeof expires === "string" && isCalendarDate(expires))) &&
    Object.keys(others).length === 0
  );
}

function policySourcesProblem(value: unknown): string | undefined {
  return listProblem(value, isPolicySource, `"policySources" must be a list of ${policySourceForm}`);
}

function catalogProblem(value: unknown): string | undefined {
  const isName = typeof value === "string" && /[^/\\]*$/u.exec(value)?.[0] === ownCatalogName;
  return isName ? undefined : `"catalog" must be the path of a file called "${ownCatalogName}".`;
}

/** @param form the sentence that says what the list must contain, without its full stop */
function listProblem(value: unknown, isEntry: (entry: unknown) => boolean, form: string): string | undefined {
  if (!Array.isArray(value)) {
    return `${form}.`;
  }
  const wrong = value.findIndex((entry: unknown) => !isEntry(entry));
  return wrong < 0 ? undefined : `${form}. Check entry ${wrong + 1}.`;
}

/** Whether a text is a day such as `2027-01-31`. */
export function isCalendarDate(text: string): boolean {
  const date = new Date(text);
  // `Date` turns February 30 into a day of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
