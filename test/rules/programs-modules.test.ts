import { describe, expect, it } from "vitest";
import { projectFolder } from "../hosts/estree/modules/project-folder.js";
import {
  correct,
  expectMarked,
  misspelt,
  misspeltGet,
  policy,
  policyOf,
  readMarked,
  saidOf,
  type Expected,
} from "../programs.js";

const project = projectFolder();

/** The files of a project, by their paths; `main.ts` is linted, with marks. */
type Files = Readonly<Record<string, string | object>>;

type Case = readonly [name: string, files: Files, more?: CaseMore];

interface CaseMore {
  readonly findings?: readonly Expected[];
  /** The linted file. */
  readonly file?: string;
  /** Symbolic links, by their paths. */
  readonly links?: Readonly<Record<string, string>>;
}

function write(files: Files, links: Readonly<Record<string, string>> = {}): void {
  project.write(files);
  for (const [name, target] of Object.entries(links)) {
    project.link(name, target);
  }
}

const inFile = (file: string) => misspelt(`(in ${file})`);

/** Tests each project with its mistakes and without them. Where nothing is said, they are in `images.ts`. */
function testProjects(cell: string, cases: readonly Case[]): void {
  const all = cases.map(([name, files, more = {}]) => [name, files, more] as const);
  describe(cell, () => {
    it.each(all)("%s: has the findings", (_, files, { findings = [inFile("images.ts")], file = "main.ts", links }) => {
      write(files, links);
      expectMarked(textOf(files, file), findings, { filename: project.path(file) });
    });

    it.each(all)("%s: is silent without mistakes", (_, files, { file = "main.ts", links }) => {
      const corrected: Files = Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          typeof content === "string" ? correct(content) : (JSON.parse(correct(JSON.stringify(content))) as object),
        ]),
      );
      write(corrected, links);
      expect(saidOf(textOf(corrected, file), { filename: project.path(file) })).toEqual([]);
    });
  });
}

function textOf(files: Files, name: string): string {
  const content = files[name];
  return typeof content === "string" ? content : "";
}

const images = 'export const READ = ["ims:images:get", "ims:images:lst"];\n';
const asConst = 'export const READ = ["ims:images:get", "ims:images:lst"] as const;\n';
const use = policy("[...⟦READ⟧]");

const cdktf = 'import { IdentityRoleV3 } from "@cdktf/provider-opentelekomcloud/lib/identity-role-v3";\n';
const makeRole =
  'new IdentityRoleV3(stack, name, { displayName: name, displayLayer: "project", description: name, statement: [{ effect: "Allow", action }] })';
const table = '[{ "name": "a", "action": ["ims:images:get"] }, { "name": "b", "action": ["ims:images:lst"] }]';

testProjects("a table of another file, for each row of which something is made", [
  [
    "by forEach",
    {
      "main.ts": `${cdktf}import { rows } from "./images";\n⟦rows⟧.forEach(({ name, action }) => ${makeRole});`,
      "images.ts": `export const rows = ${table};`,
    },
  ],
  [
    "by map",
    {
      "main.ts": `${cdktf}import rows from "./images";\nexport const roles = ⟦rows⟧.map(({ name, action }) => ${makeRole});`,
      "images.ts": `export default ${table};`,
    },
  ],
  [
    "by forEach of those that filter leaves, from JSON",
    {
      "main.ts": `${cdktf}import rows from "./images.json";\n(⟦rows⟧ as Row[]).filter(({ name }) => name !== "c").forEach(({ name, action }) => { ${makeRole}; });`,
      "images.json": table,
    },
    { findings: [inFile("images.json")] },
  ],
]);

testProjects("a relative import", [
  [
    "of names that a pattern takes from a record",
    {
      "main.ts": `import { ALL, one, rest } from "./images";\n${policy("[⟦ALL⟧, one, ...rest]")}`,
      "images.ts":
        'const image = { all: "ims:images:lst", more: [{ one: "ims:images:get" }] };\n' +
        'export const { all: ALL, more: [{ one = "ims:images:get" }, ...rest], ...others } = image;\n',
    },
  ],
  [
    "of a name beside a namespace and types",
    {
      "main.ts": `import { READ } from "./images";\n${policy("[...⟦READ⟧]")}`,
      "images.ts": `${images}export namespace Images {\n  export const one = "ims:images:get";\n}\nexport interface Image {\n  id: string;\n}\nexport type Images2 = Image[];\nexport default interface Other {}\n`,
    },
  ],
  [
    "of a default that is a class",
    {
      "main.ts": `import Images from "./images";\n${policy("[⟦Images.all⟧]")}`,
      "images.ts": 'export default class {\n  static all = "ims:images:lst";\n}\n',
    },
  ],
  [
    "of a default that is a function",
    {
      "main.ts": `import all from "./images";\n${policy("[⟦all()⟧]")}`,
      "images.ts": 'export default function () {\n  return "ims:images:lst";\n}\n',
    },
  ],
  ["of a list", { "main.ts": `import { READ } from "./images";\n${policy("⟦READ⟧")}`, "images.ts": images }],
  ["of a list, spread", { "main.ts": `import { READ } from "./images";\n${use}`, "images.ts": asConst }],
  ["with .js", { "main.ts": `import { READ } from "./images.js";\n${use}`, "images.ts": images }],
  [
    "with another name",
    { "main.ts": `import { READ as LIST } from "./images";\n${policy("[...⟦LIST⟧]")}`, "images.ts": images },
  ],
  [
    "of everything",
    { "main.ts": `import * as all from "./images";\n${policy("[...⟦all.READ⟧]")}`, "images.ts": images },
  ],
  [
    "of an action",
    {
      "main.ts": `import { ALL } from "./images";\n${policy("[⟦ALL⟧]")}`,
      "images.ts": 'export const ALL = "ims:images:lst";\n',
    },
  ],
  [
    "of an enum",
    {
      "main.ts": `import { Image } from "./images";\n${policy("[⟦Image.All⟧, Image.One]")}`,
      "images.ts": 'export enum Image {\n  All = "ims:images:lst",\n  One = "ims:images:get",\n}\n',
    },
  ],
  [
    "of a record",
    {
      "main.ts": `import { image } from "./images";\n${policy("Object.values(⟦image⟧)")}`,
      "images.ts": 'export const image = { all: "ims:images:lst", one: "ims:images:get" };\n',
    },
  ],
  [
    "of a class",
    {
      "main.ts": `import { Image } from "./images";\n${policy("[⟦Image.ALL⟧]")}`,
      "images.ts": 'export class Image {\n  static readonly ALL = "ims:images:lst";\n}\n',
    },
  ],
  [
    "of a statement",
    {
      "main.ts": `import { reads } from "./images";\n${policyOf("[⟦reads⟧]")}`,
      "images.ts": 'export const reads = { Effect: "Allow", Action: ["ims:images:lst"] };\n',
    },
  ],
  [
    "of a verb",
    {
      "main.ts": `import { verb } from "./images";\n${policy("[`ims:images:${⟦verb⟧}`]")}`,
      "images.ts": 'export const verb = "lst";\n',
    },
    { findings: [misspelt("(partly in images.ts)")] },
  ],
  [
    "of a list with a condition",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts": 'export const READ = ["ims:images:get", ...(process.env.PROD ? ["ims:images:lst"] : [])];\n',
    },
  ],
  [
    "of a list that the module fills",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts": 'export const READ: string[] = ["ims:images:get"];\nREAD.push("ims:images:lst");\n',
    },
  ],
  [
    "of a mapped list",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts": 'export const READ = ["get", "lst"].map((verb) => `ims:images:${verb}`);\n',
    },
  ],
  [
    "of a sum",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts": 'export const READ = ["ims:images:" + "lst"];\n',
    },
  ],
  [
    "of a template",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts": 'const type = "images";\nexport const READ = [`ims:${type}:lst`];\n',
    },
  ],
  [
    "of a text that is split",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts": 'export const READ = "ims:images:get ims:images:lst".split(" ");\n',
    },
  ],
  [
    "of a text that is trimmed",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts": 'export const READ = [" ims:images:lst ".trim()];\n',
    },
  ],
  [
    "of parts that are joined",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts": 'export const READ = [["ims", "images", "lst"].join(":")];\n',
    },
  ],
  [
    "of a text that is replaced",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts": 'export const READ = ["ims/images/lst".replaceAll("/", ":")];\n',
    },
  ],
  [
    "of entries",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts":
        'export const READ = Object.entries({ images: ["lst"] }).flatMap(([type, verbs]) => verbs.map((verb) => `ims:${type}:${verb}`));\n',
    },
  ],
  [
    "of a helper's texts",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts": 'const image = (verb: string) => `ims:images:${verb}`;\nexport const READ = [image("lst")];\n',
    },
  ],
  [
    "of a text far down in a long file",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts": `${"// A long comment.\n".repeat(50)}export const READ = ["lst"].map((verb) => \`ims:images:\${verb}\`);\n`,
    },
  ],
  [
    "of a set",
    {
      "main.ts": `import { READ } from "./images";\n${use}`,
      "images.ts": 'export const READ = new Set(["ims:images:get", "ims:images:lst"]);\n',
    },
  ],
  [
    "of two lists of two files",
    {
      "main.ts": `import { READ } from "./images";\nimport { ONE } from "./one";\n${policy("[...⟦READ⟧, ...⟦ONE⟧]")}`,
      "images.ts": images,
      "one.ts": 'export const ONE = ["ims:images:gte"];\n',
    },
    { findings: [inFile("images.ts"), misspeltGet("(in one.ts)")] },
  ],
  [
    "of two mistakes",
    {
      "main.ts": `import { READ } from "./images";\n${policy("[...⟦⟦READ⟧⟧]")}`,
      "images.ts": 'export const READ = ["ims:images:gte", "ims:images:lst"];\n',
    },
    { findings: [misspeltGet("(in images.ts)"), inFile("images.ts")] },
  ],
  [
    "of a list beside its own",
    {
      "main.ts": `import { READ } from "./images";\n${policy('[...⟦READ⟧, "ims:images:⟦gte⟧"]')}`,
      "images.ts": 'export const READ = ["ims:images:lst"];\n',
    },
    { findings: [inFile("images.ts"), misspeltGet()] },
  ],
  [
    "of a member that is taken apart",
    {
      "main.ts": `import { lists } from "./images";\nconst { read } = lists;\n${policy("⟦read⟧")}`,
      "images.ts": 'export const lists = { read: ["ims:images:lst"] };\n',
    },
  ],
  [
    "of a list, in a constant",
    {
      "main.ts": `import { READ } from "./images";\nconst all = [...⟦READ⟧, "ims:images:delete"];\n${policy("all")}`,
      "images.ts": images,
    },
  ],
]);

testProjects("an imported helper", [
  [
    "that makes a statement",
    {
      "main.ts": `import { allow } from "./iam";\n${policyOf('[allow("ims:images:⟦lst⟧")]')}`,
      "iam.ts": 'export const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\n',
    },
    { findings: [misspelt()] },
  ],
  [
    "that makes a policy",
    {
      "main.ts": `import { policyOf } from "./iam";\nexport const policy = policyOf(["ims:images:⟦lst⟧"]);`,
      "iam.ts":
        'export const policyOf = (actions: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\n',
    },
    { findings: [misspelt()] },
  ],
  [
    "that makes a policy which is handed over",
    {
      "main.ts": `import { policyOf } from "./iam";\ncreate(policyOf(["ims:images:⟦lst⟧"]));`,
      "iam.ts":
        'export const policyOf = (actions: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\n',
    },
    { findings: [misspelt()] },
  ],
  [
    "that makes a policy's text",
    {
      "main.ts": `import { policyOf } from "./iam";\nexport const policy = policyOf("ims:images:⟦lst⟧");`,
      "iam.ts":
        'export function policyOf(...actions: string[]) {\n  return JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\n}\n',
    },
    { findings: [misspelt()] },
  ],
  [
    "that makes a name",
    {
      "main.ts": `import { act } from "./iam";\n${policy('[act("ims", "images:⟦lst⟧")]')}`,
      "iam.ts": "export const act = (service: string, rest: string) => `${service}:${rest}`;\n",
    },
    { findings: [misspelt("(made by act in iam.ts)")] },
  ],
  [
    "that has the mistake",
    {
      "main.ts": `import { reads } from "./images";\n${policyOf("[⟦reads()⟧]")}`,
      "images.ts": 'export const reads = () => ({ Effect: "Allow", Action: ["ims:images:lst"] });\n',
    },
  ],
  [
    "that has the mistake beside what is given",
    {
      "main.ts": `import { reads } from "./images";\n${policyOf('[⟦reads("ims:images:get")⟧]')}`,
      "images.ts": 'export const reads = (more: string) => ({ Effect: "Allow", Action: ["ims:images:lst", more] });\n',
    },
  ],
  [
    "that calls another one",
    {
      "main.ts": `import { reads } from "./iam";\n${policyOf('[reads("ims:images:⟦lst⟧")]')}`,
      "iam.ts":
        'import { allow } from "./allow";\nexport const reads = (action: string) => allow(action, "ims:images:get");\n',
      "allow.ts": 'export const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\n',
    },
    { findings: [misspelt()] },
  ],
  [
    "by default",
    {
      "main.ts": `import allow from "./iam";\n${policyOf('[allow("ims:images:⟦lst⟧")]')}`,
      "iam.ts": 'export default function (...actions: string[]) {\n  return { Effect: "Allow", Action: actions };\n}\n',
    },
    { findings: [misspelt()] },
  ],
  [
    "of a namespace",
    {
      "main.ts": `import * as iam from "./iam";\n${policyOf('[iam.allow("ims:images:⟦lst⟧")]')}`,
      "iam.ts": 'export const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\n',
    },
    { findings: [misspelt()] },
  ],
  [
    "of an object",
    {
      "main.ts": `import { iam } from "./iam";\n${policyOf('[iam.allow("ims:images:⟦lst⟧")]')}`,
      "iam.ts": 'export const iam = { allow: (...actions: string[]) => ({ Effect: "Allow", Action: actions }) };\n',
    },
    { findings: [misspelt()] },
  ],
  [
    "of a class",
    {
      "main.ts": `import { Policies } from "./iam";\nexport const policy = new Policies().allow("ims:images:⟦lst⟧").build();`,
      "iam.ts":
        'export class Policies {\n  private statements: object[] = [];\n  allow(...actions: string[]) {\n    this.statements.push({ Effect: "Allow", Action: actions });\n    return this;\n  }\n  build() {\n    return { Version: "1.1", Statement: this.statements };\n  }\n}\n',
    },
    { findings: [misspelt()] },
  ],
  [
    "that makes a construct",
    {
      "main.ts": `import { makeRole } from "./iam";\ndeclare const stack: never;\nmakeRole(stack, "r", ["ims:images:⟦lst⟧"]);`,
      "iam.ts":
        'import { IdentityRoleV3 } from "@cdktf/provider-opentelekomcloud/lib/identity-role-v3";\nexport const makeRole = (stack: never, id: string, action: string[]) =>\n  new IdentityRoleV3(stack, id, { displayName: id, displayLayer: "project", description: "r", statement: [{ effect: "Allow", action }] });\n',
    },
    { findings: [misspelt("Open Telekom Cloud")] },
  ],
  [
    "that is a wrapper of a construct",
    {
      "main.ts": `import { ImageRole } from "./iam";\ndeclare const stack: never;\nnew ImageRole(stack, "r", ["ims:images:⟦lst⟧"]);`,
      "iam.ts":
        'import { IdentityRoleV3 } from "@cdktf/provider-opentelekomcloud/lib/identity-role-v3";\nexport class ImageRole extends IdentityRoleV3 {\n  constructor(scope: never, id: string, action: string[]) {\n    super(scope, id, { displayName: id, displayLayer: "project", description: "r", statement: [{ effect: "Allow", action }] });\n  }\n}\n',
    },
    { findings: [misspelt("Open Telekom Cloud")] },
  ],
  [
    "in a map",
    {
      "main.ts": `import { image } from "./iam";\n${policy('["get", "⟦lst⟧"].map(image)')}`,
      "iam.ts": "export const image = (verb: string) => `ims:images:${verb}`;\n",
    },
    { findings: [misspelt("(made by image in iam.ts)")] },
  ],
  [
    "with a table of its module",
    {
      "main.ts": `import { image } from "./images";\n${policy('[⟦image("all")⟧, image("one")]')}`,
      "images.ts":
        'const verbs: Record<string, string> = { all: "lst", one: "get" };\nexport const image = (name: string) => `ims:images:${verbs[name]}`;\n',
    },
    { findings: [misspelt()] },
  ],
  [
    "with a mistake in a text",
    {
      "main.ts": `import { allow } from "./images";\n${policyOf('[⟦allow("images")⟧]')}`,
      "images.ts": 'export const allow = (type: string) => ({ Effect: "Allow", Action: [`ims:${type}:lst`] });\n',
    },
    { findings: [misspelt("(made by allow in images.ts)")] },
  ],
  [
    "with a mistake in its policy, which is encoded",
    {
      "main.ts": `import { policyOf } from "./images";\nexport const text = JSON.stringify(⟦policyOf("ims:images:get")⟧);`,
      "images.ts":
        'export const policyOf = (action: string) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: [action, "ims:images:lst"] }] });\n',
    },
  ],
]);

testProjects("a chain of modules", [
  [
    "export *",
    {
      "main.ts": `import { READ } from "./iam";\n${use}`,
      "iam/index.ts": 'export * from "./images";\n',
      "iam/images.ts": images,
    },
  ],
  [
    "export * of export *",
    {
      "main.ts": `import { READ } from "./iam";\n${use}`,
      "iam/index.ts": 'export * from "./all";\n',
      "iam/all.ts": 'export * from "./images";\n',
      "iam/images.ts": images,
    },
  ],
  [
    "export * beside others",
    {
      "main.ts": `import { READ } from "./iam";\n${use}`,
      "iam/index.ts": 'export * from "./other";\nexport * from "./images";\nexport const x = 1;\n',
      "iam/images.ts": images,
      "iam/other.ts": "export const OTHER = [];\n",
    },
  ],
  [
    "export * as",
    {
      "main.ts": `import { images } from "./iam";\n${policy("[...⟦images.READ⟧]")}`,
      "iam/index.ts": 'export * as images from "./images";\n',
      "iam/images.ts": images,
    },
  ],
  [
    "export * as, of everything",
    {
      "main.ts": `import * as iam from "./iam";\n${policy("[...⟦iam.images.READ⟧]")}`,
      "iam/index.ts": 'export * as images from "./images";\n',
      "iam/images.ts": images,
    },
  ],
  [
    "export * as of export *",
    {
      "main.ts": `import { images } from "./iam";\n${policy("[...⟦images.READ⟧]")}`,
      "iam.ts": 'export * as images from "./barrel";\n',
      "barrel.ts": 'export * from "./images";\n',
      "images.ts": images,
    },
  ],
  [
    "everything of export *",
    {
      "main.ts": `import * as iam from "./iam";\n${policy("[...⟦iam.READ⟧]")}`,
      "iam.ts": 'export * from "./images";\n',
      "images.ts": images,
    },
  ],
  [
    "a named re-export",
    {
      "main.ts": `import { READ } from "./iam";\n${use}`,
      "iam.ts": 'export { READ } from "./images";\n',
      "images.ts": images,
    },
  ],
  [
    "a re-export with another name",
    {
      "main.ts": `import { IMAGES } from "./iam";\n${policy("[...⟦IMAGES⟧]")}`,
      "iam.ts": 'export { READ as IMAGES } from "./images";\n',
      "images.ts": images,
    },
  ],
  [
    "a re-export as default",
    {
      "main.ts": `import READ from "./iam";\n${use}`,
      "iam.ts": 'export { READ as default } from "./images";\n',
      "images.ts": images,
    },
  ],
  [
    "a re-export of a default",
    {
      "main.ts": `import { IMAGES } from "./iam";\n${policy("[...⟦IMAGES⟧]")}`,
      "iam.ts": 'export { default as IMAGES } from "./images";\n',
      "images.ts": 'export default ["ims:images:get", "ims:images:lst"];\n',
    },
  ],
  [
    "an import and an export",
    {
      "main.ts": `import { READ } from "./iam";\n${use}`,
      "iam.ts": 'import { READ } from "./images";\nexport { READ };\n',
      "images.ts": images,
    },
  ],
  [
    "an import in an object",
    {
      "main.ts": `import { iam } from "./iam";\n${policy("[...⟦iam.images⟧]")}`,
      "iam.ts": 'import { READ } from "./images";\nexport const iam = { images: READ };\n',
      "images.ts": images,
    },
  ],
  [
    "a default export",
    {
      "main.ts": `import READ from "./images";\n${use}`,
      "images.ts": 'export default ["ims:images:get", "ims:images:lst"] as const;\n',
    },
  ],
  [
    "a default export of an object",
    {
      "main.ts": `import actions from "./images";\n${policy("[...⟦actions.read⟧]")}`,
      "images.ts": 'export default { read: ["ims:images:lst"] };\n',
    },
  ],
  [
    "a default export by name",
    {
      "main.ts": `import READ from "./images";\n${use}`,
      "images.ts": 'const READ = ["ims:images:get", "ims:images:lst"];\nexport default READ;\n',
    },
  ],
  [
    "a list that two modules build",
    {
      "main.ts": `import { ALL } from "./iam";\n${policy("[...⟦ALL⟧]")}`,
      "iam.ts": 'import { READ } from "./images";\nexport const ALL = [...READ, "ims:images:delete"];\n',
      "images.ts": images,
    },
  ],
  [
    "import =",
    { "main.ts": `import images = require("./images");\n${policy("[...⟦images.READ⟧]")}`, "images.ts": images },
  ],
]);

const tsconfig = (compilerOptions: object) => ({ compilerOptions });

testProjects("paths and baseUrl of tsconfig", [
  [
    "a pattern",
    {
      "tsconfig.json": tsconfig({ paths: { "@/*": ["./src/*"] } }),
      "src/main.ts": `import { READ } from "@/iam/images";\n${use}`,
      "src/iam/images.ts": images,
    },
    { file: "src/main.ts" },
  ],
  [
    "a name",
    {
      "tsconfig.json": tsconfig({ paths: { iam: ["./src/iam/index.ts"] } }),
      "src/main.ts": `import { READ } from "iam";\n${use}`,
      "src/iam/index.ts": 'export * from "./images";\n',
      "src/iam/images.ts": images,
    },
    { file: "src/main.ts" },
  ],
  [
    "baseUrl",
    {
      "tsconfig.json": tsconfig({ baseUrl: "src" }),
      "src/main.ts": `import { READ } from "iam/images";\n${use}`,
      "src/iam/images.ts": images,
    },
    { file: "src/main.ts" },
  ],
  [
    "baseUrl and a pattern",
    {
      "tsconfig.json": tsconfig({ baseUrl: "./src", paths: { "~/*": ["*"] } }),
      "src/main.ts": `import { READ } from "~/images";\n${use}`,
      "src/images.ts": images,
    },
    { file: "src/main.ts" },
  ],
  [
    "what it extends",
    {
      "tsconfig.json": { extends: "./base.json" },
      "base.json": tsconfig({ paths: { "@/*": ["./src/*"] } }),
      "src/main.ts": `import { READ } from "@/images";\n${use}`,
      "src/images.ts": images,
    },
    { file: "src/main.ts" },
  ],
  [
    "with a comment",
    {
      "tsconfig.json": '{ // ours\n  "compilerOptions": { "paths": { "@/*": ["./src/*"], }, },\n}',
      "src/main.ts": `import { READ } from "@/images";\n${use}`,
      "src/images.ts": images,
    },
    { file: "src/main.ts" },
  ],
]);

testProjects("imports of package.json", [
  [
    "a pattern",
    {
      "package.json": { imports: { "#iam/*.js": "./src/iam/*.ts" } },
      "src/main.ts": `import { READ } from "#iam/images.js";\n${use}`,
      "src/iam/images.ts": images,
    },
    { file: "src/main.ts" },
  ],
  [
    "a name",
    {
      "package.json": { imports: { "#iam": "./src/images.ts" } },
      "main.ts": `import { READ } from "#iam";\n${use}`,
      "src/images.ts": images,
    },
  ],
  [
    "conditions",
    {
      "package.json": { imports: { "#iam": { types: "./src/images.d.ts", default: "./src/images.ts" } } },
      "main.ts": `import { READ } from "#iam";\n${use}`,
      "src/images.ts": images,
    },
  ],
  [
    "the package's own name",
    {
      "package.json": { name: "@acme/iam", exports: "./src/images.ts" },
      "main.ts": `import { READ } from "@acme/iam";\n${use}`,
      "src/images.ts": images,
    },
  ],
]);

const workspace = (manifest: object, files: Files): Files => ({
  "package.json": { private: true, workspaces: ["packages/*"] },
  "packages/iam/package.json": { name: "@acme/iam", ...manifest },
  "packages/app/package.json": { name: "@acme/app" },
  ...files,
});
const linked = { file: "packages/app/main.ts", links: { "node_modules/@acme/iam": "packages/iam" } };
const fromPackage = `import { READ } from "@acme/iam";\n${use}`;

testProjects("workspace packages", [
  [
    "source as main",
    workspace(
      { main: "./src/images.ts" },
      { "packages/app/main.ts": fromPackage, "packages/iam/src/images.ts": images },
    ),
    linked,
  ],
  [
    "source by exports",
    workspace(
      { exports: { ".": "./src/index.ts" } },
      {
        "packages/app/main.ts": fromPackage,
        "packages/iam/src/index.ts": 'export * from "./images.js";\n',
        "packages/iam/src/images.ts": images,
      },
    ),
    linked,
  ],
  [
    "a path",
    workspace(
      { exports: { "./*": "./src/*.ts" } },
      {
        "packages/app/main.ts": `import { READ } from "@acme/iam/images";\n${use}`,
        "packages/iam/src/images.ts": images,
      },
    ),
    linked,
  ],
  [
    "what is built, with its types",
    workspace(
      { main: "./dist/images.js", types: "./dist/images.d.ts" },
      {
        "packages/app/main.ts": fromPackage,
        "packages/iam/dist/images.js": 'export const READ = ["ims:images:get", "ims:images:lst"];\n',
        "packages/iam/dist/images.d.ts": "export declare const READ: string[];\n",
      },
    ),
    { ...linked, findings: [inFile("images.js")] },
  ],
  [
    "what is built to CommonJS",
    workspace(
      { main: "./dist/images.js" },
      {
        "packages/app/main.ts": fromPackage,
        "packages/iam/dist/images.js":
          '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\nexports.READ = void 0;\nexports.READ = ["ims:images:get", "ims:images:lst"];\n',
      },
    ),
    { ...linked, findings: [inFile("images.js")] },
  ],
  [
    "a helper",
    workspace(
      { main: "./src/images.ts" },
      {
        "packages/app/main.ts": `import { allow } from "@acme/iam";\n${policyOf('[allow("ims:images:⟦lst⟧")]')}`,
        "packages/iam/src/images.ts":
          'export const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\n',
      },
    ),
    { ...linked, findings: [misspelt()] },
  ],
]);

testProjects("JSON modules", [
  [
    "a list",
    {
      "main.ts": `import actions from "./images.json";\n${policy("⟦actions⟧")}`,
      "images.json": ["ims:images:get", "ims:images:lst"],
    },
    { findings: [inFile("images.json")] },
  ],
  [
    "a member",
    {
      "main.ts": `import actions from "./images.json";\n${policy("⟦actions.read⟧")}`,
      "images.json": { read: ["ims:images:lst"] },
    },
    { findings: [inFile("images.json")] },
  ],
  [
    "with an attribute",
    {
      "main.ts": `import actions from "./images.json" with { type: "json" };\n${policy("[...⟦actions.read⟧]")}`,
      "images.json": { read: ["ims:images:lst"] },
    },
    { findings: [inFile("images.json")] },
  ],
  [
    "a name",
    {
      "main.ts": `import { read } from "./images.json";\n${policy("⟦read⟧")}`,
      "images.json": { read: ["ims:images:lst"] },
    },
    { findings: [inFile("images.json")] },
  ],
  [
    "required",
    {
      "main.ts": `const actions = require("./images.json");\n${policy("⟦actions.read⟧")}`,
      "images.json": { read: ["ims:images:lst"] },
    },
    { findings: [inFile("images.json")] },
  ],
  [
    "a policy of a role",
    {
      "main.ts": `import { IdentityRole } from "@cdktf/provider-huaweicloud/lib/identity-role";\nimport policy from "./policy.data.json" with { type: "json" };\ndeclare const stack: never;\nnew IdentityRole(stack, "r", { name: "r", description: "r", type: "XA", policy: JSON.stringify(⟦policy⟧) });`,
      "policy.data.json": { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:lst"] }] },
    },
    { findings: [inFile("policy.data.json")] },
  ],
  [
    "by a module between",
    {
      "main.ts": `import { READ } from "./iam";\n${use}`,
      "iam.ts": 'import actions from "./images.json";\nexport const READ = actions.read;\n',
      "images.json": { read: ["ims:images:lst"] },
    },
    { findings: [inFile("images.json")] },
  ],
]);

testProjects("CommonJS", [
  [
    "module.exports",
    {
      "main.js": `const { READ } = require("./images");\n${policy("⟦READ⟧").replace("export const policy", "module.exports")}`,
      "images.js": 'module.exports = { READ: ["ims:images:get", "ims:images:lst"] };\n',
    },
    { file: "main.js", findings: [inFile("images.js")] },
  ],
  [
    "exports.x",
    {
      "main.js": `const { READ } = require("./images");\n${policy("⟦READ⟧").replace("export const policy", "exports.policy")}`,
      "images.js": 'exports.READ = ["ims:images:get", "ims:images:lst"];\n',
    },
    { file: "main.js", findings: [inFile("images.js")] },
  ],
  [
    "module.exports.x",
    {
      "main.js": `const images = require("./images");\n${policy("⟦images.READ⟧").replace("export const policy", "exports.policy")}`,
      "images.js": 'module.exports.READ = ["ims:images:lst"];\n',
    },
    { file: "main.js", findings: [inFile("images.js")] },
  ],
  [
    "a list",
    {
      "main.js": `const READ = require("./images");\n${policy("⟦READ⟧").replace("export const policy", "exports.policy")}`,
      "images.js": 'module.exports = ["ims:images:lst"];\n',
    },
    { file: "main.js", findings: [inFile("images.js")] },
  ],
  [
    "a member of the call",
    {
      "main.js": policy('⟦require("./images").READ⟧').replace("export const policy", "exports.policy"),
      "images.js": 'exports.READ = ["ims:images:lst"];\n',
    },
    { file: "main.js", findings: [inFile("images.js")] },
  ],
  [
    "a chain",
    {
      "main.js": `const { READ } = require("./iam");\n${policy("⟦READ⟧").replace("export const policy", "exports.policy")}`,
      "iam.js": 'module.exports = { ...require("./images") };\n',
      "images.js": 'exports.READ = ["ims:images:lst"];\n',
    },
    { file: "main.js", findings: [inFile("images.js")] },
  ],
  [
    "a helper",
    {
      "main.js": `const { allow } = require("./iam");\n${policyOf('[allow("ims:images:⟦lst⟧")]').replace("export const policy", "exports.policy")}`,
      "iam.js": 'exports.allow = (...actions) => ({ Effect: "Allow", Action: actions });\n',
    },
    { file: "main.js", findings: [misspelt()] },
  ],
  [
    "imported",
    { "main.ts": `import { READ } from "./images.cjs";\n${use}`, "images.cjs": 'exports.READ = ["ims:images:lst"];\n' },
    { findings: [inFile("images.cjs")] },
  ],
  [
    "imported by default",
    {
      "main.ts": `import images from "./images.cjs";\n${policy("[...⟦images.READ⟧]")}`,
      "images.cjs": 'module.exports = { READ: ["ims:images:lst"] };\n',
    },
    { findings: [inFile("images.cjs")] },
  ],
  [
    "a class",
    {
      "main.js": `const { Image } = require("./images");\n${policy("[⟦Image.ALL⟧]").replace("export const policy", "exports.policy")}`,
      "images.js": 'class Image {\n  static ALL = "ims:images:lst";\n}\nmodule.exports = { Image };\n',
    },
    { file: "main.js", findings: [inFile("images.js")] },
  ],
]);

const otc = { cloud: "otc" };
const needy = '"functiongraph:function:publish"';
const needed = '"functiongraph:function:getCode"';

describe("what another file may change", () => {
  it.each<[string, Files]>([
    [
      "a module that pushes",
      {
        "main.ts": `import { list } from "./list";\n${policy("list")}`,
        "list.ts": `export const list = [${needy}];\nlist.push(${needed});\n`,
      },
    ],
    [
      "a function that pushes",
      {
        "main.ts": `import { addDeps } from "./deps";\nconst list = [${needy}];\naddDeps(list);\n${policy("list")}`,
        "deps.ts": `export function addDeps(list: string[]) {\n  list.push(${needed});\n}\n`,
      },
    ],
    [
      "a function that pushes and has a result",
      {
        "main.ts": `import { addDeps } from "./deps";\nconst list = [${needy}];\nconst count = addDeps(list);\n${policy("list")}`,
        "deps.ts": `export function addDeps(list: string[]) {\n  return list.push(${needed});\n}\n`,
      },
    ],
    [
      "a function that pushes and returns it",
      {
        "main.ts": `import { addDeps } from "./deps";\nconst list = [${needy}];\n${policy("addDeps(list)")}`,
        "deps.ts": `export function addDeps(list: string[]) {\n  list.push(${needed});\n  return list;\n}\n`,
      },
    ],
    [
      "a function that pushes, in a condition",
      {
        "main.ts": `import { addDeps } from "./deps";\nconst list = [${needy}];\nif (addDeps(list)) console.log(1);\n${policy("list")}`,
        "deps.ts": `export function addDeps(list: string[]) {\n  return list.push(${needed}) > 0;\n}\n`,
      },
    ],
    [
      "a function that pushes to an imported list",
      {
        "main.ts": `import { list, addDeps } from "./deps";\naddDeps();\n${policy("list")}`,
        "deps.ts": `export const list = [${needy}];\nexport function addDeps() {\n  list.push(${needed});\n}\n`,
      },
    ],
    [
      "a method that pushes to an imported list",
      {
        "main.ts": `import { all } from "./deps";\nall.add();\n${policy("all.list")}`,
        "deps.ts": `export const all = {\n  list: [${needy}],\n  add() {\n    this.list.push(${needed});\n  },\n};\n`,
      },
    ],
    [
      "a module that is imported for what it does",
      {
        "main.ts": `import { list } from "./list";\nimport "./fill";\n${policy("list")}`,
        "list.ts": `export const list = [${needy}];\n`,
        "fill.ts": `import { list } from "./list";\nlist.push(${needed});\n`,
      },
    ],
    [
      "the linted file",
      {
        "main.ts": `import { list } from "./list";\nlist.push(${needed});\n${policy("list")}`,
        "list.ts": `export const list: string[] = [${needy}];\n`,
      },
    ],
    [
      "the linted file, by a namespace",
      {
        "main.ts": `import * as all from "./list";\nall.list.push(${needed});\n${policy("all.list")}`,
        "list.ts": `export const list: string[] = [${needy}];\n`,
      },
    ],
    [
      "a setter function",
      {
        "main.ts": `import { list, setList } from "./list";\nsetList([${needy}, ${needed}]);\n${policy("list")}`,
        "list.ts": `export let list = [${needy}];\nexport const setList = (all: string[]) => {\n  list = all;\n};\n`,
      },
    ],
    [
      "a class",
      {
        "main.ts": `import { A } from "./a";\nconst a = new A([${needy}]);\na.complete();\n${policy("a.list")}`,
        "a.ts": `export class A {\n  constructor(readonly list: string[]) {}\n  complete() {\n    this.list.push(${needed});\n  }\n}\n`,
      },
    ],
    [
      "a class whose constructor pushes",
      {
        "main.ts": `import { Completer } from "./a";\nconst list = [${needy}];\nnew Completer(list);\n${policy("list")}`,
        "a.ts": `export class Completer {\n  constructor(list: string[]) {\n    list.push(${needed});\n  }\n}\n`,
      },
    ],
    [
      "a registry",
      {
        "main.ts": `import { register, all } from "./registry";\nregister(${needy});\nregister(${needed});\n${policy("all()")}`,
        "registry.ts":
          "const list: string[] = [];\nexport const register = (name: string) => {\n  list.push(name);\n};\nexport const all = () => list;\n",
      },
    ],
    [
      "a JSON file that cannot be read",
      { "main.ts": `import list from "./list.json";\n${policy(`[${needy}, ...list]`)}` },
    ],
    [
      "a module that cannot be read",
      { "main.ts": `import { list } from "./missing";\n${policy(`[${needy}, ...list]`)}` },
    ],
    [
      "a broken module",
      {
        "main.ts": `import { list } from "./list";\n${policy(`[${needy}, ...list]`)}`,
        "list.ts": "export const list = [;",
      },
    ],
    [
      "an installed package",
      {
        "main.ts": `import { list } from "left";\n${policy(`[${needy}, ...list]`)}`,
        "node_modules/left/index.js": `exports.list = [];`,
      },
    ],
    [
      "a list that a file outside fills",
      { "main.ts": `import { list } from "../../../outside";\n${policy(`[${needy}, ...list]`)}` },
    ],
  ])("is taken into account: %s", (_, files) => {
    write(files);
    expect(saidOf(textOf(files, "main.ts"), { settings: otc, filename: project.path("main.ts") })).toEqual([]);
  });

  it.each<[string, Files]>([
    [
      "a list",
      {
        "main.ts": `import { list } from "./list";\n${policy("list")}`,
        "list.ts": `export const list = [${needy}];\n`,
      },
    ],
    [
      "a list of a chain",
      {
        "main.ts": `import { list } from "./iam";\n${policy("[...list]")}`,
        "iam.ts": 'export * from "./list";\n',
        "list.ts": `export const list = [${needy}] as const;\n`,
      },
    ],
    [
      "a helper",
      {
        "main.ts": `import { allow } from "./iam";\n${policyOf(`[allow(${needy})]`)}`,
        "iam.ts": 'export const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\n',
      },
    ],
    [
      "a function that only reads",
      {
        "main.ts": `import { count } from "./count";\nconst list = [${needy}];\ncount(list);\n${policy("list")}`,
        "count.ts": "export const count = (list: string[]) => list.length;\n",
      },
    ],
    ["JSON", { "main.ts": `import list from "./list.json";\n${policy("list")}`, "list.json": `[${needy}]` }],
  ])("is nothing, so that the list is complete: %s", (_, files) => {
    write(files);
    const { code } = readMarked(textOf(files, "main.ts"));
    expect(saidOf(code, { settings: otc, filename: project.path("main.ts") })).toEqual([
      expect.stringMatching(/^require-action-dependencies/u),
    ]);
  });
});

describe("modules that are hard to follow", () => {
  it.each<[string, Files]>([
    [
      "import themselves",
      {
        "main.ts": `import { list } from "./a";\n${policy("list")}`,
        "a.ts": 'import { list as own } from "./a";\nexport const list = [...own, "ims:images:get"];\n',
      },
    ],
    [
      "import each other",
      {
        "main.ts": `import { a } from "./a";\n${policy("a")}`,
        "a.ts": 'import { b } from "./b";\nexport const a = ["ims:images:get", ...b];\n',
        "b.ts": 'import { a } from "./a";\nexport const b = [...a, "ims:images:list"];\n',
      },
    ],
    [
      "import the linted file",
      {
        "main.ts": `import { a } from "./a";\nexport const verb = "list";\n${policy("a")}`,
        "a.ts": 'import { verb } from "./main";\nexport const a = [`ims:images:${verb}`];\n',
      },
    ],
    [
      "export * in a circle",
      {
        "main.ts": `import { a } from "./a";\n${policy("[a]")}`,
        "a.ts": 'export * from "./b";\n',
        "b.ts": 'export * from "./a";\n',
      },
    ],
    [
      "hide a name of export *",
      {
        "main.ts": `import { a } from "./all";\n${policy("[a]")}`,
        "all.ts": 'export * from "./one";\nexport const a = "ims:images:list";\n',
        "one.ts": 'export const a = "ims:images:lst";\n',
      },
    ],
    [
      "are only types",
      {
        "main.ts": `import type { a } from "./a";\nexport const policy = { Version: "1.1", Statement: [] as typeof a[] };`,
        "a.ts": 'export const a = "ims:images:lst";\n',
      },
    ],
    [
      "have a variable of the same name in a function",
      {
        "main.ts": `import { verb } from "./a";\nexport const f = (verb: string) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: [\`ims:images:\${verb}\`] }] });\nconsole.log(verb);`,
        "a.ts": 'export const verb = "lst";\n',
      },
    ],
    [
      "change a name later",
      {
        "main.ts": `import { verb } from "./a";\n${policy("[`ims:images:${verb}`]")}`,
        "a.ts": 'export let verb = "lst";\nverb = "list";\n',
      },
    ],
    [
      "are of AWS",
      {
        "main.ts": `import { S3 } from "./s3";\nexport const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: [...S3], Resource: "*" }] };`,
        "s3.ts": 'export const S3 = ["s3:GetObjct", "ecs:ListTasks"];\n',
      },
    ],
    [
      "have helpers for both clouds",
      {
        "main.ts": `import { statement } from "./iam";\nexport const aws = { Version: "2012-10-17", Statement: [statement("s3:GetObjct")] };\nexport const otc = { Version: "1.1", Statement: [statement("ims:images:get")] };`,
        "iam.ts": 'export const statement = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\n',
      },
    ],
    [
      "have a policy of their own with a mistake",
      { "main.ts": 'import { policy } from "./other";\nsend(policy);', "other.ts": policy('["ims:images:lst"]') },
    ],
    [
      "hold helpers that are called with other things",
      {
        "main.ts": `import { wrap } from "./wrap";\nexport const page = wrap("Action", ["ims:images:lst"]);`,
        "wrap.ts": "export const wrap = (name: string, all: string[]) => ({ [name]: all });\n",
      },
    ],
  ])("%s: are silent", (_, files) => {
    write(files);
    expect(saidOf(textOf(files, "main.ts"), { filename: project.path("main.ts") })).toEqual([]);
  });

  it("say nothing twice: a list that two policies use has its mistake at each use", () => {
    write({ "images.ts": images });
    expectMarked(
      `import { READ } from "./images";\nexport const one = { Version: "1.1", Statement: [{ Effect: "Allow", Action: [...⟦READ⟧] }] };\nexport const other = { Version: "1.1", Statement: [{ Effect: "Deny", Action: [...⟦READ⟧] }] };`,
      [inFile("images.ts"), inFile("images.ts")],
      { filename: project.path("main.ts") },
    );
  });

  it("are read again when they change", () => {
    const code = `import { READ } from "./images";\n${readMarked(use).code}`;
    const filename = project.path("main.ts");
    write({ "images.ts": images });
    expect(saidOf(code, { filename })).toHaveLength(1);
    write({ "images.ts": correct(images).replace("READ", "READ ") });
    expect(saidOf(code, { filename })).toEqual([]);
  });
});
