import type { ObjectValue } from "./value.js";

/** How a carrier calls the properties of a role. */
export interface RoleKeys {
  readonly name: string;
  readonly level: string;
  /** What the level may be: for global services, and for those of projects. */
  readonly levels: readonly [global: string, project: string];
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
  levels: ["AX", "XA"],
  isLevelRequired: true,
  description: "description",
  refused: ["catalog", "flag", "name"],
};

/** As the providers call them whose roles hold a policy text (facts: policy-language 4). */
export const textRoleKeys: RoleKeys = { ...common, name: "name", level: "type", levels: ["AX", "XA"] };

/** As the provider of Open Telekom Cloud calls them in its constructs, and in tf.json files. */
export const blockRoleKeys: RoleKeys = {
  ...common,
  name: "displayName",
  level: "displayLayer",
  levels: ["domain", "project"],
};
export const terraformBlockRoleKeys: RoleKeys = { ...blockRoleKeys, name: "display_name", level: "display_layer" };
