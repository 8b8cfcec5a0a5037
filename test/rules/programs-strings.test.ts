import { describe, expect, it } from "vitest";
import { policy, saidOf, testPrograms, testSilent, type Program } from "./programs.js";

const given = "declare const stage: string, name: string, prod: boolean;\n";
const inline = (title: string, actions: string, more?: Program[2]): Program => [title, given + policy(actions), more];
const withText = (title: string, setup: string, actions: string, more?: Program[2]): Program => [
  title,
  `${given}${setup}\n${policy(actions)}`,
  more,
];

testPrograms("a template", [
  withText("of a constant service", 'const ims = "ims:images";', "[`${ims}:⟦lst⟧`, `${ims}:get`]"),
  withText("of a constant verb", 'const verb = "⟦lst⟧";', "[`ims:images:${verb}`]"),
  withText("of several constants", 'const service = "ims", type = "images";', "[`${service}:${type}:⟦lst⟧`]"),
  withText("of a member", 'const verbs = { all: "⟦lst⟧" };', "[`ims:images:${verbs.all}`]"),
  withText("of a template", 'const prefix = `ims:${"images"}`;', "[`${prefix}:⟦lst⟧`]"),
  withText("of a ternary", "", '[`ims:images:${prod ? "⟦lst⟧" : "get"}`]'),
  withText("with a piece inside of a word", 'const end = "st";', "[⟦`ims:images:l${end}`⟧]", {
    corrections: { "l${end}": "li${end}" },
    isSilentForAws: false,
  }),
  inline("without parts", "[`ims:images:⟦lst⟧`, `ims:images:get`]"),
  withText("beside one that is not known", "", '[`ims:images:${name}`, "ims:images:⟦lst⟧"]'),
]);

testPrograms("a sum", [
  inline("of literals", '["ims:images:" + "⟦lst⟧", "ims:images:" + "get"]'),
  withText("of constants", 'const prefix = "ims:images:";', '[prefix + "⟦lst⟧", prefix + "get"]'),
  withText("of three", 'const type = "images";', '["ims:" + type + ":⟦lst⟧"]'),
  withText("by +=", 'let action = "ims:images:";\naction += "⟦lst⟧";', "[action]"),
  withText("by concat", 'const prefix = "ims:images:";', '[prefix.concat("⟦lst⟧")]'),
  inline("beside one that is not known", '["ims:images:" + name, "ims:images:⟦lst⟧"]'),
]);

testPrograms("split", [
  inline("at blanks", '"ims:images:get ims:images:⟦lst⟧".split(" ")'),
  inline("at commas", '"ims:images:get,ims:images:⟦lst⟧".split(",")'),
  inline(
    "at line ends, with trim and filter",
    "`\n  ims:images:get\n  ims:images:⟦lst⟧\n`.split('\\n').map((line) => line.trim()).filter(Boolean)",
  ),
  inline(
    "at line ends, trimmed before",
    "`\n  ims:images:get\n  ims:images:⟦lst⟧\n`.trim().split('\\n').map((line) => line.trim())",
  ),
  withText("of a constant", 'const text = "ims:images:get;ims:images:⟦lst⟧";', 'text.split(";")'),
  withText("of verbs", "", '"get,⟦lst⟧".split(",").map((verb) => `ims:images:${verb}`)'),
  inline("by a regular expression", '"ims:images:get ims:images:⟦lst⟧".split(/\\s+/)'),
  withText("taken apart", 'const [one, other] = "ims:images:get ims:images:⟦lst⟧".split(" ");', "[one, other]"),
]);

testPrograms("trim", [
  inline("at both ends", '["  ims:images:⟦lst⟧ ".trim(), "ims:images:get"]'),
  inline("at the start", '["  ims:images:⟦lst⟧".trimStart()]'),
  inline("at the end", '["ims:images:⟦lst⟧\\n".trimEnd()]'),
  withText("of a constant template", "const action = `\n  ims:images:⟦lst⟧\n`;", "[action.trim()]"),
]);

testPrograms("replace and replaceAll by literals", [
  inline("of a placeholder", '["ims:TYPE:⟦lst⟧".replace("TYPE", "images")]'),
  inline("by the verb", '["ims:images:VERB".replace("VERB", "⟦lst⟧")]'),
  inline("of all", '["ims/images/⟦lst⟧".replaceAll("/", ":")]'),
  withText(
    "in a map",
    'const names = ["ims.images.⟦lst⟧", "ims.images.get"];',
    'names.map((name) => name.replaceAll(".", ":"))',
  ),
  inline("of what is not there", '["ims:images:⟦lst⟧".replace("TYPE", "images")]'),
  inline("of the prefix", '["svc:images:⟦lst⟧".replace("svc:", "ims:")]'),
]);

testPrograms("toLowerCase", [
  inline("of an action", '["IMS:images:⟦LST⟧".toLowerCase()]', { corrections: { LST: "LIST" } }),
  inline("of a service", '["IMS".toLowerCase() + ":images:⟦lst⟧"]', { isSilentForAws: false }),
  withText(
    "of an enum's keys",
    'const verbs = ["⟦LST⟧", "GET"];',
    "verbs.map((verb) => `ims:images:${verb.toLowerCase()}`)",
    {
      corrections: { LST: "LIST" },
    },
  ),
  inline("in a template", '[`${"IMS".toLowerCase()}:images:⟦lst⟧`]', { isSilentForAws: false }),
]);

testPrograms("a tagged template that does not change the text", [
  inline("String.raw", "[String.raw`ims:images:⟦lst⟧`, String.raw`ims:images:get`]"),
  withText("String.raw with a part", 'const verb = "⟦lst⟧";', "[String.raw`ims:images:${verb}`]"),
  [
    "pulumi.interpolate",
    `import * as pulumi from "@pulumi/pulumi";\nconst type = "images";\n${policy("[pulumi.interpolate`ims:${type}:⟦lst⟧`]")}`,
  ],
  withText(
    "a tag of the program",
    'const act = (strings: TemplateStringsArray, ...parts: string[]) => strings.reduce((all, text, index) => all + text + (parts[index] ?? ""), "");',
    '[act`ims:images:${"⟦lst⟧"}`]',
  ),
  [
    "a tag that only makes an editor show the text in colours",
    'const json = String.raw;\nexport const text = json`{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:⟦lst⟧"] }] }`;',
    { isSilentForAws: false },
  ],
]);

testPrograms("other ways with texts", [
  withText("slice", "", '["x-ims:images:⟦lst⟧".slice(2)]'),
  withText("substring", "", '["ims:images:⟦lst⟧!".substring(0, 14)]', {
    isSilentForAws: false,
    corrections: { "14": "15" },
  }),
  withText("String", "", '[String("ims:images:⟦lst⟧")]'),
  withText("toString", "", '["ims:images:⟦lst⟧".toString()]'),
  withText("an escape", "", '["ims:images:⟦l\\u0073t⟧"]', {
    corrections: { "l\\u0073t": "list" },
    isSilentForAws: false,
  }),
  withText("at", 'const parts = "ims:images:⟦lst⟧ x".split(" ");', "[parts.at(0)]"),
]);

const text = (actions: string) =>
  `\`{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [${actions}] }] }\``;

testPrograms("the text of a policy", [
  [
    "with a constant",
    `const action = "ims:images:⟦lst⟧";\nexport const policy = ${text('"${action}"')};`,
    { isSilentForAws: false },
  ],
  [
    "with a constant verb",
    `const verb = "⟦lst⟧";\nexport const policy = ${text('"ims:images:${verb}"')};`,
    { isSilentForAws: false },
  ],
  [
    "with an encoded list",
    `const actions = ["ims:images:⟦lst⟧", "ims:images:get"];\nexport const policy = \`{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": \${JSON.stringify(actions)} }] }\`;`,
    { isSilentForAws: false },
  ],
  [
    "with a joined list",
    `const actions = ["ims:images:⟦lst⟧", "ims:images:get"];\nexport const policy = ${text('${actions.map((action) => `"${action}"`).join(", ")}')};`,
    { isSilentForAws: false },
  ],
  [
    "by a helper",
    `const wrap = (action: string) => ${text('"${action}"')};\nexport const policy = wrap("ims:images:⟦lst⟧");`,
    { isSilentForAws: false },
  ],
  ["trimmed", `export const policy = ${text('"ims:images:⟦lst⟧"')}.trim();`, { isSilentForAws: false }],
]);

describe("texts that are known in part only", () => {
  it.each([
    ["an unknown verb", "[`ims:images:${name}`]"],
    ["an unknown service", "[`${name}:images:lst`]"],
    ["an unknown part of a verb", "[`ims:images:ls${name}`]"],
    ["an unknown text", "[name]"],
    ["an unknown list of a text", 'name.split(",")'],
    ["a replacement that is not known", '["ims:images:VERB".replace("VERB", name)]'],
    ["a replacement by a function", '["ims:images:VERB".replace("VERB", () => "list")]'],
    ["a replacement by an expression", '["ims:images:VERB".replace(/[A-Z]+/, "list")]'],
    ["a replacement with groups", '["ims:images:VERB".replace("VERB", "$&")]'],
    ["another case", '["ims:images:LIST".toLocaleLowerCase()]'],
    ["a tag of a library", "[translate`ims:images:lst`]"],
    ["a tag of the program that changes the text", "[change`ims:images:lst`]"],
    ["a changed text", '[fix("ims:images:lst")]'],
    ["a base64 text", '[atob("aW1zOmltYWdlczpsaXN0")]'],
    ["a decoded text", '[decodeURIComponent("ims%3Aimages%3Alst")]'],
    ["a text from the environment", "[process.env.ACTION ?? name]"],
  ])("are not judged: %s", (_, actions) => {
    const tag = "const change = (strings: TemplateStringsArray) => strings[0]!.replace(/lst/, 'list');\n";
    expect(saidOf(given + tag + policy(actions))).toEqual([]);
  });
});

testSilent("a correct program with texts", [
  ["a replaced verb", policy('["ims:images:lst".replace("lst", "list")]')],
  [
    "a replaced verb, all",
    policy('["ims:images:lst", "ims:images:get"].map((name) => name.replaceAll("lst", "list"))'),
  ],
  ["a cut verb", policy('["ims:images:lists".slice(0, -1)]')],
  ["a longer verb", policy('["ims:images:li".concat("st")]')],
  ["pieces", policy('["ims:images:li" + "st", "ims:" + "images:get"]')],
  ["pieces of a template", `const end = "st";\n${policy("[`ims:images:li${end}`]")}`],
  ["padding", policy('["ims:images:lis".padEnd(15, "t")]')],
  ["upper case", policy('["IMS:IMAGES:LIST".toLowerCase()]')],
  ["a repeated part", policy('[`ims:images:${"list".repeat(1)}`]')],
  [
    "a text for another cloud",
    'const s3 = "s3";\nexport const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: [`${s3}:GetObject`, s3 + ":ListBucket"], Resource: "*" }] };',
  ],
]);
