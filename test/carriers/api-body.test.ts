import { describe, expect, it } from "vitest";
import { configOf } from "../sources.js";
import { actionsOfEach, carriedIn } from "./files.js";

/** A policy that only its carrier identifies: it has no version and no documented action. */
const policy = '{ "Statement": [{ "Effect": "Allow", "Action": ["devbridge:tunnels:open"] }] }';

const module = `
import { readFileSync } from "node:fs";

const endpoint = "https://iam.example.com/v3.0/OS-ROLE/roles";
const token = readFileSync("token", "utf8").trim();

interface Role {
  readonly display_name: string;
  readonly type: "AX" | "XA";
}

async function post(body: unknown): Promise<Role> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "X-Auth-Token": token, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(\`\${response.status} \${await response.text()}\`);
  }
  return ((await response.json()) as { role: Role }).role;
}

export async function createRoles(): Promise<Role[]> {
  const global = post({
    role: { display_name: "global", type: "AX", description: "-", policy: ${policy} },
  });
  const regional = post({
    role: {
      policy: ${policy.replace("open", "close")},
      description: "Those who close tunnels",
      type: "XA",
      display_name: \`regional-\${token}\`,
    },
  });
  const unnamed = post({ role: { type: "XA", policy: ${policy} } });
  const untyped = post({ role: { display_name: "untyped", policy: ${policy} } });
  const application = post({ role: { display_name: "app", type: "admin", policy: ${policy} } });
  const foreign = post({
    role: { display_name: "foreign", type: "XA", policy: { Version: "2012-10-17", ...${policy.replace("devbridge:tunnels:open", "s3:GetObject")} } },
  });
  return Promise.all([global, regional, unnamed, untyped, application, foreign]);
}
`;

describe("policies in API bodies of a module", () => {
  const { documents } = carriedIn(module, configOf("as const"));

  it("are found without further evidence where the body is that of a custom policy", () => {
    expect(actionsOfEach(documents)).toEqual([["devbridge:tunnels:open"], ["devbridge:tunnels:close"]]);
  });

  it("are custom policies if they have no version", () => {
    expect(documents.map(({ dialect }) => dialect)).toEqual(["1.1", "1.1"]);
  });

  it("have the range of the policy", () => {
    expect(documents.map(({ range }) => module.slice(...range))).toEqual([policy, policy.replace("open", "close")]);
  });
});

const bodyOf = (role: object): string => JSON.stringify({ role });
const custom = { display_name: "a", type: "XA", policy: JSON.parse(policy) as unknown };

describe("an API body as a file", () => {
  it.each(["AX", "XA"])("carries the policy of a role of type %s", (type) => {
    const { documents } = carriedIn(bodyOf({ ...custom, type }), configOf("JSON"));
    expect(actionsOfEach(documents)).toEqual([["devbridge:tunnels:open"]]);
  });

  it.each([
    ["without a display name", { ...custom, display_name: undefined }],
    ["of another type", { ...custom, type: "AA" }],
    ["of a type in lower case", { ...custom, type: "xa" }],
    ["of a type that is not a string", { ...custom, type: 1 }],
    ["without a type", { ...custom, type: undefined }],
    ["without a policy", { ...custom, policy: undefined, Statement: [] }],
    ["with a policy that is a list", { ...custom, policy: [custom.policy] }],
    ["of another cloud", { ...custom, policy: { Version: "2012-10-17", Statement: [] } }],
  ])("is not recognised %s", (_, role) => {
    expect(carriedIn(bodyOf(role), configOf("JSON")).documents).toEqual([]);
  });

  it.each([
    ["a list", '{ "role": [{ "display_name": "a", "type": "XA", "Statement": [] }] }'],
    ["a string", '{ "role": "Statement" }'],
  ])("is not recognised if the role is %s", (_, text) => {
    expect(carriedIn(text, configOf("JSON")).documents).toEqual([]);
  });

  it("may contain its policy as a string", () => {
    const text = bodyOf({ ...custom, policy });
    const { documents } = carriedIn(text, configOf("JSON"));
    expect(actionsOfEach(documents)).toEqual([["devbridge:tunnels:open"]]);
    expect(documents.map(({ range }) => text.slice(...range))).toEqual([JSON.stringify(policy).slice(1, -1)]);
  });

  it("still has a policy that is recognised by itself in any other body", () => {
    const ours = { Version: "1.1", ...(custom.policy as object) };
    const { documents } = carriedIn(bodyOf({ policy: ours }), configOf("JSON"));
    expect(actionsOfEach(documents)).toEqual([["devbridge:tunnels:open"]]);
  });
});
