import type { Cloud } from "../../src/catalog/format.js";
import { customKeys } from "../../src/policy/condition-keys.js";
import { customOperators } from "../../src/policy/condition-operators.js";
import type { KeyType } from "../../src/policy/key-table.js";
import { ifExists, operatorPrefixes, type BaseOperator, type OperatorFamily } from "../../src/policy/operator-table.js";
import { anyOf } from "./any-case.js";
import { requireMatch, type Schema } from "./schema.js";

/** What an operator compares, for the end of a sentence. */
const families: Readonly<Record<OperatorFamily, string>> = {
  string: "Compares texts",
  number: "Compares numbers",
  date: "Compares dates, as 2030-01-31T23:59:59Z",
  bool: 'Compares with "true" or "false"',
  ip: "Compares IP addresses and ranges",
  null: 'Asks whether the key is there: "true" means that it is not',
};

const keyTypes: Readonly<Record<KeyType, string>> = {
  string: "A text.",
  number: "A number.",
  date: "A date.",
  bool: '"true" or "false".',
  ip: "An IP address.",
};

/** The name of the definition of what a condition key of a custom policy is compared with. */
const keysOfOperator = { $ref: "#/definitions/conditionKeys" };

/** The condition of a custom policy. Its definitions are those of {@link conditionDefinitions}. */
export function conditionSchema(cloud: Cloud): Schema {
  return {
    type: "object",
    markdownDescription: "Operators, with condition keys and their values. All of them must hold.",
    minProperties: 1,
    properties: operatorsSchema(customOperators.bases, keysOfOperator),
    additionalProperties: keysOfOperator,
    // The other clouds publish no table of operators (facts.md#operators-of-other-clouds).
    ...(cloud === "huaweicloud"
      ? { propertyNames: requireMatch(operatorPattern, "Huawei Cloud documents no such operator.") }
      : {}),
  };
}

/** The operators of a condition, each with what it compares. */
export function operatorsSchema(operators: readonly BaseOperator[], keys: Schema): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    operators.map(({ name, family, isObsOnly }) => [
      name,
      { markdownDescription: `${families[family]}.${isObsOnly ? " For OBS only." : ""}`, ...keys },
    ]),
  );
}

const operatorPattern = `^(?:${anyOf(operatorPrefixes)})?${anyOf(customOperators.bases.map(({ name }) => name))}(?:${anyOf([ifExists])})?$`;

/** What the condition of a custom policy refers to. */
export const conditionDefinitions = {
  conditionKeys: keysSchema(customKeys.documented, {
    type: "array",
    errorMessage: "The values stand in a list, even a single one (IAM.1053).",
    minItems: 1,
    items: { type: "string" },
  }),
} satisfies Schema;

/** An object of condition keys; services have keys of their own. */
export function keysSchema(keys: Readonly<Record<string, KeyType | undefined>>, values: Schema): Schema {
  return {
    type: "object",
    minProperties: 1,
    properties: Object.fromEntries(
      Object.entries(keys).map(([name, type]) => [
        name,
        {
          ...values,
          markdownDescription: `${type === undefined ? "" : keyTypes[type]}${name.endsWith("/") ? " The name of a tag follows." : ""}`,
        },
      ]),
    ),
    additionalProperties: values,
  };
}
