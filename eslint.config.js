import { defineConfig } from "eslint/config";
import boundaries from "eslint-plugin-boundaries";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import tseslint from "typescript-eslint";

/** What may be imported where, as values and as types. What is not listed here may not. */
const layers = [
  layer("plugin", { ours: ["rules", "eslint", "catalog"], packages: ["@eslint/json", "eslint"] }),
  layer("command", {
    ours: ["eslint", "checks", "convert", "catalog", "policy", "text"],
    packages: ["eslint", "leven", "node:fs", "node:path", "node:process", "node:util"],
  }),
  layer("rules", { ours: ["eslint", "checks"] }),
  layer("eslint", {
    ours: ["carriers", "hosts", "checks", "convert", "edit", "catalog", "policy", "text"],
    packages: ["@eslint/core", "@eslint/json", "eslint", "json-schema-to-ts", "node:path"],
  }),
  layer("carriers", { ours: ["hosts", "host", "policy", "text"] }),
  layer("hosts", { ours: ["policy", "text"] }),
  // A host uses what all hosts share, and never another host; only the list of all hosts knows each of them.
  layer("host", { ours: ["policy", "text"] }),
  { from: { element: { type: "host" } }, allow: { to: { element: { type: "hosts", fileInternalPath: "!index.ts" } } } },
  { from: { element: { type: "hosts", fileInternalPath: "index.ts" } }, allow: { to: { element: { type: "host" } } } },
  hostPackages("json", ["@humanwhocodes/momoa"]),
  hostPackages("hcl", ["node:fs", "node:path"]),
  hostPackages("yaml", ["yaml-eslint-parser", "node:module"]),
  hostPackages("estree", [
    ...["@typescript-eslint/utils", "jsonc-eslint-parser", "typescript"],
    ...["get-tsconfig", "resolve-pkg-maps", "node:fs", "node:module", "node:path"],
  ]),
  layer("checks", { ours: ["catalog", "convert", "edit", "policy", "text"], packages: ["leven"] }),
  layer("convert", { ours: ["catalog", "policy", "text"] }),
  layer("edit", { ours: ["policy", "text"] }),
  layer("catalog", { ours: ["policy", "text"], packages: ["node:crypto", "node:fs", "node:path"] }),
  layer("policy", { ours: ["text"], packages: ["leven"] }),
  layer("text", { ours: [] }),
  layer("tools", { ours: ["catalog", "policy", "text", "test"], packages: ["**"] }),
];

/** Folders of `src/` and beside it. The first that a file is in counts. */
const elements = [
  { type: "host", pattern: "src/hosts/*", capture: ["host"], partialMatch: false },
  ...["command", "eslint", "carriers", "hosts", "checks", "convert", "edit", "catalog", "policy", "text"].map(
    (type) => ({
      type,
      pattern: `src/${type}`,
      partialMatch: false,
    }),
  ),
  ...["rules", "tools", "test"].map((type) => ({ type, pattern: type, partialMatch: false })),
];

export default defineConfig([
  {
    ignores: [
      ...["dist/", "coverage/", "reports/", "examples/"],
      // Its own packages are not installed with those of the plugin; what needs none of them is checked.
      ...["site/*", "!site/engine/"],
      ...["test/fixtures/carriers/", "test/fixtures/policy-types/", "test/fixtures/typings/"],
    ],
  },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // An index signature names its key: { readonly [service: string]: ServiceEntry }.
      "@typescript-eslint/consistent-indexed-object-style": "off",
      // A visitor's arrow function has nothing to return to.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // The letters of an action are ASCII.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // Texts are walked by UTF-16 unit; for-of walks by code point.
      "@typescript-eslint/prefer-for-of": "off",
      // A number in a text needs no String() around it.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: ["{rules,src,tools}/**/*.ts"],
    // Its types describe another export than the one that it has.
    plugins: { boundaries: /** @type {import("eslint").ESLint.Plugin} */ (/** @type {unknown} */ (boundaries)) },
    settings: {
      "boundaries/elements": elements,
      "boundaries/files": [{ category: "plugin", pattern: "src/index.ts" }],
      "boundaries/additional-dependency-nodes": [
        { selector: "TSImportType Literal", kind: "type", name: "import-type" },
      ],
      // Files are imported under the names that they have when they are built.
      "import/resolver": { typescript: {} },
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: layers,
          checkAllOrigins: true,
          checkUnknownLocals: true,
          message: 'Nothing in this folder may import "{{dependency.source}}": see the layers in eslint.config.js.',
        },
      ],
      "boundaries/no-unknown-files": "error",
    },
  },
  {
    // What users run: it reads files and does nothing else, as SECURITY.md promises.
    files: ["{rules,src}/**/*.ts"],
    rules: {
      "no-console": "error",
      "no-eval": "error",
      "no-restricted-globals": [
        "error",
        { globals: ["EventSource", "fetch", "process", "WebSocket"], checkGlobalObject: true },
      ],
      "no-restricted-syntax": ["error", { selector: "ImportExpression", message: "Nothing is loaded while linting." }],
      "@typescript-eslint/no-restricted-imports": ["error", restrictedImports()],
    },
  },
  {
    // Two libraries know where a project has its modules, and users install the parser of YAML. Each is loaded when a file
    // first needs it.
    files: ["src/hosts/estree/modules/*.ts", "src/hosts/yaml/parser.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": ["error", restrictedImports(["createRequire", "isBuiltin"])],
    },
  },
  {
    // A program of its own, which prints. Like the plugin, it reads files and does nothing else.
    files: ["src/command/*.ts"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", restrictedImports([], ["process", "util"])] },
  },
  {
    // ESLint is loaded when an answer depends on the settings of a project, the reader of pages when pages are added, and
    // nothing else.
    files: ["src/command/{index,project-settings}.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    // The only file that writes: the project's own catalogue, when it is told to.
    files: ["src/command/own-file.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        restrictedImports([], [], ["renameSync", "rmSync", "writeFileSync"]),
      ],
    },
  },
  {
    files: ["src/hosts/**/*.ts"],
    rules: {
      // The parsers' types say more than their trees keep: a parent or a child may be missing.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // A node's type is compared with its name, so that no parser is loaded for its enumeration.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
    },
  },
  {
    files: ["test/**/*.ts"],
    // A table of cases hands its functions over without their object.
    rules: { "@typescript-eslint/unbound-method": "off" },
  },
  {
    files: ["**/*.js"],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ["rules/*.ts"],
    plugins: { "eslint-plugin": eslintPlugin },
    extends: ["eslint-plugin/rules-recommended"],
    rules: {
      "eslint-plugin/meta-property-ordering": "error",
      // The defaults in a schema are for the generated documentation.
      "eslint-plugin/no-meta-schema-default": "off",
      "eslint-plugin/no-property-in-node": "error",
      "eslint-plugin/prefer-placeholders": "error",
      "eslint-plugin/prefer-replace-text": "error",
      // Whole sentences, as a terminal shows them; a suggestion is an entry of a menu instead, in the imperative.
      "eslint-plugin/report-message-format": [
        "error",
        "^(?:[^a-z].*(?:[.?]|\\}\\})|(?:Add|Move|Put|Remove|Replace|Split|Write) .*[^.])$",
      ],
      // createRule() asks for default options of every rule, and checks their type.
      "eslint-plugin/require-meta-default-options": "off",
      "eslint-plugin/require-meta-docs-description": ["error", { pattern: "^(Disallow|Require|Enforce) .+[^. ]$" }],
    },
  },
  {
    files: ["rules/*.ts"],
    rules: {
      // Checks name the messages of problems and edits, where these two cannot look. Types and a test see to it.
      "eslint-plugin/no-unused-message-ids": "off",
      "eslint-plugin/require-meta-has-suggestions": "off",
    },
  },
]);

/**
 * What a layer may import: other layers, and packages or modules of Node.js.
 *
 * @param {string} type
 * @param {{ ours: string[], packages?: string[] }} allowed
 */
function layer(type, { ours, packages = [] }) {
  return {
    from: type === "plugin" ? { file: { categories: type } } : { element: { type } },
    allow: [
      { to: { element: { types: { anyOf: ours } } } },
      { to: { module: { origin: ["core", "external"], source: packages } } },
    ],
  };
}

/**
 * What a host may import besides: the packages that know its language's trees.
 *
 * @param {string} host
 * @param {string[]} packages
 */
function hostPackages(host, packages) {
  return {
    from: { element: { type: "host", captured: { host } } },
    allow: { to: { module: { origin: ["core", "external"], source: packages } } },
  };
}

/**
 * What users run imports no more than this. Types may come from anywhere.
 *
 * @param {string[]} [ofNodeModule] what may be imported from `node:module`; nothing if it is left out
 * @param {string[]} [more] other modules of Node.js
 * @param {string[]} [writing] what may be imported from `node:fs` besides
 */
function restrictedImports(ofNodeModule = [], more = [], writing = []) {
  const builtin = ["crypto", "fs", "path", ...(ofNodeModule.length > 0 ? ["module"] : []), ...more].join("|");
  return {
    paths: [
      {
        name: "node:fs",
        allowImportNames: ["existsSync", "readdirSync", "readFileSync", "realpathSync", "statSync", ...writing],
        message: "Files are read, never written.",
      },
      ...(ofNodeModule.length > 0
        ? [{ name: "node:module", allowImportNames: ofNodeModule, message: "No more of it is needed at run time." }]
        : []),
    ],
    patterns: [
      {
        regex: `^(?!\\.|node:(?:${builtin})$|@eslint/json$|@humanwhocodes/momoa$|leven$)`,
        allowTypeImports: true,
        message: "No other package or module of Node.js is needed at run time.",
      },
    ],
  };
}
