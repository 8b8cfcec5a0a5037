import type { RoleLevel } from "./grant-site.js";
import type { ObjectValue } from "./value.js";

/** What a property says of a role for global services, and of one for those of a region's projects. */
export type LevelWords = readonly [global: string, project: string];

/** The types of the API, and the display layers of the OTC provider (facts.md#role-types). */
const types: LevelWords = ["AX", "XA"];
const layers: LevelWords = ["domain", "project"];

/** The level of a role whose property has this word; `undefined` for a word that no role has. */
export function levelOfRole(word: string): Omit<RoleLevel, "range"> | undefined {
  const words = [types, layers].find((pair) => pair.includes(word));
  if (!words) {
    return undefined;
  }
  const [global, project] = words;
  return word === global ? { level: "global", opposite: project } : { level: "project", opposite: global };
}

/** How a carrier calls the properties of a role. */
export interface RoleKeys {
  readonly name: string;
  readonly level: string;
  /** The words for the level. */
  readonly levels: LevelWords;
  readonly isLevelRequired: boolean;
  readonly description: string;
  /** Properties that the cloud refuses of custom policies. */
  readonly refused: readonly string[];
}

/** A role as it is written around its policy. */
export interface WrittenRole {
  readonly value: ObjectValue;
  readonly keys: RoleKeys;
}

const common = { isLevelRequired: false, description: "description", refused: [] };

/** As the API calls them; custom policies have no catalog, flag and name (IAM.1006 to IAM.1008). */
export const apiRoleKeys: RoleKeys = {
  name: "display_name",
  level: "type",
  levels: types,
  isLevelRequired: true,
  description: "description",
  refused: ["catalog", "flag", "name"],
};

/** As the providers call them whose roles hold a policy text (facts.md#terraform-roles). */
export const textRoleKeys: RoleKeys = { ...common, name: "name", level: "type", levels: types };

/** As the provider of Open Telekom Cloud calls them in its constructs, and in tf.json files. */
export const blockRoleKeys: RoleKeys = {
  ...common,
  name: "displayName",
  level: "displayLayer",
  levels: layers,
};
export const terraformBlockRoleKeys: RoleKeys = { ...blockRoleKeys, name: "display_name", level: "display_layer" };
