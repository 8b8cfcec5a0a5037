import { defineConfig } from "eslint/config";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import tseslint from "typescript-eslint";

export default defineConfig([
  { ignores: ["dist/", "coverage/", "reports/", "examples/", "test/fixtures/carriers/", "test/fixtures/typings/"] },
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
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "node:fs",
              allowImportNames: ["existsSync", "readFileSync", "statSync"],
              message: "Files are read, never written.",
            },
          ],
          patterns: [
            {
              regex: "^(?!\\.|node:(?:crypto|fs|path)$|@eslint/json$|@humanwhocodes/momoa$|leven$)",
              allowTypeImports: true,
              message: "No other package or module of Node.js is needed at run time.",
            },
          ],
        },
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
    files: ["rules/valid-*.ts"],
    rules: {
      // Problems name their messages, and repairs theirs (src/report.ts), where these two cannot look; the types do.
      "eslint-plugin/no-unused-message-ids": "off",
      "eslint-plugin/require-meta-has-suggestions": "off",
    },
  },
]);
