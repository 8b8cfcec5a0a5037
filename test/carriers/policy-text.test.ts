import { describe, expect, it } from "vitest";
import { configOf } from "../sources.js";
import { actionsOfEach, carriedIn } from "./files.js";

const statement = '{ "Effect": "Allow", "Action": ["ims:images:list"] }';
const policy = `{ "Version": "1.1", "Statement": [${statement}] }`;
const escaped = policy.replaceAll('"', '\\"');

const module = `
import { IdentityRoleV3 } from "./gen/identity-role-v3";
import * as fs from "node:fs";

// A Statement in prose is no policy: { "Version": "1.1", "Statement": [] }
const usage = "A Statement is an Effect with its Actions.";
const title = '{"Statement": "of account"}';

export function roles(scope: object, names: readonly string[], bucket: string): void {
  new IdentityRoleV3(scope, "plain", { policy: "${escaped}" });
  new IdentityRoleV3(scope, "template", {
    displayName: \`images-\${names.length}\`,
    policy: \`
      {
        "Version": "1.1",
        "Statement": [
          { "Effect": "Allow", "Action": ["ims:images:get", "ims:\${names[0]}:get"] },
          { "Effect": "Allow", "Action": \${JSON.stringify(names)}, "Resource": ["obs:*:*:bucket:\${bucket}"] }
        ]
      }
    \`,
  });
  const body = \`{"role": {"display_name": "\${bucket}", "type": "AX", "policy": {
    "Statement": [{ "Effect": "Allow", "Action": ["devbridge:tunnels:open"] }]
  }}}\`;
  fs.writeFileSync("both.json", '{ "a": ${policy}, "b": [${policy.replace("list", "get")}] }');
  fs.writeFileSync("aws.json", '${policy.replace("1.1", "2012-10-17").replace("ims:images:list", "s3:GetObject")}');
  fs.writeFileSync("prefix.txt", 'policy: ${policy}');
  fs.writeFileSync("list.json", '[${policy}]');
  fs.writeFileSync("broken.json", '${policy.replace("]", ",]")}');
  fs.writeFileSync("half.json", \`{ "Version": "1.1", \${bucket}, "Statement": [${statement}] }\`);
  console.log(usage, title, body);
}
`;

describe("policies in strings of a module", () => {
  const { documents, problems } = carriedIn(module, configOf("as const"));

  it("are found, without the ones of other clouds", () => {
    expect(actionsOfEach(documents)).toEqual([
      ["ims:images:list"],
      ["ims:images:get"],
      ["devbridge:tunnels:open"],
      ["ims:images:list"],
      ["ims:images:get"],
    ]);
  });

  it("are complete if all their parts are known", () => {
    expect(documents.map(({ isComplete }) => isComplete)).toEqual([true, false, true, true, true]);
  });

  it("have their source ranges", () => {
    const texts = documents.map(({ range }) => module.slice(...range));
    expect(texts[0]).toBe(escaped);
    expect(texts[1]).toMatch(/^\{\s+"Version"[^]*\$\{bucket\}"\] \}\s+\]\s+\}$/u);
    expect(texts[3]).toBe(policy);
  });

  it("have the one with invalid JSON reported", () => {
    expect(problems.map(({ data }) => data)).toEqual([{ problem: 'remove the comma before "]"' }]);
    expect(problems.map(({ range }) => module.slice(range[0], range[1] + 1))).toEqual([",]"]);
  });
});

describe("a policy in a string of JSON", () => {
  it.each(["JSON", "JSONC", "JSON5", "jsonc-eslint-parser"])("is found in %s", (name) => {
    const text = `{ "policy": "${escaped}" }`;
    const { documents } = carriedIn(text, configOf(name));
    expect(documents.map(({ range }) => text.slice(...range))).toEqual([escaped]);
  });
});

describe("a policy in a template of a file with CRLF", () => {
  it.each(["string", "as const"])("is found in the tree of %s", (name) => {
    const code = `f(\`${policy.replaceAll(" ", "\r\n")}\`);\r\n`;
    const { documents } = carriedIn(code, configOf(name));
    expect(documents.map(({ range }) => code.slice(...range))).toEqual([policy.replaceAll(" ", "\r\n")]);
  });
});

describe("a string with a placeholder", () => {
  it.each([
    ...["${actions}", "{{ actions }}", "<actions>", '"ims:images:list" {% if more %}'],
    ...['"ims:images:list" %{ if more }', "%s", "%j", "@actions@", "#{actions}", "$ACTIONS", "ACTIONS"],
  ])("is not reported: %s", (placeholder) => {
    const text = policy.replace('["ims:images:list"]', `["ims:images:list"], "Resource": [${placeholder}]`);
    expect(carriedIn(`f('${text}');`).problems).toEqual([]);
  });
});

describe("a string that the program continues", () => {
  const beginning = '{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["ims:images:list"]}';

  it.each([
    `let text = '${beginning}'; text += "]}";`,
    `text += '${beginning}';`,
    `out.push('${beginning}');`,
    `['${beginning}', ...more].join(",") + "]}";`,
  ])("is not reported for its missing end: %s", (code) => {
    expect(carriedIn(code)).toEqual({ documents: [], problems: [] });
  });

  it("is reported if it is not continued", () => {
    expect(carriedIn(`send('${beginning}');`).problems).toHaveLength(1);
  });
});

describe("a text that is read otherwise than as JSON", () => {
  const commented = '{ "Version": "1.1", /* c */ "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list"] }] }';

  it.each([
    ["JSON5", `import JSON5 from "json5"; JSON5.parse('${commented}');`],
    ["a parser of JSONC", `import { parse } from "jsonc-parser"; parse('${commented}');`],
    ["a parser of YAML", `import * as yaml from "js-yaml"; yaml.load('${commented}');`],
    ["a parser under another name", `import { load as read } from "js-yaml"; read('${commented}');`],
    ["a function that strips comments", `JSON.parse(stripJsonComments('${commented}'));`],
    ["a replacement", `JSON.parse('${commented}'.replace("/* c */", ""));`],
    ["a tag", "dedent`" + commented + "`;"],
    ["a constant that is parsed later", `const text = '${commented}'; JSON5.parse(text);`],
    ["a constant that is replaced in", `const text = '${commented}'; send(text.replaceAll(a, b));`],
  ])("is not held to JSON: %s", (_, code) => {
    expect(carriedIn(code, configOf("as const")).problems).toEqual([]);
  });

  it.each([
    ["JSON.parse", `JSON.parse('${commented}');`],
    ["a constant for JSON.parse", `const text = '${commented}'; JSON.parse(text);`],
    ["a function of the file", `create('${commented}');`],
    ["a constant that nobody reads", `export const text = '${commented}';`],
  ])("is JSON for %s", (_, code) => {
    expect(carriedIn(code, configOf("as const")).problems).toHaveLength(1);
  });
});
