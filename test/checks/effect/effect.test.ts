import { beforeAll, describe, expect, it } from "vitest";
import { cancelledAllows } from "../../../src/checks/effect/cancelled-allows.js";
import type { Action, Statement } from "../../../src/policy/document.js";
import { redundantActions } from "../../../src/checks/effect/redundant-actions.js";
import { duplicateStatements } from "../../../src/checks/effect/duplicate-statements.js";
import { numbersFrom } from "../../random-numbers.js";
import { documentInJson } from "../../policy/statements.js";

/**
 * Removes redundant parts from random policies and compares the cloud's decisions before and after, by an evaluator
 * that shares no code with the model.
 */
interface PlainStatement {
  readonly Effect: string;
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: object;
}

interface Request {
  readonly action: string;
  readonly resource: string;
  readonly hasMfa: boolean;
}

const words = { service: ["a", "b"], type: ["x", "y"], operation: ["get", "list", "lists"] };
const resources = ["obs:*:*:bucket:one", "obs:*:*:bucket:two"];
const condition = { Bool: { "g:MFAPresent": ["true"] } };

const requests: readonly Request[] = words.service.flatMap((service) =>
  words.type.flatMap((type) =>
    words.operation.flatMap((operation) =>
      [...resources, "other"].flatMap((resource) =>
        [true, false].map((hasMfa) => ({ action: `${service}:${type}:${operation}`, resource, hasMfa })),
      ),
    ),
  ),
);

function randomPolicy(number: (below: number) => number): readonly PlainStatement[] {
  const pick = (...choices: readonly string[]) => choices[number(choices.length)] ?? "";
  const action = () =>
    [pick("a", "a", "b", "A", "*"), pick("x", "y", "*", "**"), pick("get", "list", "LIST", "l*", "*s", "*")].join(":");
  return Array.from({ length: 1 + number(4) }, () => ({
    Effect: pick("Allow", "Allow", "Deny"),
    [pick("Action", "Action", "Action", "NotAction")]: Array.from({ length: 1 + number(4) }, action),
    ...[{}, {}, { Resource: ["*"] }, { Resource: [pick(...resources)] }, { Resource: resources }][number(5)],
    ...(number(4) === 0 ? { Condition: condition } : {}),
  }));
}

function decisions(statements: readonly PlainStatement[]): string {
  return requests
    .map((request) => {
      const effects = statements.filter((statement) => applies(statement, request)).map(({ Effect }) => Effect);
      return effects.includes("Deny") ? "d" : effects.includes("Allow") ? "a" : "-";
    })
    .join("");
}

function applies({ Action, NotAction, Resource, Condition }: PlainStatement, request: Request): boolean {
  const lists = (actions: readonly string[]) => actions.some((action) => namesOf(action).has(request.action));
  return (
    (Action ? lists(Action) : !lists(NotAction ?? [])) &&
    (!Resource || Resource.includes("*") || Resource.includes(request.resource)) &&
    (!Condition || request.hasMfa)
  );
}

/** What a pattern stands for among the names of the requests; there are a few hundred patterns in all. */
function namesOf(pattern: string): ReadonlySet<string> {
  const known = namesOfPatterns.get(pattern);
  if (known) {
    return known;
  }
  const expression = new RegExp(`^${pattern.replaceAll("*", "[^:]*")}$`, "iu");
  const names = new Set(requests.map(({ action }) => action).filter((action) => expression.test(action)));
  namesOfPatterns.set(pattern, names);
  return names;
}

const namesOfPatterns = new Map<string, ReadonlySet<string>>();

/** A policy without some actions, each given by the indexes of its statement and itself. */
function without(statements: readonly PlainStatement[], removed: ReadonlySet<string>): readonly PlainStatement[] {
  return statements.map((statement, number) => {
    const key = statement.Action ? "Action" : "NotAction";
    return { ...statement, [key]: (statement[key] ?? []).filter((_, index) => !removed.has(`${number} ${index}`)) };
  });
}

const hasActions = ({ Action, NotAction }: PlainStatement) => (Action ?? NotAction ?? []).length > 0;

/** A policy with what the model reads in it, and where: an action's place is the indexes of its statement and itself. */
function read(statements: readonly PlainStatement[]) {
  const text = JSON.stringify({ Version: "1.1", Statement: statements });
  const document = documentInJson(text);
  const numberOf = (statement: Statement) => document.statements.indexOf(statement);
  const placeOf = (action: Action) =>
    `${document.statements.findIndex(({ actions, notActions }) => [...actions, ...notActions].includes(action))} ${action.place?.index}`;
  return { statements, text, document, placeOf, numberOf };
}

describe.each(Array.from({ length: 40 }, (_, seed) => seed))("random policies from seed %i", (seed) => {
  const number = numbersFrom(seed);
  let policies: readonly (ReturnType<typeof read> & { readonly decided: string })[] = [];

  beforeAll(() => {
    policies = Array.from({ length: 50 }, () => {
      const statements = randomPolicy(number);
      return { ...read(statements), decided: decisions(statements) };
    });
  });

  it("grant the same without their redundant actions, one, some or all", () => {
    for (const { statements, text, document, placeOf, decided } of policies) {
      const removable = redundantActions(document).filter(({ isRemovable }) => isRemovable);
      const places = removable.map(({ action }) => placeOf(action));
      const some = places.filter(() => number(2) === 0);
      for (const removed of [...places.map((place) => [place]), some, places]) {
        const rest = without(statements, new Set(removed));
        expect(decisions(rest), text).toBe(decided);
        expect(rest.every(hasActions), text).toBe(true);
      }
      const left = read(without(statements, new Set(places)));
      expect(redundantActions(left.document).filter(({ isRemovable }) => isRemovable)).toEqual([]);
    }
  });

  it("grant the same without their duplicates", () => {
    for (const { statements, text, document, numberOf, decided } of policies) {
      const duplicates = new Set([...duplicateStatements(document).keys()].map(numberOf));
      const rest = statements.filter((_, index) => !duplicates.has(index));
      expect(decisions(rest), text).toBe(decided);
    }
  });

  it("grant the same without cancelled actions", () => {
    for (const { statements, text, document, placeOf, numberOf, decided } of policies) {
      const cancelled = cancelledAllows(document, [document]);
      const removed = new Set(cancelled.flatMap(({ actions }) => [...actions.keys()].map(placeOf)));
      const whole = new Set(
        cancelled.filter(({ isFullyCancelled }) => isFullyCancelled).map(({ statement }) => numberOf(statement)),
      );
      const rest = without(statements, removed).filter((_, index) => !whole.has(index));
      expect(decisions(rest), text).toBe(decided);
    }
  });
});
