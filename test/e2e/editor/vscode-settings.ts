import { extname } from "node:path";

/** A user's `settings.json`, as far as the ESLint extension and these tests look into it. */
export interface VscodeSettings {
  readonly "editor.codeActionsOnSave"?: Readonly<Record<string, string>>;
  readonly "eslint.experimental.useFlatConfig"?: boolean;
  readonly "eslint.options"?: object;
  readonly "eslint.probe"?: readonly string[];
  readonly "eslint.validate"?: readonly string[];
}

/** The languages that the extension looks at by itself, of those that these tests have (its package.json, 3.0). */
const probedLanguages = ["javascript", "json", "jsonc", "typescript"];

/** The names that VS Code gives to files; those of JSON5, Terraform and OpenTofu come with extensions. */
const languages: Readonly<Record<string, string>> = {
  ".js": "javascript",
  ".json": "json",
  ".json5": "json5",
  ".jsonc": "jsonc",
  ".tf": "terraform",
  ".tfvars": "terraform-vars",
  ".tofu": "opentofu",
  ".ts": "typescript",
  ".yaml": "yaml",
};

/** The name of a file's language. */
export function languageOf(path: string): string {
  return languages[extname(path)] ?? "plaintext";
}

/**
 * What the extension answers when the server asks for the configuration of a file: the defaults of its package.json,
 * and what the user has set.
 *
 * @param folder the address of the open folder
 */
export function serverSettings(settings: VscodeSettings, languageId: string, folder: string): object {
  return {
    validate: validation(settings, languageId),
    useESLintClass: true,
    experimental: { useFlatConfig: settings["eslint.experimental.useFlatConfig"] ?? false },
    codeAction: {
      disableRuleComment: { enable: true, location: "separateLine", commentStyle: "line" },
      showDocumentation: { enable: true },
    },
    codeActionOnSave: { mode: "all" },
    format: false,
    nodePath: null,
    onIgnoredFiles: "off",
    options: settings["eslint.options"] ?? {},
    problems: { shortenToSingleLine: false },
    quiet: false,
    rulesCustomizations: [],
    run: "onType",
    workingDirectory: { mode: "location" },
    workspaceFolder: { uri: folder, name: "project" },
  };
}

/** The kinds of code actions that VS Code runs before it saves a file. */
export function actionsOnSave({ "editor.codeActionsOnSave": kinds = {} }: VscodeSettings): readonly string[] {
  return Object.keys(kinds).filter((kind) => kinds[kind] !== "never");
}

/**
 * Whether a file is linted, as client/src/validator.ts of microsoft/vscode-eslint decides: the languages that the user
 * lists are all that count.
 */
function validation(
  { "eslint.validate": validated, "eslint.probe": probed = probedLanguages }: VscodeSettings,
  languageId: string,
): "on" | "off" | "probe" {
  if (validated) {
    return validated.includes(languageId) ? "on" : "off";
  }
  return probed.includes(languageId) ? "probe" : "off";
}
