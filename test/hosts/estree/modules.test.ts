import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HostSource } from "../../../src/hosts/source.js";
import { memberOf } from "../../../src/policy/members.js";
import type { PolicyString, Value } from "../../../src/policy/value.js";
import { hole } from "../../../src/text/mapped-text.js";
import { configOf, firstObject, plainOf, sourceOf } from "../../sources.js";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "estree-modules-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes modules, by their path in the folder. */
function write(modules: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(modules)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const typescript = { parser: typescriptParser, parserOptions: {}, ecmaVersion: 2025 };

/** The value of `Statement` in `main.ts`, a linted file that need not exist on disk. */
function valueIn(code: string, more: Partial<HostSource> = {}): Value {
  const source = sourceOf(code, configOf("as const"));
  const linted = { ...source, filename: join(folder, "main.ts"), languageOptions: typescript, ...more };
  return memberOf(firstObject(linted), "Statement") ?? never();
}

/** The default language options of ESLint, with espree. */
function languageOptionsOfEslint(): object {
  let found = {};
  const look = {
    create(context: { languageOptions: object }) {
      found = context.languageOptions;
      return {};
    },
  };
  new Linter().verify("", { plugins: { look: { rules: { look } } }, rules: { "look/look": "error" } });
  return found;
}

function never(): never {
  throw new Error("No member.");
}

function plainIn(code: string, more?: Partial<HostSource>): unknown {
  return plainOf(valueIn(code, more), code);
}

/** The number of distinct values that a value consists of. */
function countParts(value: Value, counted = new Set<Value>()): number {
  if (!counted.has(value)) {
    counted.add(value);
    for (const part of partsOf(value)) {
      countParts(part, counted);
    }
  }
  return counted.size;
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case "array":
      return value.elements;
    case "object":
      return value.members.map((member) => member.value);
    case "construct":
      return value.arguments;
    default:
      return [];
  }
}

const usage = "use({ Statement: a });";
const unknown = { unknown: "a" };

describe("an import", () => {
  it.each([
    ["./actions", "actions.ts"],
    ["./actions.ts", "actions.ts"],
    ["./actions.js", "actions.ts"],
    ["./actions.mjs", "actions.mts"],
    ["./actions.cjs", "actions.cts"],
    ["./actions", "actions.js"],
    ["./actions", "actions.mjs"],
    ["./actions", "actions/index.ts"],
    ["./actions", "actions/index.js"],
    [".", "index.ts"],
    ["./deep/er/actions", "deep/er/actions.ts"],
    ["./deep/../actions", "actions.ts"],
    ["./two.words.and dots", "two.words.and dots.ts"],
  ])("of %s resolves to %s", (specifier, path) => {
    write({ [path]: 'export const a = "x";' });
    expect(plainIn(`import { a } from "${specifier}"; ${usage}`)).toBe("x");
  });

  it("may leave the folder", () => {
    write({ "actions.ts": 'export const a = "x";' });
    const filename = join(folder, "src", "roles", "main.ts");
    expect(plainIn(`import { a } from "../../actions"; ${usage}`, { filename })).toBe("x");
  });

  it.each<[imported: string, expression: string, value: unknown]>([
    ["import { list } from './m';", "list", ["x", "y"]],
    ["import { list as other } from './m';", "[...other, 'z']", ["x", "y", "z"]],
    ["import * as m from './m';", "m.list.concat(m.text)", ["x", "y", "text"]],
    ["import m from './m';", "m.inner.text", "text"],
    ["import { Actions } from './m';", "[Actions.List, Actions.Get]", ["x", { unknown: "Actions.Get" }]],
    ["import * as m from './m';", "m.Actions.List", "x"],
    ["import { renamed } from './m';", "renamed", "text"],
    ["import { text } from './m';", "`<${text}>` + text", "<text>text"],
    ["import { choice } from './m';", "choice", { oneOf: ["x", "y"] }],
    ["import { object } from './m';", "{ ...object, b: 2 }", { a: ["x", "y"], b: 2 }],
    ["import { number } from './m';", "number", 1],
    ["const { list } = await import('./m');", "list", ["x", "y"]],
    ["const { default: { inner } } = await import('./m');", "inner.text", "text"],
    ["const m = await import(`./m`);", "m.list", { unknown: "m.list" }],
    ["const { list } = require('./m');", "list", ["x", "y"]],
    ["const m = require('./m');", "m.list", ["x", "y"]],
    ["import { none } from './m';", "none", { unknown: "none" }],
    ["import { f } from './m';", "f()", "f"],
    ["import { later } from './m';", "later", "later"],
    ["import { pushed } from './m';", "pushed", ["z"]],
    ["import { holed } from './m';", "holed", `${hole}x`],
  ])("has the value that the module defines: %s %s", (imported, expression, expected) => {
    write({
      "m.ts": `
        const x = "x";
        export const text = "text", number = 1;
        export const list = [x, "y"] as const;
        export const object = { a: list };
        export const choice = process.env.Y ? "x" : "y";
        export enum Actions { List = "x", Get }
        export { text as renamed };
        export const holed = process.env.Y + "x";
        export let later = "later";
        export const pushed: string[] = [];
        pushed.push("z");
        export function f() { return "f"; }
        export default { inner: { text } };
      `,
    });
    expect(plainIn(`${imported} use({ Statement: ${expression} });`)).toEqual(expected);
  });

  it("may be data", () => {
    write({ "a.json": '{ "a": ["x"], "b": { "c": 1 } }' });
    expect(plainIn(`import { a } from "./a.json"; ${usage}`)).toEqual(["x"]);
    expect(plainIn('import a from "./a.json"; use({ Statement: [...a.a, a.b.c] });')).toEqual(["x", 1]);
    expect(plainIn('const a = require("./a.json"); use({ Statement: a.b });')).toEqual({ c: 1 });
  });

  it("is parsed by espree as well", () => {
    write({ "actions.js": 'export const a = ["x", ...(b ?? [])];' });
    const languageOptions = languageOptionsOfEslint();
    expect(plainIn(`import { a } from "./actions.js"; ${usage}`, { languageOptions })).toEqual(["x", unknown]);
  });

  it("that one parser rejects may be parsed by another", () => {
    write({ "actions.ts": 'export const a = "x" as const;' });
    const languageOptions = languageOptionsOfEslint();
    const code = `import { a } from "./actions"; ${usage}`;
    expect(plainIn(code, { languageOptions })).toEqual(unknown);
    expect(plainIn(code)).toBe("x");
  });
});

describe("the value of another module", () => {
  it("is located at the reference, names its file and cannot be edited", () => {
    write({ "actions.ts": 'export const a = ["x"]; export const b = { c: "y" };' });
    const code = 'import { a, b } from "./actions"; use({ Statement: [...a, b.c, b] });';
    const value = valueIn(code);
    const [spread, member, object] = value.kind === "array" ? value.elements : [];
    for (const [element, text, place] of [
      [spread, "x", "a"],
      [member, "y", "b.c"],
    ] as const) {
      const string = element as PolicyString;
      expect([string.value, string.origin, string.isLiteral]).toEqual([text, "actions.ts", false]);
      expect(code.slice(...string.range)).toBe(place);
      expect(string.slice(0, 1)).toBeNull();
    }
    expect(object?.kind === "object" && object.origin).toBe("actions.ts");
    expect(value.kind === "array" && value.placed[0]?.place).toBeUndefined();
  });

  it.each([
    'return (b ? ["x"] : ["y"]).concat(a);',
    'return ["x", "y"].find((c) => c === b);',
    'return b ? [a] : ["y"];',
    'const c = ["x"]; return c[a];',
    "return () => a;",
  ])("is located at the call that makes it: %s", (body) => {
    write({ "m.ts": `/* ${"-".repeat(200)} */ export function f(a) { ${body} }` });
    const code = 'import { f } from "./m"; use({ Statement: f("x") });';
    expect(code.slice(...valueIn(code).range)).toBe('f("x")');
  });

  it.each(['"x"', '["x"]', "{ b: 1 }"])("names the file that defines it, not a file that re-exports it: %s", (a) => {
    write({ "m.ts": 'export { a } from "./n";', "n.ts": `export const a = ${a};` });
    expect(valueIn(`import { a } from "./m"; ${usage}`).origin).toBe("n.ts");
  });
});

describe("a chain of modules", () => {
  it.each<[name: string, modules: Record<string, string>, value: unknown]>([
    ["by export from", { "m.ts": 'export { b as a } from "./n";', "n.ts": 'export const b = "x";' }, "x"],
    ["by import and export", { "m.ts": 'import a from "./n"; export { a };', "n.ts": 'export default "x";' }, "x"],
    [
      "by a constant",
      { "m.ts": 'import { b } from "./n"; export const a = [b];', "n.ts": 'export const b = "x";' },
      ["x"],
    ],
    [
      "in folders",
      { "m.ts": 'export { a } from "./d/n";', "d/n.ts": 'export { a } from "../o";', "o.ts": "export const a = 1;" },
      1,
    ],
    ["by export *", { "m.ts": 'export * from "./n";', "n.ts": 'export const a = "x";' }, "x"],
  ])("is followed %s", (_, modules, expected) => {
    write(modules);
    expect(plainIn(`import { a } from "./m"; ${usage}`)).toEqual(expected);
  });

  it.each<[name: string, modules: Record<string, string>, value: unknown]>([
    ["itself", { "m.ts": 'export { a } from "./m";' }, unknown],
    ["itself by import", { "m.ts": 'import { a } from "./m"; export { a };' }, unknown],
    ["itself by a constant", { "m.ts": 'import { a as b } from "./m"; export const a = b;' }, unknown],
    ["another and back", { "m.ts": 'export { a } from "./n";', "n.ts": 'export { a } from "./m";' }, unknown],
    [
      "another and back in lists",
      {
        "m.ts": 'import { b } from "./n"; export const a = ["x", ...b];',
        "n.ts": 'import { a } from "./m"; export const b = [...a, "y"];',
      },
      ["x", unknown, "y"],
    ],
    [
      "another and back in strings",
      {
        "m.ts": 'import { b } from "./n"; export const a = "x" + b;',
        "n.ts": 'import { a } from "./m"; export const b = a + "y";',
      },
      `x${hole}y`,
    ],
    [
      "another and back in objects",
      {
        "m.ts": 'import { b } from "./n"; export const a = { ...b, x: 1 };',
        "n.ts": 'import { a } from "./m"; export const b = { ...a, y: 2 };',
      },
      { y: 2, x: 1, "...": true },
    ],
  ])("ends at %s", (_, modules, expected) => {
    write(modules);
    expect(plainIn(`import { a } from "./m"; ${usage}`)).toEqual(expected);
  });

  it("may lead back to the linted file", () => {
    const code = `import { a } from "./m"; export const b = "x"; ${usage}`;
    write({ "main.ts": code, "m.ts": 'import { b } from "./main"; export const a = [b];' });
    expect(plainIn(code)).toEqual(["x"]);
  });

  it("is followed without limit if the modules do more than re-export a name", () => {
    const modules = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `m${index}.ts`,
        `import { a as b } from "./m${index + 1}"; export const a = ["${index}", ...b];`,
      ]),
    );
    write({ ...modules, "m20.ts": 'export const a = ["20"];' });
    expect(plainIn(`import { a } from "./m0"; ${usage}`)).toHaveLength(21);
  });

  it.each<[how: string, make: (name: string) => string]>([
    ["twice in a list", (name) => `[${name}, ${name}]`],
    ["twice in an object", (name) => `{ a: ${name}, b: ${name} }`],
    ["twice in a construct", (name) => `new Role(${name}, ${name})`],
  ])("has each value once, however often it is referenced: %s", (_, make) => {
    const first = { "m0.ts": "export const a = [1];" };
    const modules = Array.from({ length: 8 }, (__, index) => [
      `m${index + 1}.ts`,
      `import { a as b } from "./m${index}"; const c = ${make("b")}; export const a = ${make("c")};`,
    ]);
    write({ ...first, ...(Object.fromEntries(modules) as Record<string, string>) });
    expect(countParts(valueIn(`import { a } from "./m8"; ${usage}`))).toBe(18);
  });

  it("does not depend on which module is resolved first", () => {
    const handOn = (index: number) =>
      `export { a } from "./m${index + 1}"; import { a as own } from "./m${index + 1}"; export const b = own;`;
    write(Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((index) => [`m${index}.ts`, handOn(index)])));
    write({ "m7.ts": 'export const a = "x";' });
    expect(plainIn(`import { a } from "./m0"; ${usage}`)).toBe("x");
    expect(plainIn(`import { b as a } from "./m5"; ${usage}`)).toBe("x");
    expect(plainIn(`import { a } from "./m4"; ${usage}`)).toBe("x");
  });
});

describe("an import that is not followed", () => {
  beforeEach(() => {
    write({
      "actions.ts": 'export const a = "x";',
      "broken.ts": "export const a = ;",
      "huge.ts": `export const a = "x"; // ${"-".repeat(500_000)}`,
    });
    mkdirSync(join(folder, "empty"));
    symlinkSync(join(folder, "loop.ts"), join(folder, "loop.ts"));
    symlinkSync(folder, join(folder, "self"));
  });

  it.each([
    ["a missing file", "./missing"],
    ["a broken file", "./broken"],
    ["a huge file", "./huge"],
    ["a folder without an index", "./empty"],
    ["a loop of links", "./loop"],
    ["a path through a file", "./actions.ts/x"],
    ["a path that is too long", `./${"x".repeat(5_000)}`],
    ["a path with a NUL", "./\\0"],
    ["a package", "actions"],
    ["an absolute path", "/actions"],
    ["a path by URL", "file:./actions.ts"],
    ["nothing", ""],
  ])("is %s", (_, specifier) => {
    expect(plainIn(`import { a } from "${specifier}"; ${usage}`)).toEqual(unknown);
  });

  it("is every import of code without a file", () => {
    const code = `import { a } from "./actions"; ${usage}`;
    expect(plainIn(code)).toBe("x");
    expect(plainIn(code, { filename: "<input>" })).toEqual(unknown);
  });

  it("is every import without a parser", () => {
    const code = `import { a } from "./actions"; ${usage}`;
    expect(plainIn(code, { languageOptions: undefined })).toEqual(unknown);
    expect(plainIn(code, { languageOptions: { parser: {} } })).toEqual(unknown);
  });

  it("is not a path through a folder that links to itself", () => {
    expect(plainIn(`import { a } from "./self/self/actions"; ${usage}`)).toBe("x");
  });
});

describe("a changed file", () => {
  const code = `import { a } from "./m"; ${usage}`;

  it("is read again", () => {
    write({ "m.ts": 'export const a = "x";' });
    expect(plainIn(code)).toBe("x");
    write({ "m.ts": 'export const a = "longer";' });
    expect(plainIn(code)).toBe("longer");
  });

  it("is read again if its size is the same", () => {
    write({ "m.ts": 'export const a = "x";' });
    utimesSync(join(folder, "m.ts"), 1, 1);
    expect(plainIn(code)).toBe("x");
    write({ "m.ts": 'export const a = "y";' });
    utimesSync(join(folder, "m.ts"), 2, 2);
    expect(plainIn(code)).toBe("y");
  });

  it("is read again through a module that has not changed", () => {
    write({ "m.ts": 'import { b } from "./n"; export const a = [b];', "n.ts": 'export const b = "x";' });
    expect(plainIn(code)).toEqual(["x"]);
    write({ "n.ts": 'export const b = "longer";' });
    expect(plainIn(code)).toEqual(["longer"]);
  });

  it("may be missing for a while", () => {
    expect(plainIn(code)).toEqual(unknown);
    write({ "m.ts": 'export const a = "x";' });
    expect(plainIn(code)).toBe("x");
    rmSync(join(folder, "m.ts"));
    expect(plainIn(code)).toEqual(unknown);
  });

  it("may be one of more than the cache holds", () => {
    for (let index = 0; index < 250; index++) {
      write({ [`m${index}.ts`]: `export const a = ${index};` });
      expect(plainIn(`import { a } from "./m${index}"; ${usage}`)).toBe(index);
    }
  });
});
