import type { RoleLevel } from "./grant-site.js";
import type { ObjectValue } from "./value.js";

/** The words of a property for the level of a role: for global services, and for project-level ones. */
export type LevelWords = readonly [global: string, project: string];

/** The types of the API, and the display layers of the OTC provider (facts.md#role-types). */
const types: LevelWords = ["AX", "XA"];
const layers: LevelWords = ["domain", "project"];

/** The level that a word stands for; `undefined` for any other word. */
export function levelOfRole(word: string): Omit<RoleLevel, "range"> | undefined {
  const words = [types, layers].find((pair) => pair.includes(word));
  if (!words) {
    return undefined;
  }
  const [global, project] = words;
  return word === global ? { level: "global", opposite: project } : { level: "project", opposite: global };
}

/** A carrier's names for the properties of a role. */
export interface RoleKeys {
  readonly name: string;
  readonly level: string;
  /** The words for the level. */
  readonly levels: LevelWords;
  readonly isLevelRequired: boolean;
  readonly description: string;
  /** Properties that the cloud rejects in custom policies. */
  readonly refused: readonly string[];
}

/** The source of a role, with the policy in it. */
export interface WrittenRole {
  readonly value: ObjectValue;
  readonly keys: RoleKeys;
}

const common = { isLevelRequired: false, description: "description", refused: [] };

/** The names of the API. Custom policies have no catalog, flag and name (IAM.1006 to IAM.1008). */
export const apiRoleKeys: RoleKeys = {
  name: "display_name",
  level: "type",
  levels: types,
  isLevelRequired: true,
  description: "description",
  refused: ["catalog", "flag", "name"],
};

/** The names of the providers whose roles hold the policy as text (facts.md#terraform-roles). */
export const textRoleKeys: RoleKeys = { ...common, name: "name", level: "type", levels: types };

/** The names of the provider of Open Telekom Cloud: in constructs, and in tf.json files. */
export const blockRoleKeys: RoleKeys = {
  ...common,
  name: "displayName",
  level: "displayLayer",
  levels: layers,
};
export const terraformBlockRoleKeys: RoleKeys = { ...blockRoleKeys, name: "display_name", level: "display_layer" };
