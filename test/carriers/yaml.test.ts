import { readFileSync } from "node:fs";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { readMarks } from "../hosts-table.js";
import { configOf } from "../sources.js";
import { actionsOfEach, everythingCarriedIn } from "./files.js";

const config = configOf("YAML");

/** The findings of all recommended rules: the rule, and the text that is marked. */
function findingsOn(text: string): string[] {
  return messagesOn(text).map(({ ruleId, message, line, column, endLine = line, endColumn = column }) => {
    const lines = text.split("\n").slice(line - 1, endLine);
    const last = lines.length - 1;
    const marked = lines.map((one, index) =>
      one.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined),
    );
    return `${ruleId?.replace("huaweicloud-iam/", "") ?? message} at ${marked.join("\n")}`;
  });
}

function messagesOn(text: string): Linter.LintMessage[] {
  const { rules } = plugin.configs.recommended;
  return new Linter().verify(text, [
    { ...config, plugins: { ...config.plugins, "huaweicloud-iam": plugin }, rules: rules ?? {} },
  ]);
}

/** A file with one mistake, which is marked, the rule that finds it, and the file without the mistake. */
type Planted = readonly [what: string, marked: string, rule: string, correct: readonly [from: string, to: string]];

const unknown = "no-unknown-action";

const planted: readonly Planted[] = [
  [
    "a policy by itself",
    'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - ims:images:get\n      - ims:images:[[lst]]\n',
    unknown,
    ["lst", "list"],
  ],
  [
    "a policy in brackets",
    '{ Version: "1.1", Statement: [{ Effect: Allow, Action: ["ims:images:⟦lst⟧"] }] }\n',
    unknown,
    ["lst", "list"],
  ],
  [
    "a policy below other keys",
    'roles:\n- name: reader\n  policy:\n    Version: "1.1"\n    Statement:\n    - Effect: Allow\n      Action: [ims:images:⟦lst⟧]\n',
    unknown,
    ["lst", "list"],
  ],
  [
    "a version that is a number",
    "Version: [[1.1]]\nStatement:\n  - { Effect: Allow, Action: [ims:images:list] }\n",
    "valid-policy",
    ["1.1", "'1.1'"],
  ],
  [
    "an identity policy's version that is a number",
    "Version: [[5.0]]\nStatement:\n  - { Effect: Allow, Action: [ecs:cloudServers:list] }\n",
    "valid-policy",
    ["5.0", "'5.0'"],
  ],
  [
    "a version that is missing",
    "[[Statement]]:\n  - { Effect: Allow, Action: [ims:images:list] }\n",
    "valid-policy",
    ["Statement", 'Version: "1.1"\nStatement'],
  ],
  [
    "an effect that is missing",
    'Version: "1.1"\nStatement:\n  - [[Action]]:\n      - ims:images:list\n',
    "valid-policy",
    ["Action", "Effect: Allow\n    Action"],
  ],
  [
    "an effect without a value",
    'Version: "1.1"\nStatement:\n  - [[Effect:]]\n    Action: [ims:images:list]\n  - Effect: Allow\n    Action: [ims:images:get]\n',
    "valid-policy",
    ["Effect:", "Effect: Allow"],
  ],
  [
    "an action that is left out",
    'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - ims:images:list # - a\n      [[-]]\n      - ims:images:get\n',
    "valid-policy",
    ["      -\n", ""],
  ],
  [
    "an action with a star and without quotes",
    'Version: "1.1"\nStatement:\n  - Effect: Deny\n    Action:\n      - [[*:*:delete]]\n  - Effect: Allow\n    Action: [ims:images:list]\n',
    "valid-policy",
    ["*:*:delete", "'*:*:delete'"],
  ],
  [
    "an alias without an anchor",
    'a: &reads [ims:images:list]\npolicy:\n  Version: "1.1"\n  Statement:\n    - Effect: Allow\n      Action: [[*raeds]]\n    - Effect: Allow\n      Action: [ims:images:get]\n',
    "valid-policy",
    ["*raeds", "*reads"],
  ],
  [
    "an action with an anchor",
    'reads: &reads\n  - ims:images:list\n  - ims:images:[[gett]]\npolicy:\n  Version: "1.1"\n  Statement:\n    - Effect: Allow\n      Action: *reads\n    - { Effect: Deny, Action: *reads, Resource: [*bucket] }\n',
    unknown,
    ["gett", "get"],
  ],
  [
    "a statement that is merged",
    'base: &base { Effect: Allow, Action: ["ims:images:⟦lst⟧"] }\npolicy:\n  Version: "1.1"\n  Statement:\n    - <<: *base\n    - <<: [*base, { Action: [evs:volumes:get] }]\n      Effect: Deny\n',
    unknown,
    ["lst", "list"],
  ],
  [
    "the second of two documents",
    'Version: "1.1"\nStatement: [{ Effect: Allow, Action: [ims:images:list] }]\n---\nVersion: "1.1"\nStatement: [{ Effect: Allow, Action: [ims:images:⟦lst⟧] }]\n',
    unknown,
    ["lst", "list"],
  ],
  [
    "JSON behind | in a ConfigMap",
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: policies }\ndata:\n  reader.json: |\n    {\n      "Version": "1.1",\n      "Statement": [\n        { "Effect": "Allow", "Action": ["ims:images:⟦lst⟧"] }\n      ]\n    }\n',
    unknown,
    ["lst", "list"],
  ],
  [
    "JSON behind >- over lines",
    'policy: >-\n    {"Version": "1.1",\n    "Statement": [{"Effect": "Allow",\n      "Action": ["ims:images:⟦lst⟧"]}]}\n',
    unknown,
    ["lst", "list"],
  ],
  [
    "JSON in single quotes",
    `policy: '{"Version": "1.1", "Statement": [{"Effect": "Allow", "Action": ["ims:images:⟦lst⟧"]}]}'\n`,
    unknown,
    ["lst", "list"],
  ],
  [
    "JSON in double quotes",
    'policy: "{\\"Version\\": \\"1.1\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": [\\"ims:images:⟦lst⟧\\"]}]}"\n',
    unknown,
    ["lst", "list"],
  ],
  [
    "JSON with an anchor",
    `- &policy '{"Version": "1.1", "Statement": [{"Effect": "Allow", "Action": ["ims:images:⟦lst⟧"]}]}'\n- *policy\n- [*policy, { policy: *policy }]\n`,
    unknown,
    ["lst", "list"],
  ],
  [
    "JSON that is not valid",
    'policy: |\n  { "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list"⟦,⟧] }] }\n',
    "valid-policy",
    [",]", "]"],
  ],
  [
    "an API body",
    'role:\n  display_name: reader\n  type: XA\n  description: reads\n  policy:\n    Version: "1.1"\n    Statement:\n      - Effect: [[allow]]\n        Action: [ims:images:list]\n',
    "valid-policy",
    ["allow", "Allow"],
  ],
  ...["", "m."].map((scope): Planted => [
    `a role of Crossplane for Open Telekom Cloud: ${scope}`,
    `apiVersion: identity.opentelekomcloud.${scope}crossplane.io/v1alpha1
kind: RoleV3
metadata:
  name: reader
spec:
  forProvider:
    displayName: reader
    displayLayer: project
    description: reads
    statement:
      - effect: Allow
        action:
          - ims:images:list
          - ims:images:[[gett]]
        resource: []
`,
    unknown,
    ["gett", "get"],
  ]),
  [
    "a condition of Crossplane, indented with a number",
    `apiVersion: identity.opentelekomcloud.crossplane.io/v1alpha1
kind: RoleV3
metadata: { name: reader }
spec:
  forProvider:
    displayName: reader
    displayLayer: domain
    description: reads
    statement:
      - effect: Allow
        action: [obs:bucket:ListBucket]
        condition: |2
                {
                  "StringEndWith[[IfExsits]]": { "g:UserName": ["a"] }
                }
`,
    "valid-condition",
    ["IfExsits", "IfExists"],
  ],
  [
    "a condition of Crossplane that is not valid JSON",
    `apiVersion: identity.opentelekomcloud.crossplane.io/v1alpha1
kind: RoleV3
metadata: { name: reader }
spec:
  forProvider:
    displayName: reader
    displayLayer: domain
    description: reads
    statement:
      - effect: Allow
        action: [obs:bucket:ListBucket]
        condition: |2
          { "StringEndWith": { "g:UserName": ["a"] [[}]]
`,
    "valid-policy",
    ["] }", "] } }"],
  ],
  [
    "a role of Crossplane for Huawei Cloud",
    `apiVersion: iam.huaweicloud.crossplane.io/v1alpha1
kind: Role
metadata: { name: reader }
spec:
  forProvider:
    name: reader
    type: XA
    description: reads
    policy: |
      { "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:⟦gett⟧"] }] }
`,
    unknown,
    ["gett", "get"],
  ],
  [
    "a role whose level is not that of its services",
    `apiVersion: iam.huaweicloud.crossplane.io/v1alpha1
kind: Role
metadata: { name: reader }
spec:
  forProvider:
    name: reader
    [[type: AX]]
    description: reads
    policy: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:get"] }] }'
`,
    "no-mixed-service-levels",
    ["type: AX", "type: XA"],
  ],
  [
    "a grant on an enterprise project in another document",
    `apiVersion: iam.huaweicloud.crossplane.io/v1alpha1
kind: Role
metadata: { name: creator }
spec:
  forProvider:
    name: creator
    type: XA
    description: creates
    policy: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["[[ims:images:create]]"] }] }'
---
apiVersion: iam.huaweicloud.crossplane.io/v1alpha1
kind: GroupRoleAssignment
metadata: { name: creators }
spec:
  forProvider: { roleIdRef: { name: creator }, groupId: "1", enterpriseProjectId: "2" }
`,
    "require-enterprise-project-support",
    ["enterpriseProjectId", "projectId"],
  ],
];

describe("a planted mistake is found at its place, and nothing without it", () => {
  it.each(planted)("%s", (_, marked, rule, [from, to]) => {
    const { code, places } = readMarks(marked);
    const found = messagesOn(code).filter(({ ruleId }) => ruleId === `huaweicloud-iam/${rule}`);
    expect(found.map(({ line, column, endLine, endColumn }) => ({ line, column, endLine, endColumn }))).toEqual(places);
    const correct = code.replace(from, to);
    expect(correct).not.toBe(code);
    expect(findingsOn(correct).filter((finding) => finding.startsWith(rule))).toEqual([]);
  });
});

describe("a role and its assignments in manifests", () => {
  const { documents, problems } = everythingCarriedIn(readMarks(planted.at(-1)?.[1] ?? "").code, config);

  it("have the cloud, the level and the grant", () => {
    expect(problems).toEqual([]);
    expect(actionsOfEach(documents)).toEqual([["ims:images:create"]]);
    expect(documents.map(({ cloud, level, isComplete }) => [cloud, level?.level, isComplete])).toEqual([
      ["huaweicloud", "project", true],
    ]);
    expect(documents[0]?.grantSites.map(({ scope, principal, target }) => [scope, principal, target])).toEqual([
      ["enterprise-project", "1", "2"],
    ]);
  });
});

it("a role that is input of some program needs no policy in its file", () => {
  expect(findingsOn("role:\n  display_name: reader\n  type: XA\n  description: reads\n")).toEqual([]);
});

describe("what is not known is not judged", () => {
  const policy = (statement: string) => `Version: "1.1"\nStatement:\n${statement}`;

  it.each([
    ["a tag", policy("- { Effect: !Ref effect, Action: [ims:images:list] }\n")],
    ["a tag in a list", policy("- { Effect: Allow, Action: [ims:images:list, !Sub 'ims:${x}:y'] }\n")],
    ["a template", policy("- { Effect: Allow, Action: ['{{ .Values.action }}', ims:images:list] }\n")],
    [
      "a template without quotes",
      policy("- { Effect: Allow, Action: {{ .Values.actions }} }\n- { Effect: Allow, Action: [ims:images:list] }\n"),
    ],
    [
      "a merge of something else",
      `- &x [1]\n- { Version: "1.1", Statement: [{ <<: *x, Action: [ims:images:list] }, { Effect: Allow, Action: [ims:images:list] }] }\n`,
    ],
    [
      "a placeholder in JSON",
      'a: |\n  { "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": {{ .Values.actions | toJson }} }] }\n',
    ],
    [
      "a loop in JSON",
      'a: |\n  { "Version": "1.1", "Statement": [{{ range .Values.x }}{ "Effect": "Allow", "Action": ["ims:images:list"] },{{ end }}] }\n',
    ],
  ])("%s", (_, text) => {
    expect(findingsOn(text).filter((finding) => !finding.startsWith("no-redundant-action"))).toEqual([]);
  });
});

describe("files of other products have no findings:", () => {
  const text = readFileSync(new URL("../fixtures/yaml/foreign.yaml", import.meta.url), "utf8");
  const files = text
    .split(/^--- # /mu)
    .slice(1)
    .map((file) => [file.slice(0, file.indexOf("\n")), file.slice(file.indexOf("\n") + 1)] as const);

  it("there are many", () => {
    expect(files.length).toBeGreaterThanOrEqual(30);
  });

  it.each(files)("%s", (_, file) => {
    expect(findingsOn(file)).toEqual([]);
    expect(everythingCarriedIn(file, config)).toMatchObject({ documents: [], problems: [] });
  });

  it("all of them in one file", () => {
    expect(findingsOn(text)).toEqual([]);
  });
});
