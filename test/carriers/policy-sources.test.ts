import { describe, expect, it } from "vitest";
import type { PolicySource } from "../../src/carriers/policy-source.js";
import { configOf } from "../sources.js";
import { actionsOfEach, carriedIn } from "./files.js";
import { fixtureModule, typescript } from "./fixture-module.js";

const own: readonly PolicySource[] = [
  { function: "grantPolicy", module: "./iam", enterpriseProject: "epsId", iamProject: "projectId" },
  { function: "PolicyGrant", argument: 1 },
  { property: "policyDocument", enterpriseProject: "epsId" },
];

describe("a module with its own policy functions", () => {
  const { text, documents, policyWith, grantsOf } = fixtureModule("policy-sources/grants.ts", own);

  it("has the policies of its functions, classes and properties, and none of another cloud", () => {
    expect(actionsOfEach(documents)).toEqual([
      ["ims:images:update"],
      ["devbridge:tunnels:opne"],
      ["devbridge:tunnels:open"],
      ["devbridge:tunnels:close"],
      ["cts:trackers:list"],
      ["cts:trackers:lits"],
      ["devbridge:tunnels:get"],
      ["devbridge:images:build"],
      ["devbridge:images:lst"],
    ]);
  });

  it("has the source range of each", () => {
    for (const [action, start] of [
      ["devbridge:tunnels:opne", '{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["'],
      ["devbridge:images:lst", '{ "Statement": [{ "Effect": "Allow", "Action": ["'],
    ] as const) {
      const { range, statements } = policyWith(action);
      expect(text.slice(...range).startsWith(start)).toBe(true);
      const place = statements[0]?.actions[0]?.string.contentRange;
      expect(place).toEqual([text.indexOf(action), text.indexOf(action) + action.length]);
    }
  });

  it("has the grants of the properties that the setting lists", () => {
    expect(grantsOf("devbridge:tunnels:opne")).toEqual([]);
    expect(grantsOf("devbridge:tunnels:open")).toEqual([["enterprise-project", "epsId: this.projects.get(region)"]]);
    expect(grantsOf("devbridge:tunnels:close")).toEqual([["iam-project", "projectId: region"]]);
    expect(grantsOf("cts:trackers:lits")).toEqual([]);
    expect(grantsOf("devbridge:images:build")).toEqual([["enterprise-project", 'epsId: "8a1d"']]);
    expect(grantsOf("devbridge:images:lst")).toEqual([]);
  });

  it("grants one policy in several places", () => {
    expect(grantsOf("ims:images:update")).toEqual([
      ["enterprise-project", 'epsId: "0"'],
      ["iam-project", "projectId: region"],
    ]);
  });

  it("only has policies that are recognised by themselves without the setting", () => {
    expect(actionsOfEach(fixtureModule("policy-sources/grants.ts").documents)).not.toContainEqual([
      "devbridge:images:build",
    ]);
  });
});

const policy = "{ Statement: [{ Effect: 'Allow', Action: ['a:b:c'] }] }";

function policiesIn(code: string, ...carriers: readonly PolicySource[]): number {
  return carriedIn(code, typescript, carriers).documents.length;
}

describe("a function of user code", () => {
  it.each([
    [`grant(${policy});`],
    [`new grant(${policy});`],
    [`iam.grant(${policy});`],
    [`class A { constructor() { this.grant(${policy}); } }`],
    [`build().then().grant(${policy});`],
    [`iam?.grant?.(${policy});`],
    [`await grant(${policy}, ...others);`],
    [`import grant from "./grant"; grant(${policy});`],
    [`import { grant as permit } from "./grant"; permit(${policy});`],
    [`const { grant } = require("./grant"); grant(${policy});`],
    [`grant(JSON.stringify(${policy}));`],
    [`const policy = ${policy}; grant(policy);`],
    [`grant(x ? ${policy} : y);`],
  ])("is found by its name: %s", (code) => {
    expect(policiesIn(code, { function: "grant" })).toBe(1);
  });

  it.each([
    [`permit(${policy});`],
    [`grant(x, ${policy});`],
    [`grant(...policies, ${policy});`],
    [`grant([${policy}]);`],
    ["grant();"],
    ["grant('Statement');"],
    ["grant('{ \"Statement\": [');"],
    ["grant(grant);"],
    ["const policy = grant(policy);"],
  ])("only has a policy in its own argument: %s", (code) => {
    expect(policiesIn(code, { function: "grant" })).toBe(0);
  });

  it.each([
    ["./iam", "./iam", 1],
    ["./iam", "../../lib/iam.js", 1],
    ["./lib/iam.ts", "../lib/iam", 1],
    ["../iam", "./iam/index.js", 1],
    ["./iam", "./miam", 0],
    ["./iam", "./iam/grants", 0],
    ["./iam", "iam", 0],
    ["@acme/iam", "@acme/iam", 1],
    ["@acme/iam", "@acme/iam/lib/grant.js", 1],
    ["@acme/iam", "@acme/iam-tools", 0],
    ["iam", "@acme/iam", 0],
  ])("of module %s, imported from %s, has %i policies", (module, imported, count) => {
    const code = `import { grant } from "${imported}"; grant(${policy});`;
    expect(policiesIn(code, { function: "grant", module })).toBe(count);
  });

  it("of a module is not a function of the same file", () => {
    expect(policiesIn(`grant(${policy});`, { function: "grant", module: "./iam" })).toBe(0);
  });
});

describe("a property of user code", () => {
  const file = '{ "teams": [{ "access": { "Statement": [{ "Effect": "Allow", "Action": ["a:b:c"] }] }, "eps": "0" }] }';

  it.each(["JSON", "JSONC", "JSON5", "jsonc-eslint-parser"])("is found in %s", (host) => {
    const { documents } = carriedIn(file, configOf(host), [{ property: "access", enterpriseProject: "eps" }]);
    expect(actionsOfEach(documents)).toEqual([["a:b:c"]]);
    expect(documents[0]?.grantSites.map(({ range }) => file.slice(...range))).toEqual(['"eps": "0"']);
  });

  it("is found in a JSON string", () => {
    expect(policiesIn(`send('${file}');`, { property: "access" })).toBe(1);
  });

  it.each([["null"], ["''"]])("is not granted if the other property is %s", (value) => {
    const { documents } = carriedIn(`x = { access: ${policy}, eps: ${value} };`, typescript, [
      { property: "access", enterpriseProject: "eps" },
    ]);
    expect(documents.map(({ grantSites }) => grantSites)).toEqual([[]]);
  });
});

describe("actions of user code", () => {
  it.each<[code: string, source: PolicySource, actions: readonly string[]]>([
    ["allow('a:b:c', 'a:b:d');", { function: "allow", holds: "actions" }, ["a:b:c", "a:b:d"]],
    ["allow(['a:b:c', x], 'a:b:d', ...more);", { function: "allow", holds: "actions" }, ["a:b:c", "a:b:d"]],
    ["allow('reader', ['a:b:c']);", { function: "allow", argument: 1, holds: "actions" }, ["a:b:c"]],
    ["allow(x ? 'a:b:c' : 'a:b:d');", { function: "allow", holds: "actions" }, ["a:b:c", "a:b:d"]],
    ["allow('a:b:c', { reason: 'x' }, 7);", { function: "allow", holds: "actions" }, ["a:b:c"]],
    ["const readActions = ['a:b:c'] as const;", { variable: "readActions", holds: "actions" }, ["a:b:c"]],
    ["export const readActions = [...other, 'a:b:c'];", { variable: "readActions", holds: "actions" }, ["a:b:c"]],
    ["class A { static readonly reads = ['a:b:c']; }", { property: "reads", holds: "actions" }, ["a:b:c"]],
    ["class A { #reads = ['a:b:c']; }", { property: "#reads", holds: "actions" }, ["a:b:c"]],
    ["const roles = { reads: ['a:b:c'] };", { property: "reads", holds: "actions" }, ["a:b:c"]],
  ])("are found in %s", (code, source, actions) => {
    const { documents } = carriedIn(code, typescript, [source]);
    expect(actionsOfEach(documents)).toEqual([actions]);
    const [document] = documents;
    expect(document?.dialect).toBe("1.1");
    expect(document?.isComplete).toBe(false);
    expect(document?.statements.map(({ effect, isComplete }) => [effect, isComplete])).toEqual([[undefined, false]]);
  });

  it.each<[code: string, source: PolicySource]>([
    ["allow();", { function: "allow", holds: "actions" }],
    ["allow(7, x, {});", { function: "allow", holds: "actions" }],
    ["allow('s3:GetObject');", { function: "allow", holds: "actions" }],
    ["const readActions = buildActions();", { variable: "readActions", holds: "actions" }],
    ["let readActions;", { variable: "readActions", holds: "actions" }],
    ["const [readActions] = [['a:b:c']];", { variable: "readActions", holds: "actions" }],
    ["const writeActions = ['a:b:c'];", { variable: "readActions", holds: "actions" }],
    ["const readActions = ['a', readActions];", { variable: "readActions", holds: "policy" }],
  ])("are not found in %s", (code, source) => {
    expect(carriedIn(code, typescript, [source]).documents).toEqual([]);
  });
});

describe("a statement of user code", () => {
  const code = 'statement({ Effect: "Allow", Action: ["a:b:c"] });';

  it("is the only known part of its policy", () => {
    const { documents } = carriedIn(code, typescript, [{ function: "statement", holds: "statement" }]);
    expect(actionsOfEach(documents)).toEqual([["a:b:c"]]);
    expect(documents[0]?.statements[0]?.isComplete).toBe(true);
    expect(documents[0]?.hasAllStatements).toBe(false);
  });

  it.each(["statement('a:b:c');", "statement([{ Effect: 'Allow', Action: ['a:b:c'] }]);", "statement(x);"])(
    "is an object: %s",
    (other) => {
      expect(carriedIn(other, typescript, [{ function: "statement", holds: "statement" }]).documents).toEqual([]);
    },
  );
});

describe("a policy in a variable of user code", () => {
  it("is recognised without further evidence", () => {
    const code = "const access = { Statement: [{ Effect: 'Allow', Action: ['a:b:c'] }] };";
    expect(carriedIn(code, typescript, [{ variable: "access" }]).documents).toHaveLength(1);
    expect(carriedIn(code, typescript).documents).toHaveLength(0);
  });
});
