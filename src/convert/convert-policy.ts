import type { Catalog } from "../catalog/catalog.js";
import { formatNumber } from "../text/wording.js";
import { parsePattern } from "../policy/pattern.js";
import { customNamesOf, identityNamesOf } from "./action-names.js";
import { conditionObstacles } from "./conditions.js";
import type { ConvertibleVersion, Obstacle, PlainPolicy, PlainStatement } from "./plain-policy.js";
import { resourceObstacles } from "./resources.js";

/** A policy in the other version, which says the same; or what keeps it from being said there. */
export type Conversion =
  | { readonly isConverted: true; readonly policy: PlainPolicy }
  | { readonly isConverted: false; readonly obstacles: readonly Obstacle[] };

/**
 * Converts a policy to the other version of the language, where that says the same.
 *
 * @param to another version than the policy's
 * @param catalog of the policy's cloud
 */
export function convertPolicy(policy: PlainPolicy, to: ConvertibleVersion, catalog: Catalog): Conversion {
  const converter = new Converter(to, catalog);
  const converted = {
    Version: to,
    Statement: policy.Statement.map((statement, index) => converter.statement(statement, `Statement[${index}]`)),
  };
  const obstacles = [
    ...converter.obstacles,
    ...(to === "1.1" ? limitsOf11(converted, catalog) : limitsOf50(converted)),
  ];
  return obstacles.length === 0 ? { isConverted: true, policy: converted } : { isConverted: false, obstacles };
}

class Converter {
  readonly obstacles: Obstacle[] = [];
  readonly #to: ConvertibleVersion;
  readonly #catalog: Catalog;

  constructor(to: ConvertibleVersion, catalog: Catalog) {
    this.#to = to;
    this.#catalog = catalog;
  }

  statement(statement: PlainStatement, place: string): PlainStatement {
    const { Effect, Action, NotAction, Resource, Condition } = statement;
    this.obstacles.push(
      ...(Resource ? resourceObstacles(Resource, `${place}.Resource`) : []),
      ...(Condition ? conditionObstacles(Condition, `${place}.Condition`) : []),
    );
    return {
      Effect,
      ...(Action ? { Action: this.#names(Action, `${place}.Action`) } : {}),
      ...(NotAction ? { NotAction: this.#names(NotAction, `${place}.NotAction`) } : {}),
      ...(Resource ? { Resource } : {}),
      ...(Condition ? { Condition } : {}),
    };
  }

  #names(actions: readonly string[], place: string): readonly string[] {
    const { names, obstacles } =
      this.#to === "5.0" ? identityNamesOf(actions, this.#catalog) : customNamesOf(actions, this.#catalog);
    this.obstacles.push(...obstacles.map(({ index, reason }) => ({ place: `${place}[${index}]`, reason })));
    return names;
  }
}

/** The maximum number of statements, of actions and of resources in version 1.1 (IAM.1028, IAM.1033, IAM.1037). */
const [maxStatements, maxActions, maxResources] = [8, 100, 20];
/** The maximum number of operators, and of keys in an operator (IAM.1050, IAM.1054). */
const maxNames = 10;
/** The maximum number of characters of a key's values, and of a policy (IAM.1056, IAM.1021). */
const [maxValueCharacters, maxCharacters] = [1024, 6144];

/** What version 1.1 limits and version 5.0 does not. */
function limitsOf11(policy: PlainPolicy, catalog: Catalog): readonly Obstacle[] {
  return [
    ...limited("Statement", policy.Statement.length, maxStatements, "statements"),
    ...limited("", JSON.stringify(policy).length, maxCharacters, "characters"),
    ...policy.Statement.flatMap((statement, index) => statementLimits(statement, `Statement[${index}]`)),
    ...levelObstacles(policy, catalog),
  ];
}

/** The maximum number of bytes of a policy in version 5.0. */
const maxBytes = 6144;

function limitsOf50(policy: PlainPolicy): readonly Obstacle[] {
  return limited("", new TextEncoder().encode(JSON.stringify(policy)).length, maxBytes, "bytes", "5.0");
}

function statementLimits(
  { Action = [], NotAction = [], Resource = [], Condition = {} }: PlainStatement,
  place: string,
): readonly Obstacle[] {
  return [
    ...limited(place, Action.length + NotAction.length, maxActions, "actions"),
    ...limited(place, Resource.length, maxResources, "resources"),
    ...limited(`${place}.Condition`, Object.keys(Condition).length, maxNames, "operators"),
    ...Object.entries(Condition).flatMap(([operator, keys]) => [
      ...limited(`${place}.Condition.${operator}`, Object.keys(keys).length, maxNames, "condition keys"),
      ...Object.entries(keys).flatMap(([key, values]) =>
        limited(
          `${place}.Condition.${operator}["${key}"]`,
          values.join("").length,
          maxValueCharacters,
          "characters of values",
        ),
      ),
    ]),
  ];
}

function limited(
  place: string,
  number: number,
  max: number,
  what: string,
  version: ConvertibleVersion = "1.1",
): readonly Obstacle[] {
  const allowed = `Version ${version} allows at most ${formatNumber(max)} ${what}`;
  return number > max ? [{ place, reason: `${allowed}, and these are ${formatNumber(number)}.` }] : [];
}

/** A custom policy is for global services or for project-level ones. */
function levelObstacles({ Statement: statements }: PlainPolicy, catalog: Catalog): readonly Obstacle[] {
  const actions = statements.flatMap(({ Action = [] }) => Action);
  const levels = actions.map((action) => catalog.service(parsePattern(action)?.service ?? "")?.level);
  return levels.includes("global") && levels.includes("project")
    ? [
        {
          place: "Statement",
          reason: "Version 1.1 needs two policies: one for global services, and one for project-level services.",
        },
      ]
    : [];
}
