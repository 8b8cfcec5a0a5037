import { clouds, type Cloud } from "./catalog/format.js";
import { listChoices } from "./wording.js";

/** Where the policies of a file are granted. */
export const scopes = ["iam-project", "enterprise-project"] as const;
export type Scope = (typeof scopes)[number];

/** What the user says of the policies: facts that the policies themselves do not hold. */
export interface Settings {
  /** The cloud whose policies they are; without it, what any of the clouds documents counts. */
  readonly cloud?: Cloud;
  /** Where they are granted; without it, nothing is said of a scope. */
  readonly scope?: Scope;
}

export const settingsKey = "huaweicloud-iam";

/** Each key with the values that it takes. */
const choices: Readonly<Record<keyof Settings, readonly string[]>> = { cloud: clouds, scope: scopes };

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
    throw new Error(
      `The setting "${settingsKey}" must be an object with the keys ${listChoices(Object.keys(choices))}.`,
    );
  }
  let settings = readSettings.get(own);
  if (!settings) {
    for (const [key, value] of Object.entries(own)) {
      const problem = problemOf(key, value);
      if (problem) {
        throw new Error(`In the setting "${settingsKey}": ${problem}`);
      }
    }
    settings = { ...own };
    readSettings.set(own, settings);
  }
  return settings;
}

/** Why a key or its value cannot be a setting, as a sentence; `undefined` when it can. */
export function problemOf(key: string, value: unknown): string | undefined {
  if (!isKey(key)) {
    return `"${key}" is no setting. Known are ${listChoices(Object.keys(choices))}.`;
  }
  const allowed: readonly unknown[] = choices[key];
  return allowed.includes(value)
    ? undefined
    : `"${key}" is ${JSON.stringify(value)} and must be ${listChoices(choices[key])}.`;
}

function isKey(key: string): key is keyof Settings {
  return Object.hasOwn(choices, key);
}
