import type { Cloud } from "../../src/catalog/format.js";
import { documentedKeys, type KeyType } from "../../src/policy/condition-keys.js";
import {
  baseOperators,
  ifExists,
  operatorPrefixes,
  type OperatorFamily,
} from "../../src/policy/condition-operators.js";
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
    properties: Object.fromEntries(
      baseOperators.map(({ name, family, isObsOnly }) => [
        name,
        { markdownDescription: `${families[family]}.${isObsOnly ? " For OBS only." : ""}`, ...keysOfOperator },
      ]),
    ),
    additionalProperties: keysOfOperator,
    // The other clouds publish no table of operators (facts.md#operators-of-other-clouds).
    ...(cloud === "huaweicloud"
      ? { propertyNames: requireMatch(operatorPattern, "Huawei Cloud documents no such operator.") }
      : {}),
  };
}

const operatorPattern = `^(?:${anyOf(operatorPrefixes)})?${anyOf(baseOperators.map(({ name }) => name))}(?:${anyOf([ifExists])})?$`;

/** What the condition of a custom policy refers to. */
export const conditionDefinitions = {
  conditionKeys: keysSchema(documentedKeys, {
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
