import { afterAll, describe, expect, it } from "vitest";
import { maxSteps, stepsFor } from "../../../../src/hosts/estree/evaluation/budget.js";
import { memberOf } from "../../../../src/policy/members.js";
import type { Value } from "../../../../src/policy/value.js";
import { objectsOf, sourceOf } from "../../../sources.js";
import { HostileEvaluations } from "./hostile-evaluations.js";
import { hostilePrograms } from "./hostile-programs.js";

const evaluations = new HostileEvaluations();

afterAll(() => {
  evaluations.stop();
});

describe("a program that tries to exhaust time or memory", () => {
  it.each(hostilePrograms.map(({ name }, index) => [name, index] as const))("ends soon: %s", async (_, index) => {
    const { steps, leftOut, error } = await evaluations.evaluationOf(index);
    expect(error).toBeUndefined();
    expect(steps).toBeLessThanOrEqual(maxSteps);
    // The last one ends the evaluation.
    expect(leftOut).toBeLessThanOrEqual(maxSteps + 1);
  });
});

it("a larger file leaves fewer steps, but never none", () => {
  expect([0, 32_000, 320_000, 1e9].map(stepsFor)).toEqual([30_000, 29_000, 20_000, 8_000]);
});

function lines(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join("\n");
}

/** The actions in all statements of all policies, and whether each policy is complete. */
function readIn(code: string): { readonly actions: number; readonly areComplete: boolean } {
  const policies = objectsOf(sourceOf(code)).filter((object) => memberOf(object, "Statement"));
  const elementsOf = (value: Value | undefined) => (value?.kind === "array" ? value.elements : []);
  const actions = policies
    .flatMap((policy) => elementsOf(memberOf(policy, "Statement")))
    .flatMap((statement) => (statement.kind === "object" ? elementsOf(memberOf(statement, "Action")) : []));
  return {
    actions: actions.filter((action) => action.kind === "string" && action.isStatic).length,
    areComplete: policies.every(({ isComplete }) => isComplete),
  };
}

describe("a large file that means well is read wholly", () => {
  it.each([
    [
      "two thousand actions in lists that are joined",
      `${lines(20, (list) => `const list${list} = [${lines(100, (index) => `"ecs:s${list}:a${index}",`)}];`)}
      const all = [${lines(20, (list) => `...list${list},`)}];
      use({ Statement: [{ Effect: "Allow", Action: [...new Set(all)].sort() }] });`,
      2_000,
    ],
    [
      "five hundred statements",
      `use({ Statement: [${lines(500, (index) => `{ Effect: "Allow", Action: ["ecs:a${index}:get", "ecs:a${index}:list"] },`)}] });`,
      1_000,
    ],
    [
      "five thousand policies",
      lines(5_000, (index) => `use({ Statement: [{ Effect: "Allow", Action: ["ecs:a${index}:get"] }] });`),
      5_000,
    ],
    [
      "a hundred and twenty roles that a helper makes",
      `const basic = ["ecs:servers:list", "ecs:servers:get"];
      const allow = (service, ...names) => ({ Effect: "Allow", Action: [...basic, ...names.map((name) => \`\${service}:\${name}:get\`)] });
      function role(name, services) {
        const statements = [];
        for (const service of services) {
          if (service !== "none") {
            statements.push(allow(service, "a", "b", "c"));
          }
        }
        return new Role(name, { policy: JSON.stringify({ Version: "1.1", Statement: statements }) });
      }
      ${lines(120, (index) => `const role${index} = role("role-${index}", ["ecs", "vpc", "none", "obs"]);`)}`,
      1_800,
    ],
    [
      "a list that five hundred calls make longer",
      `const all = [];
      ${lines(500, (index) => `all.push("ecs:a${index}:get");`)}
      use({ Statement: [{ Effect: "Allow", Action: all }] });`,
      500,
    ],
    [
      "an object of five hundred lists that a loop fills",
      `const names = [${lines(500, (index) => `"a${index}",`)}];
      const lists = {};
      for (const name of names) { lists[name] = [\`ecs:\${name}:get\`]; }
      use({ Statement: [{ Effect: "Allow", Action: Object.values(lists).flat() }] });`,
      500,
    ],
  ])("%s", (_, code, actions) => {
    expect(readIn(code)).toEqual({ actions, areComplete: true });
  });
});

it("the names that a function defines are counted each time it runs", () => {
  const calling = (names: number) => `
    function f() { var ${lines(names, (index) => `a${index},`)} last; return ["ecs:servers:get"]; }
    use({ Statement: [{ Effect: "Allow", Action: [${lines(400, () => "...f(),")}] }] });`;
  expect(readIn(calling(2))).toEqual({ actions: 400, areComplete: true });
  expect(readIn(calling(400)).areComplete).toBe(false);
});

describe("after the last step, a function that nothing calls", () => {
  const exhausting = `const g = (n) => (n === 0 ? [] : ["x", ...g(n - 1)]);
    use([${lines(2_000, () => "g(6),")}]);`;
  const policyOf = (action: string) => `{ Statement: [{ Effect: "Allow", Action: [${action}] }] }`;

  it("runs if its text names something of a policy", () => {
    const functions = lines(20, () => `(x) => (${policyOf('"ecs:servers:get"')}),`);
    expect(readIn(`${exhausting}\nconst made = [${functions}];`)).toEqual({ actions: 20, areComplete: false });
  });

  it("is left out if it does not, and counts as one that may change anything", () => {
    const helper = `const policyOf = (action) => (${policyOf("action")}); policyOf();`;
    const caller = `let actions = ["ecs:servers:list"]; const get = "ecs:servers:get";
      function other(x) { actions = []; return policyOf(get); }
      use(${policyOf("...actions")});`;
    expect(readIn(`${helper}${caller}`)).toEqual({ actions: 2, areComplete: true });
    expect(readIn(`${helper}${exhausting}${caller}`)).toEqual({ actions: 1, areComplete: false });
  });
});
