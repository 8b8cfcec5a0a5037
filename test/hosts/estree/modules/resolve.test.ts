import { mkdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createModuleResolver } from "../../../../src/hosts/estree/modules/resolve.js";
import { projectFolder } from "./project-folder.js";

const project = projectFolder();

/** The file, by its path in the project, that one file imports as the specifier. */
function resolved(specifier: string, from = "main.ts"): string | undefined {
  return project.nameOf(createModuleResolver()(specifier, project.path(from)));
}

type Files = Readonly<Record<string, string | object>>;

/** Files with nothing in them. */
function empty(...names: readonly string[]): Files {
  return Object.fromEntries(names.map((name) => [name, ""]));
}

describe("a relative path", () => {
  it.each([
    ["./actions", "actions.ts"],
    ["./actions", "actions.tsx"],
    ["./actions", "actions.mts"],
    ["./actions", "actions.cts"],
    ["./actions", "actions.js"],
    ["./actions", "actions.jsx"],
    ["./actions", "actions.mjs"],
    ["./actions", "actions.cjs"],
    ["./actions", "actions.json"],
    ["./actions.ts", "actions.ts"],
    ["./actions.mjs", "actions.mjs"],
    ["./actions.json", "actions.json"],
    ["./actions.js", "actions.ts"],
    ["./actions.js", "actions.tsx"],
    ["./actions.jsx", "actions.tsx"],
    ["./actions.mjs", "actions.mts"],
    ["./actions.cjs", "actions.cts"],
    ["./actions", "actions/index.ts"],
    ["./actions", "actions/index.js"],
    ["./actions", "actions/index.json"],
    ["./actions/", "actions/index.ts"],
    [".", "index.ts"],
    ["./", "index.mjs"],
    ["./deep/..", "index.cts"],
    ["./deep/er/actions", "deep/er/actions.ts"],
    ["./deep/../actions", "actions.ts"],
    ["./two.words.and dots", "two.words.and dots.ts"],
    ["./policy.tf", "policy.tf.json"],
    ["./actions.d", "actions.d.js"],
  ])("%s stands for %s", (specifier, file) => {
    project.write(empty(file));
    expect(resolved(specifier)).toBe(file);
  });

  it.each([
    ["./actions", ["actions.ts", "actions.js", "actions/index.ts"], "actions.ts"],
    ["./actions.js", ["actions.js", "actions.ts"], "actions.ts"],
    ["./actions.js", ["actions.js", "actions.d.ts"], "actions.js"],
    ["./actions", ["actions.js", "actions.d.ts", "actions.json"], "actions.js"],
    ["./actions/", ["actions.ts", "actions/index.js"], "actions/index.js"],
    [".", ["main.ts", "index.ts"], "index.ts"],
  ])("%s with %j stands for the source %s", (specifier, files, file) => {
    project.write(empty(...files));
    expect(resolved(specifier)).toBe(file);
  });

  it.each([
    ["../actions", "roles/main.ts"],
    ["../../actions.js", "src/roles/main.ts"],
    ["./../../.././actions", "src/roles/deep/main.ts"],
  ])("%s may leave the folder of %s", (specifier, from) => {
    project.write(empty("actions.ts"));
    expect(resolved(specifier, from)).toBe("actions.ts");
  });

  it("may leave the package and the repository", () => {
    project.write({ ...empty("shared/actions.ts", "app/.git"), "app/package.json": {} });
    expect(resolved("../shared/actions", "app/main.ts")).toBe("shared/actions.ts");
  });

  it.each([
    ["main", { main: "lib/start.js" }, "lib/start.js"],
    ["a folder as main", { main: "./lib" }, "lib/index.js"],
    ["no main", {}, "index.ts"],
    ["a main that is missing", { main: "none.js" }, "index.ts"],
    ["itself as main", { main: "." }, "index.ts"],
    ["a number as main", { main: 1 }, "index.ts"],
    ["sources as types", { main: "lib/start.js", types: "src/start.ts" }, "src/start.ts"],
  ])("stands for a folder with %s", (_, manifest, file) => {
    project.write({ "a/package.json": manifest });
    project.write(empty(...["lib/start.js", "lib/index.js", "src/start.ts", "index.ts"].map((name) => `a/${name}`)));
    expect(resolved("./a")).toBe(`a/${file}`);
  });

  it("may lead through links, also those to a folder above", () => {
    project.write(empty("shared/actions.ts"));
    project.link("linked", "shared");
    project.link("shared/self", "shared");
    expect(resolved("./linked/actions")).toBe("linked/actions.ts");
    expect(resolved("./linked/self/self/actions")).toBe("linked/self/self/actions.ts");
  });

  it.each([
    ["a missing file", "./missing"],
    ["a folder without an index", "./empty"],
    ["a folder with the name of a file", "./folder.ts"],
    ["a folder with the name of a file, without extension", "./folder"],
    ["a loop of links", "./loop"],
    ["a loop of two links", "./one"],
    ["a link to nothing", "./dangling"],
    ["a path through a file", "./actions.ts/x"],
    ["a file as folder", "./actions.ts/"],
    ["declarations", "./types"],
    ["declarations, with extension", "./types.d.ts"],
    ["declarations of a stylesheet", "./sheet.css"],
    ["another kind of file", "./picture.svg"],
    ["a query", "./actions.ts?raw"],
    ["a path that is too long", `./${"x".repeat(5_000)}`],
    ["very many folders", `./${"x/".repeat(5_000)}`],
    ["a path with a NUL", "./\0"],
    ["a path of Windows", ".\\actions"],
    ["a hidden name", ".actions"],
    ["three dots", ".../actions"],
  ])("stands for nothing if it is %s", (_, specifier) => {
    project.write(empty("actions.ts", "types.d.ts", "sheet.d.css.ts", "sheet.css", "picture.svg", "picture.svg.txt"));
    ["empty", "folder.ts"].forEach((name) => mkdirSync(project.path(name)));
    symlinkSync(project.path("loop.ts"), project.path("loop.ts"));
    symlinkSync(project.path("one.ts"), project.path("two.ts"));
    symlinkSync(project.path("two.ts"), project.path("one.ts"));
    symlinkSync(project.path("gone.ts"), project.path("dangling.ts"));
    expect(resolved(specifier)).toBeUndefined();
  });
});

describe("paths of a tsconfig", () => {
  it.each<[name: string, options: object, specifier: string]>([
    ["a pattern", { paths: { "@iam/*": ["./src/*"] } }, "@iam/actions"],
    ["a pattern with baseUrl", { baseUrl: "./src", paths: { "~/*": ["*"] } }, "~/actions"],
    ["a name", { paths: { iam: ["./src/actions.ts"] } }, "iam"],
    ["a name of a folder", { paths: { iam: ["./src"] } }, "iam"],
    ["a pattern for all", { baseUrl: ".", paths: { "*": ["none/*", "src/*"] } }, "actions.js"],
    ["a pattern with an end", { paths: { "iam-*-list": ["./src/*"] } }, "iam-actions-list"],
    ["the second of two paths", { paths: { "@iam/*": ["./none/*", "./src/*"] } }, "@iam/actions"],
    ["a name with #", { paths: { "#iam/*": ["./src/*"] } }, "#iam/actions"],
    ["baseUrl alone", { baseUrl: "src" }, "actions"],
    ["baseUrl, with a folder", { baseUrl: "./" }, "src/actions.js"],
    ["the folder of the configuration", { paths: { "@iam/*": ["${configDir}/src/*"] } }, "@iam/actions"],
  ])("have %s", (_, compilerOptions, specifier) => {
    project.write({ "tsconfig.json": { compilerOptions }, ...empty("src/actions.ts", "src/index.ts") });
    const expected = specifier === "iam" && !JSON.stringify(compilerOptions).includes("actions") ? "index" : "actions";
    expect(resolved(specifier, "src/deep/main.ts")).toBe(`src/${expected}.ts`);
  });

  it("may have comments, commas too many and a mark of their encoding", () => {
    const text = '{ // c\n "compilerOptions": { /* c */ "paths": { "@iam/*": ["./src/*",], }, }, }';
    project.write({ "tsconfig.json": text, ...empty("src/actions.ts") });
    expect(resolved("@iam/actions")).toBe("src/actions.ts");
    project.write({ "tsconfig.json": `\uFEFF${text}` });
    expect(resolved("@iam/actions")).toBe("src/actions.ts");
  });

  it("are those of the nearest configuration, which need not have any", () => {
    project.write({
      "tsconfig.json": { compilerOptions: { paths: { "@iam/*": ["./src/*"] } } },
      "near/tsconfig.json": { compilerOptions: { paths: { "@iam/*": ["./*"] } } },
      "none/tsconfig.json": {},
      ...empty("src/actions.ts", "near/actions.ts"),
    });
    expect(resolved("@iam/actions", "other/main.ts")).toBe("src/actions.ts");
    expect(resolved("@iam/actions", "near/deep/main.ts")).toBe("near/actions.ts");
    expect(resolved("@iam/actions", "none/main.ts")).toBeUndefined();
  });

  it("may be in a jsconfig, unless there is a tsconfig beside it", () => {
    project.write({
      "jsconfig.json": { compilerOptions: { baseUrl: "src" } },
      ...empty("src/actions.js", "actions.js"),
    });
    expect(resolved("actions", "src/deep/main.js")).toBe("src/actions.js");
    project.write({ "tsconfig.json": { compilerOptions: { baseUrl: "." } } });
    expect(resolved("actions", "src/deep/main.js")).toBe("actions.js");
  });

  it.each<[name: string, files: Files]>([
    ["a file", { "app/tsconfig.json": { extends: "../base.json" }, "base.json": base("./src/*") }],
    ["a file without extension", { "app/tsconfig.json": { extends: "../base" }, "base.json": base("./src/*") }],
    [
      "two files",
      {
        "app/tsconfig.json": { extends: ["../base.json", "../strict.json"] },
        "base.json": base("./src/*"),
        "strict.json": { compilerOptions: { strict: true } },
      },
    ],
    [
      "a chain",
      {
        "app/tsconfig.json": { extends: "../middle.json", compilerOptions: { strict: true } },
        "middle.json": { extends: "./config/base.json" },
        "config/base.json": base("../src/*"),
      },
    ],
    [
      "a package",
      {
        "app/tsconfig.json": { extends: "@acme/tsconfig/base.json" },
        "node_modules/@acme/tsconfig/package.json": { name: "@acme/tsconfig" },
        "node_modules/@acme/tsconfig/base.json": base("../../../src/*"),
      },
    ],
    [
      "its own folder's name in the base",
      { "app/tsconfig.json": { extends: "../base.json" }, "base.json": base("${configDir}/../src/*") },
    ],
  ])("may come from what it extends: %s", (_, files) => {
    project.write({ ...files, ...empty("src/actions.ts") });
    expect(resolved("@iam/actions", "app/main.ts")).toBe("src/actions.ts");
  });

  it.each<[name: string, reference: object, config: string]>([
    ["a file", { path: "./tsconfig.app.json" }, "tsconfig.app.json"],
    ["a folder", { path: "./app" }, "app/tsconfig.json"],
    ["one of several", { path: "app" }, "app/tsconfig.json"],
  ])("may be in a configuration that the nearest refers to: %s", (_, reference, config) => {
    project.write({
      "tsconfig.json": { files: [], references: [{ path: "./none" }, reference, null, {}, { path: 1 }] },
      [config]: { compilerOptions: { paths: { "@iam/*": ["${configDir}/src/*"] } } },
      ...empty("src/actions.ts", "app/src/actions.ts"),
    });
    const folder = config.startsWith("app/") ? "app/" : "";
    expect(resolved("@iam/actions", "src/main.ts")).toBe(`${folder}src/actions.ts`);
  });

  it("that lead nowhere leave the name to packages", () => {
    project.write({
      "tsconfig.json": { compilerOptions: { baseUrl: ".", paths: { "@acme/*": ["./none/*"] } } },
      "package.json": { name: "@acme/app", exports: "./actions.ts" },
      ...empty("actions.ts"),
    });
    expect(resolved("@acme/app")).toBe("actions.ts");
  });

  it("that lead to an installed package stand for nothing", () => {
    project.write({
      "tsconfig.json": { compilerOptions: { baseUrl: ".", paths: { iam: ["./node_modules/iam/src/actions.ts"] } } },
      ...empty("node_modules/iam/src/actions.ts", "node_modules/other/index.ts"),
    });
    expect(resolved("iam")).toBeUndefined();
    expect(resolved("node_modules/other")).toBeUndefined();
    project.link("linked", "node_modules/other");
    expect(resolved("linked")).toBeUndefined();
  });

  it.each<[name: string, files: Files]>([
    ["a text that is not JSON", { "tsconfig.json": "no" }],
    ["an unfinished text", { "tsconfig.json": '{ "compilerOptions": { "paths": { "@iam/*": [' }],
    ["an empty file", { "tsconfig.json": "" }],
    ["null", { "tsconfig.json": "null" }],
    ["a number", { "tsconfig.json": "1" }],
    ["a list", { "tsconfig.json": [] }],
    ["options that are a text", { "tsconfig.json": { compilerOptions: "no" } }],
    ["paths that are a text", { "tsconfig.json": { compilerOptions: { paths: "no" } } }],
    ["a path that is a text", { "tsconfig.json": { compilerOptions: { paths: { "@iam/*": "src/*" } } } }],
    ["a path that is a number", { "tsconfig.json": { compilerOptions: { paths: { "@iam/*": [1] } } } }],
    ["two stars", { "tsconfig.json": { compilerOptions: { paths: { "*iam/*": ["./src/*"] } } } }],
    ["a number as baseUrl", { "tsconfig.json": { compilerOptions: { baseUrl: 1 } } }],
    ["a missing base", { "tsconfig.json": { extends: "./none.json", ...base("./src/*") } }],
    ["a number as base", { "tsconfig.json": { extends: 1, ...base("./src/*") } }],
    ["itself as base", { "tsconfig.json": { extends: "./tsconfig.json", ...base("./src/*") } }],
    [
      "a cycle of bases",
      {
        "tsconfig.json": { extends: "./a.json", ...base("./src/*") },
        "a.json": { extends: "./b.json" },
        "b.json": { extends: "./a.json" },
      },
    ],
    ["references that are a text", { "tsconfig.json": { references: "no" } }],
    ["itself as reference", { "tsconfig.json": { references: [{ path: "." }] } }],
    ["a path with a NUL", { "tsconfig.json": { compilerOptions: { paths: { "@iam/*": ["./\0/*"] } } } }],
  ])("have nothing if the configuration is or has %s", (_, files) => {
    project.write({ ...files, ...empty("src/actions.ts", "near.ts") });
    expect(resolved("@iam/actions")).toBeUndefined();
    expect(resolved("./near")).toBe("near.ts");
  });

  it("have nothing if there is a folder of that name, or a link to itself", () => {
    mkdirSync(project.path("tsconfig.json"));
    symlinkSync(project.path("jsconfig.json"), project.path("jsconfig.json"));
    project.write(empty("actions.ts"));
    expect(resolved("actions")).toBeUndefined();
  });

  function base(path: string): object {
    return { compilerOptions: { paths: { "@iam/*": [path] } } };
  }
});

describe("imports of package.json", () => {
  it.each<[name: string, imports: unknown, specifier: string]>([
    ["a pattern", { "#iam/*": "./src/*.ts" }, "#iam/actions"],
    ["a pattern with an extension", { "#iam/*.js": "./src/*.ts" }, "#iam/actions.js"],
    ["a name", { "#iam": "./src/actions.ts" }, "#iam"],
    ["the source of what is built", { "#iam": "./src/actions.js" }, "#iam"],
    ["the longest pattern", { "#*": "./none/*", "#iam/*": "./src/*.ts" }, "#iam/actions"],
    ["conditions", { "#iam": { types: "./types.d.ts", default: "./src/actions.ts" } }, "#iam"],
    ["import and require", { "#iam": { require: "./none.cjs", import: "./src/actions.ts" } }, "#iam"],
    ["nested conditions", { "#iam": { node: { import: "./src/actions.ts" }, default: "./none.js" } }, "#iam"],
    [
      "nested conditions that do not hold",
      { "#iam": { node: { deno: "./a.ts" }, default: "./src/actions.ts" } },
      "#iam",
    ],
    ["the second of a list", { "#iam": ["./none.ts", "./src/actions.ts"] }, "#iam"],
    ["a name of the package itself", { "#iam": "app/actions" }, "#iam"],
    ["the only condition that is known", { "#iam": { browser: "./none.js", require: "./src/actions.ts" } }, "#iam"],
  ])("have %s", (_, imports, specifier) => {
    project.write({
      "package.json": { name: "app", imports, exports: { "./*": "./src/*.ts" } },
      ...empty("src/actions.ts", "types.d.ts"),
    });
    expect(resolved(specifier, "src/deep/main.ts")).toBe("src/actions.ts");
  });

  it("are those of the nearest package", () => {
    project.write({
      "package.json": { imports: { "#iam": "./actions.ts" } },
      "near/package.json": { imports: { "#iam": "./near.ts" } },
      "none/package.json": {},
      ...empty("actions.ts", "near/near.ts"),
    });
    expect(resolved("#iam")).toBe("actions.ts");
    expect(resolved("#iam", "near/deep/main.ts")).toBe("near/near.ts");
    expect(resolved("#iam", "none/main.ts")).toBeUndefined();
  });

  it.each<[name: string, imports: unknown]>([
    ["none", undefined],
    ["another name", { "#other": "./actions.ts" }],
    ["null", { "#iam": null }],
    ["an installed package", { "#iam": "left" }],
    ["a module of Node.js", { "#iam": "node:fs" }],
    ["a path out of the package", { "#iam": "../actions.ts" }],
    ["a path into installed packages", { "#iam": "./node_modules/left/index.ts" }],
    ["an absolute path", { "#iam": "/actions.ts" }],
    ["itself", { "#iam": "#iam" }],
    ["a number", { "#iam": 1 }],
    ["numbers as conditions", { "#iam": { 0: "./actions.ts" } }],
    ["a text", "./actions.ts"],
    ["a list", ["./actions.ts"]],
    ["deep conditions", JSON.parse(`${'{"#iam":'.repeat(3_000)}1${"}".repeat(3_000)}`)],
  ])("have nothing if they have %s", (_, imports) => {
    project.write({ "app/package.json": { imports } });
    project.write(empty("app/actions.ts", "actions.ts", "app/node_modules/left/index.ts"));
    expect(resolved("#iam", "app/main.ts")).toBeUndefined();
  });

  it.each(["{", "", "null", "[]", "1", '"#iam"'])("have nothing if package.json is %s", (text) => {
    project.write({ "package.json": text, ...empty("actions.ts") });
    expect(resolved("#iam")).toBeUndefined();
    expect(resolved("actions")).toBeUndefined();
    expect(resolved("./actions")).toBe("actions.ts");
  });
});

describe("a package's own name", () => {
  it.each<[exports: unknown, specifier: string]>([
    ["./src/actions.ts", "@acme/iam"],
    [{ ".": "./src/actions.ts" }, "@acme/iam"],
    [{ import: "./src/actions.ts" }, "@acme/iam"],
    [{ "./actions": "./src/actions.ts" }, "@acme/iam/actions"],
    [{ "./*": "./src/*.ts" }, "@acme/iam/actions"],
  ])("stands for what it exports: %j as %s", (exports, specifier) => {
    project.write({ "package.json": { name: "@acme/iam", exports }, ...empty("src/actions.ts") });
    expect(resolved(specifier, "src/main.ts")).toBe("src/actions.ts");
  });

  it.each<[manifest: object, specifier: string]>([
    [{}, "@acme/iam"],
    [{ exports: null }, "@acme/iam"],
    [{ exports: "./none.ts" }, "@acme/iam"],
    [{ exports: "./index.ts" }, "@acme/iam/actions"],
    [{ exports: { "./*": "./src/*.ts", "./actions": null } }, "@acme/iam/actions"],
    [{ exports: { "./*": "./src/*" } }, "@acme/iam/../../outside.ts"],
    [{ exports: "./index.ts" }, "@acme/other"],
    [{ exports: "./index.ts" }, "@acme"],
    [{ exports: "./index.ts" }, "index.ts"],
  ])("stands for nothing else: %j as %s", (manifest, specifier) => {
    project.write({ "app/package.json": { name: "@acme/iam", ...manifest } });
    project.write(empty("app/index.ts", "app/src/actions.ts", "outside.ts"));
    expect(resolved(specifier, "app/src/main.ts")).toBeUndefined();
  });
});

describe("a package of the same project", () => {
  const workspaces: readonly (readonly [name: string, files: Files])[] = [
    ["npm", { "package.json": { workspaces: ["packages/*"] } }],
    ["pnpm", { "pnpm-workspace.yaml": "packages: ['packages/*']" }],
    ["git", { ".git/HEAD": "" }],
    ["git, in another work tree", { ".git": "gitdir: elsewhere" }],
  ];

  it.each(workspaces)("is found in the workspaces of %s", (_, files) => {
    project.write({ ...files, "packages/app/package.json": { name: "app" } });
    writeShared({ exports: "./src/index.ts" });
    project.link("node_modules/@acme/shared", "packages/shared");
    expect(resolved("@acme/shared", "packages/app/src/main.ts")).toBe("packages/shared/src/index.ts");
  });

  it("is found where pnpm links it, beside what uses it", () => {
    project.write({ "pnpm-workspace.yaml": "", "packages/app/package.json": {} });
    writeShared({ main: "src/index.ts" });
    project.link("packages/app/node_modules/@acme/shared", "packages/shared");
    expect(resolved("@acme/shared", "packages/app/src/main.ts")).toBe("packages/shared/src/index.ts");
    expect(resolved("@acme/shared", "packages/other/main.ts")).toBeUndefined();
  });

  it.each<[name: string, manifest: object, specifier: string, file: string]>([
    ["exports", { exports: "./src/index.ts" }, "@acme/shared", "src/index.ts"],
    ["a path of exports", { exports: { "./iam/*": "./src/*.ts" } }, "@acme/shared/iam/actions", "src/actions.ts"],
    [
      "what is built",
      { exports: { types: "./dist/index.d.ts", default: "./dist/index.js" } },
      "@acme/shared",
      "dist/index.js",
    ],
    [
      "the source as types",
      { exports: { types: "./src/index.ts", default: "./dist/index.js" } },
      "@acme/shared",
      "src/index.ts",
    ],
    [
      "the source in development",
      { exports: { development: "./src/index.ts", default: "./dist/index.js" } },
      "@acme/shared",
      "src/index.ts",
    ],
    [
      "import before require",
      { exports: { import: "./dist/index.mjs", require: "./dist/index.cjs" } },
      "@acme/shared",
      "dist/index.mjs",
    ],
    ["require alone", { exports: { require: "./dist/index.cjs" } }, "@acme/shared", "dist/index.cjs"],
    [
      "require, where import is not built",
      { exports: { import: "./none.mjs", require: "./dist/index.cjs" } },
      "@acme/shared",
      "dist/index.cjs",
    ],
    ["data", { exports: { "./policy.json": "./policy.json" } }, "@acme/shared/policy.json", "policy.json"],
    ["main", { main: "dist/index.js" }, "@acme/shared", "dist/index.js"],
    ["main without extension", { main: "./dist/index" }, "@acme/shared", "dist/index.js"],
    ["module", { module: "dist/index.mjs", main: "dist/none.js" }, "@acme/shared", "dist/index.mjs"],
    [
      "types that are declarations",
      { types: "dist/index.d.ts", main: "dist/index.js" },
      "@acme/shared",
      "dist/index.js",
    ],
    ["types that are the source", { types: "src/index.ts", main: "dist/index.js" }, "@acme/shared", "src/index.ts"],
    ["no entry", {}, "@acme/shared", "index.js"],
    ["a path without exports", {}, "@acme/shared/src/actions", "src/actions.ts"],
    ["a folder without exports", {}, "@acme/shared/src", "src/index.ts"],
  ])("gives what it has as %s", (_, manifest, specifier, file) => {
    project.write({ "package.json": { workspaces: ["packages/*"] } });
    writeShared(manifest);
    project.link("node_modules/@acme/shared", "packages/shared");
    expect(resolved(specifier, "packages/app/main.ts")).toBe(`packages/shared/${file}`);
  });

  it("may be built in a folder of the project beside it", () => {
    project.write({ "package.json": { workspaces: ["packages/*"] }, ...empty("dist/shared/index.js") });
    writeShared({ main: "../../dist/shared/index.js" });
    project.link("node_modules/@acme/shared", "packages/shared");
    expect(resolved("@acme/shared", "packages/app/main.ts")).toBe("dist/shared/index.js");
  });

  it("resolves its own imports from where it is", () => {
    project.write({ "package.json": { workspaces: ["packages/*"] } });
    writeShared({ exports: "./src/index.ts", imports: { "#actions": "./src/actions.ts" } });
    project.link("node_modules/@acme/shared", "packages/shared");
    const resolve = createModuleResolver();
    const shared = resolve("@acme/shared", project.path("packages/app/main.ts")) ?? "";
    expect(project.nameOf(resolve("./actions.js", shared))).toBe("packages/shared/src/actions.ts");
    expect(project.nameOf(resolve("#actions", shared))).toBe("packages/shared/src/actions.ts");
    expect(project.nameOf(resolve("@acme/shared", shared))).toBe("packages/shared/src/index.ts");
  });

  it.each<[name: string, manifest: object, specifier: string]>([
    ["exports that are missing", { exports: "./none.ts" }, "@acme/shared"],
    ["exports that are declarations", { exports: { types: "./dist/index.d.ts" } }, "@acme/shared"],
    ["another path than is exported", { exports: "./src/index.ts" }, "@acme/shared/src/actions"],
    ["exports out of the package", { exports: "./../app/main.ts" }, "@acme/shared"],
    ["a path out of the package", {}, "@acme/shared/../app/main"],
    ["a path to an installed package", {}, "@acme/shared/node_modules/left"],
    ["exports of mixed keys", { exports: { ".": "./src/index.ts", import: "./src/index.ts" } }, "@acme/shared"],
    ["exports that are a number", { exports: 1 }, "@acme/shared"],
    ["exports that are false", { exports: false }, "@acme/shared"],
    ["no exports at all", { exports: {} }, "@acme/shared"],
  ])("gives nothing with %s", (_, manifest, specifier) => {
    project.write({ ...empty("packages/app/main.ts"), "package.json": { workspaces: ["packages/*"] } });
    writeShared(manifest);
    project.write(empty("packages/shared/node_modules/left/index.js"));
    project.link("node_modules/@acme/shared", "packages/shared");
    expect(resolved(specifier, "packages/app/main.ts")).toBeUndefined();
  });

  it.each<[name: string, target: string]>([
    ["outside the repository", "outside/shared"],
    ["to where pnpm keeps what it installs", "repository/node_modules/.pnpm/shared@1.0.0/node_modules/shared"],
    ["to itself", "repository/node_modules/shared"],
    ["to nothing", "repository/none"],
    ["to a file", "repository/file.ts"],
  ])("is not what a link leads to %s", (_, target) => {
    project.write({ "repository/.git/HEAD": "", ...empty("repository/file.ts") });
    const files = ["outside/shared", "repository/node_modules/.pnpm/shared@1.0.0/node_modules/shared"];
    project.write(empty(...files.map((folder) => `${folder}/index.ts`)));
    project.link("repository/node_modules/shared", target);
    expect(resolved("shared", "repository/main.ts")).toBeUndefined();
  });

  it("is not what is outside, if there is no repository: all workspaces, or the package", () => {
    project.write({ "one/package.json": {}, ...empty("shared/index.ts", "one/shared/index.ts") });
    project.link("one/node_modules/shared", "shared");
    project.link("one/node_modules/own", "one/shared");
    expect(resolved("shared", "one/main.ts")).toBeUndefined();
    expect(resolved("own", "one/main.ts")).toBe("one/shared/index.ts");
    project.write({ "package.json": { workspaces: ["*"] } });
    expect(resolved("shared", "one/main.ts")).toBe("shared/index.ts");
  });

  it("is found from a folder that is itself reached by a link", () => {
    project.write({ "real/package.json": { workspaces: ["*"] }, ...empty("real/shared/index.ts", "real/app/main.ts") });
    project.link("real/node_modules/shared", "real/shared");
    project.link("elsewhere", "real");
    expect(resolved("shared", "elsewhere/app/main.ts")).toBe("real/shared/index.ts");
  });

  function writeShared(manifest: object): void {
    const names = ["index.js", "policy.json", "src/index.ts", "src/actions.ts"];
    const built = ["dist/index.js", "dist/index.mjs", "dist/index.cjs", "dist/index.d.ts"];
    project.write(empty(...[...names, ...built].map((name) => `packages/shared/${name}`)));
    project.write({ "packages/shared/package.json": { name: "@acme/shared", ...manifest } });
  }
});

describe("what is not in the project", () => {
  it.each([
    ["a module of Node.js", "fs"],
    ["a module of Node.js, by its URL", "node:fs"],
    ["a path of a module of Node.js", "fs/promises"],
    ["an installed package", "left"],
    ["an installed package with a scope", "@left/pad"],
    ["a file of an installed package", "left/index.js"],
    ["a package that is missing", "missing"],
    ["an absolute path", "/actions"],
    ["a path by URL", "file:./actions.ts"],
    ["a virtual module", "virtual:actions"],
    ["data by URL", "data:text/javascript,export default 1"],
    ["nothing", ""],
    ["a slash", "/"],
    ["a scope", "@"],
    ["a scope without a name", "@left/"],
    ["a NUL", "\0"],
    ["a percent sign", "%2e/actions"],
    ["a long name", "x".repeat(100_000)],
    ["a long path", "x/".repeat(5_000)],
  ])("is %s", (_, specifier) => {
    project.write({
      "package.json": {},
      "tsconfig.json": { compilerOptions: { paths: { "/*": ["./*"], "node:*": ["./*"] } } },
      ...empty("actions.ts", "fs.ts", "node_modules/left/index.js", "node_modules/@left/pad/index.js"),
    });
    expect(resolved(specifier)).toBeUndefined();
  });

  it("is all that code without a file imports", () => {
    project.write(empty("actions.ts"));
    expect(createModuleResolver()("./actions", "<input>")).toBeUndefined();
    expect(createModuleResolver()("actions", "")).toBeUndefined();
  });
});

describe("a resolver", () => {
  const specifiers = ["./actions", "@iam/actions", "#iam", "app", "shared"];

  it("gives the same answers as long as it lives, and the next one sees what has changed", () => {
    const inFile = (resolve: ReturnType<typeof createModuleResolver>) =>
      specifiers.map((specifier) => project.nameOf(resolve(specifier, project.path("main.ts"))));
    const first = createModuleResolver();
    const nothing = specifiers.map(() => undefined);
    expect(inFile(first)).toEqual(nothing);
    project.write({
      "package.json": { name: "app", exports: "./actions.ts", imports: { "#iam": "./actions.ts" } },
      "tsconfig.json": { compilerOptions: { paths: { "@iam/*": ["./*"] } } },
      ...empty("actions.ts", "packages/shared/index.ts"),
    });
    project.link("node_modules/shared", "packages/shared");
    expect(inFile(first)).toEqual(nothing);
    const all = ["actions.ts", "actions.ts", "actions.ts", "actions.ts", "packages/shared/index.ts"];
    const second = createModuleResolver();
    expect(inFile(second)).toEqual(all);
    ["package.json", "tsconfig.json", "actions.ts", "node_modules"].forEach((name) => {
      rmSync(project.path(name), { recursive: true });
    });
    expect(inFile(second)).toEqual(all);
    expect(inFile(createModuleResolver())).toEqual(nothing);
  });

  it.each(["tsconfig.json", "base.json"])("sees that %s has changed", (changed) => {
    const config = (folder: string) => ({ compilerOptions: { paths: { iam: [`./${folder}/actions.ts`] } } });
    project.write({ "tsconfig.json": { extends: "./base.json" }, "base.json": config("a") });
    project.write(empty("a/actions.ts", "b/actions.ts", "longer/actions.ts"));
    expect(resolved("iam")).toBe("a/actions.ts");
    project.write({ [changed]: config("longer") });
    expect(resolved("iam")).toBe("longer/actions.ts");
    project.write({ [changed]: config("a") });
    utimesSync(project.path(changed), 1, 1);
    expect(resolved("iam")).toBe("a/actions.ts");
    project.write({ [changed]: config("b") });
    utimesSync(project.path(changed), 2, 2);
    expect(resolved("iam")).toBe("b/actions.ts");
  });

  it("takes a configuration as read, as long as neither the time nor the size of a file has changed", () => {
    const extended = (folder: string) => {
      project.write({ "base.json": { compilerOptions: { paths: { iam: [`./${folder}/actions.ts`] } } } });
      utimesSync(project.path("base.json"), 1, 1);
    };
    project.write({ "tsconfig.json": { extends: "./base.json" }, ...empty("a/actions.ts", "b/actions.ts") });
    extended("a");
    expect(resolved("iam")).toBe("a/actions.ts");
    extended("b");
    expect(resolved("iam")).toBe("a/actions.ts");
    utimesSync(project.path("base.json"), 2, 2);
    expect(resolved("iam")).toBe("b/actions.ts");
  });

  it("sees that what a configuration extends has been added, or removed", () => {
    project.write({ "tsconfig.json": { extends: "./base.json" }, ...empty("src/actions.ts") });
    expect(resolved("actions")).toBeUndefined();
    project.write({ "base.json": { compilerOptions: { baseUrl: "src" } } });
    expect(resolved("actions")).toBe("src/actions.ts");
    rmSync(project.path("base.json"));
    expect(resolved("actions")).toBeUndefined();
  });

  it("never throws, whatever the configuration and the manifest say", () => {
    const path = fc.constantFrom("./*", "./a", "../*", "*", "./a.ts", "app", ".", "", "/", "#iam", "./node_modules/*");
    const key = fc.constantFrom(".", "./*", "./a", "#iam", "#*", "@iam/*", "*", "node", "types", "default", "0", "");
    const { map } = fc.letrec((tie) => ({
      map: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        path,
        fc.jsonValue(),
        fc.array(tie("map"), { maxLength: 3 }),
        fc.dictionary(key, tie("map"), { maxKeys: 4 }),
      ),
    }));
    const part = (...names: readonly string[]) =>
      fc.record(Object.fromEntries(names.map((name) => [name, map])), { requiredKeys: [] });
    const manifest = part("main", "module", "types", "exports", "imports", "workspaces");
    const options = part("baseUrl", "paths", "target", "module");
    const config = fc.oneof(part("extends", "references", "compilerOptions"), fc.record({ compilerOptions: options }));
    project.write(empty("a.ts", "src/a/index.ts", "node_modules/left/a.ts"));
    project.link("node_modules/app", "src");
    fc.assert(
      fc.property(manifest, config, (fields, tsconfig) => {
        project.write({
          "package.json": { name: "app", ...fields },
          "src/package.json": fields,
          "tsconfig.json": tsconfig,
        });
        for (const specifier of ["./a", ".", "@iam/a", "#iam", "#iam/a", "app", "app/a", "left", "a"]) {
          expect(resolved(specifier) ?? "a.ts").toMatch(/^(?:src\/)?(?:a|index|a\/index)\.ts$/u);
        }
      }),
      { numRuns: 200, seed: 16 },
    );
  });

  it("keeps no more configurations than the cache holds", () => {
    for (let index = 0; index < 250; index++) {
      const folder = `p${index}`;
      project.write({ [`${folder}/tsconfig.json`]: { compilerOptions: { baseUrl: "." } }, ...empty(`${folder}/a.ts`) });
      expect(resolved("a", `${folder}/main.ts`)).toBe(`${folder}/a.ts`);
    }
  });
});
