import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { correct, findingsIn, policy, policyOf, readMarked } from "./programs.js";

const files = {
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      strict: true,
      types: [],
      skipLibCheck: true,
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      resolveJsonModule: true,
    },
    include: ["."],
  }),
  "images.ts":
    'export const READ = ["ims:images:get", "ims:images:lst"] as const;\nexport const MUTABLE = ["ims:images:get", "ims:images:lst"];\nexport const MAPPED = ["get", "lst"].map((verb) => `ims:images:${verb}`);\nexport enum Image {\n  All = "ims:images:lst",\n}\nexport const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\nexport const image = (verb: string) => `ims:images:${verb}`;\nexport const reads = () => ({ Effect: "Allow", Action: ["ims:images:lst"] });\n',
  "index.ts": 'export * from "./images";\nexport * as images from "./images";\n',
  "images.json": '["ims:images:lst"]',
  "typed.d.ts":
    'export declare const ACTION: "ims:images:lst";\nexport declare const LIST: readonly ["ims:images:get", "ims:images:lst"];\n',
};

let folder = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "programs-types-")));
  for (const [path, text] of Object.entries({ ...files, "main.ts": "" })) {
    writeFileSync(join(folder, path), text);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The findings with type information and without, as a reader sees them. */
function both(code: string, settings = {}): { typed: string[]; untyped: string[] } {
  const filename = join(folder, "main.ts");
  writeFileSync(filename, code);
  const said = (parserOptions?: object) =>
    findingsIn(code, { filename, settings, ...(parserOptions ? { parserOptions } : {}) }).map(
      ({ rule, start, text, message }) => `${rule} at ${start} ⟦${text}⟧: ${message}`,
    );
  return { typed: said({ projectService: true, tsconfigRootDir: folder }), untyped: said() };
}

const given = "declare const prod: boolean, stage: string, names: string[];\n";
const programs: readonly (readonly [name: string, code: string])[] = [
  ["a literal", policy('["ims:images:⟦lst⟧"]')],
  ["a conditional spread", given + policy('["ims:images:get", ...(prod ? ["ims:images:⟦lst⟧"] : [])]')],
  ["a ternary", given + policy('[prod ? "ims:images:get" : "ims:images:⟦lst⟧"]')],
  ["map", policy('["get", "⟦lst⟧"].map((verb) => `ims:images:${verb}`)')],
  [
    "map of a constant tuple",
    `const verbs = ["get", "⟦lst⟧"] as const;\n${policy("verbs.map((verb) => `ims:images:${verb}` as const)")}`,
  ],
  ["filter", given + policy('["ims:images:⟦lst⟧", prod && "ims:images:get"].filter(Boolean)')],
  ["a Set", policy('[...new Set(["ims:images:⟦lst⟧", "ims:images:get"])]')],
  ["Object.values", `const all = { one: "ims:images:⟦lst⟧" } as const;\n${policy("Object.values(all)")}`],
  ["an enum's values", `enum Image {\n  All = "ims:images:⟦lst⟧",\n}\n${policy("Object.values(Image)")}`],
  ["push", `const list: string[] = [];\nlist.push("ims:images:⟦lst⟧");\n${policy("list")}`],
  ["split", policy('"ims:images:get ims:images:⟦lst⟧".split(" ")')],
  ["a template", `const type = "images";\n${policy("[`ims:${type}:⟦lst⟧`]")}`],
  [
    "a helper",
    `const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions });\n${policyOf('[allow("ims:images:⟦lst⟧")]')}`,
  ],
  [
    "a helper that makes a name",
    `const image = (verb: "lst" | "get") => \`ims:images:\${verb}\`;\n${policy('[image("⟦lst⟧")]')}`,
  ],
  ["a class", `class Images {\n  static readonly ALL = "ims:images:⟦lst⟧";\n}\n${policy("[Images.ALL]")}`],
  [
    "an instance",
    `class Images {\n  readonly all = ["ims:images:⟦lst⟧"] as const;\n}\n${policy("[...new Images().all]")}`,
  ],
  [
    "a loop",
    `for (const [name, actions] of Object.entries({ one: ["ims:images:⟦lst⟧"] })) {\n  console.log(name, { Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });\n}`,
  ],
  ["a wrong effect", policyOf('[{ Effect: "⟦Alow⟧", Action: ["ims:images:get"] }]')],
  [
    "an uncalled function",
    `export const make = (...more: string[]) => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧", ...more] }] });`,
  ],
];

const others: readonly (readonly [name: string, code: string])[] = [
  ["a constant of another file", `import { READ } from "./images";\n${policy("[...⟦READ⟧]")}`],
  ["a list of another file", `import { MUTABLE } from "./images";\n${policy("⟦MUTABLE⟧")}`],
  ["an enum of another file", `import { Image } from "./images";\n${policy("[⟦Image.All⟧]")}`],
  ["a barrel", `import { READ } from "./index";\n${policy("[...⟦READ⟧]")}`],
  ["a barrel's namespace", `import { images } from "./index";\n${policy("[...⟦images.READ⟧]")}`],
  ["JSON", `import list from "./images.json";\n${policy("⟦list⟧")}`],
  ["an imported helper", `import { allow } from "./images";\n${policyOf('[allow("ims:images:⟦lst⟧")]')}`],
  ["an imported helper with a mistake", `import { reads } from "./images";\n${policyOf("[⟦reads()⟧]")}`],
  ["an imported helper that makes a name", `import { image } from "./images";\n${policy('[image("⟦lst⟧")]')}`],
];

describe("typed linting", () => {
  it.each([...programs, ...others])(
    "finds what untyped linting finds, at the same place and with the same words: %s",
    (_, marked) => {
      const { code, places } = readMarked(marked);
      const { typed, untyped } = both(code);
      expect(untyped).toHaveLength(places.length);
      expect(typed).toEqual(untyped);
    },
  );

  it.each(programs)("is silent without the mistake: %s", (_, marked) => {
    expect(both(correct(marked)).typed).toEqual([]);
  });

  it("finds as much in a mapped list of another file", () => {
    const { typed, untyped } = both(`import { MAPPED } from "./images";\n${policy("[...MAPPED]")}`);
    expect(typed).toEqual(untyped);
    expect(typed).toHaveLength(1);
  });

  it.each([
    ["a text", `import { ACTION } from "./typed";\n${policy("[ACTION]")}`],
    ["a list", `import { LIST } from "./typed";\n${policy("[...LIST]")}`],
    [
      "a parameter",
      `export const make = (verb: "get" | "lst") => (${policy("[`ims:images:${verb}`]").slice("export const policy = ".length, -1)});`,
    ],
    ["a member of a union", `declare const action: "ims:images:get" | "ims:images:lst";\n${policy("[action]")}`],
  ])("finds more, by types: %s", (_, code) => {
    const { typed, untyped } = both(code);
    expect(untyped).toEqual([]);
    expect(typed).toHaveLength(1);
  });

  const needy = '"functiongraph:function:publish"';
  const needed = '"functiongraph:function:getCode"';

  it.each([
    ["a list that is pushed to", `const list: string[] = [${needy}];\nlist.push(${needed});\n${policy("list")}`],
    [
      "a list that a function changes",
      `declare function complete(list: string[]): void;\nconst list = [${needy}];\ncomplete(list);\n${policy("list")}`,
    ],
    ["a part that may be there", `${given}${policy(`[${needy}, ...(prod ? [${needed}] : [])]`)}`],
    [
      "a variable whose type is narrow",
      `let list: readonly string[] = [${needy}];\nif (names()) list = [${needy}, ${needed}];\ndeclare function names(): boolean;\n${policy("list")}`,
    ],
    [
      "a type that says less than the value",
      `const more: readonly string[] = [${needed}];\n${policy(`[${needy}, ...more]`)}`,
    ],
    [
      "a type that says more than is sure",
      `declare const more: readonly [${needed}] | readonly [];\n${policy(`[${needy}, ...more]`)}`,
    ],
    ["a type of a dependency", `declare const more: readonly [${needed}];\n${policy(`[${needy}, ...more]`)}`],
    ["a cast", `const more = (globalThis as unknown as { more: string[] }).more;\n${policy(`[${needy}, ...more]`)}`],
  ])("is silent: %s", (_, code) => {
    expect(both(code, { cloud: "otc" }).typed).toEqual([]);
  });
});
