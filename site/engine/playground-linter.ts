import { Linter } from "eslint/universal";
import type plugin from "../../src/index.js";
import type { CatalogFiles } from "./catalog-files.js";
import { findingsOf, type Finding } from "./findings.js";
import { languages, type Language } from "./languages.js";
import { lacksPackageFiles } from "./package-files.js";
import { loadYamlParser } from "./yaml-parser.js";

/** How a text is checked. */
export interface Configuration {
  readonly language: Language;
  readonly set: "recommended" | "strict";
  /** The plugin's settings. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** On top of those of the set. */
  readonly rules: Linter.RulesRecord;
}

/** ESLint and the plugin, as they run in a project, on texts that somebody types. */
export class PlaygroundLinter {
  readonly #files: CatalogFiles;
  readonly #linter = new Linter({ configType: "flat" });

  constructor(files: CatalogFiles) {
    this.#files = files;
  }

  /**
   * What ESLint says of a text.
   *
   * @throws Error if the configuration has a mistake, or a file of the catalogue cannot be fetched
   */
  async lint(text: string, configuration: Configuration): Promise<readonly Finding[]> {
    await this.#files.fetchIndex();
    await this.#files.fetchNamedIn(text + JSON.stringify(configuration.settings));
    const config = await configFor(configuration);
    const { file } = languages[configuration.language];
    try {
      return findingsOf(text, this.#linter.verify(text, config, file));
    } catch (error) {
      if (!lacksPackageFiles()) {
        throw error;
      }
      // A wildcard or an unknown service: what is similar to it may be in any service.
      await this.#files.fetchAll();
      return findingsOf(text, this.#linter.verify(text, config, file));
    }
  }
}

async function configFor({ language, set, settings, rules }: Configuration): Promise<Linter.Config[]> {
  const { configs } = (await import("../../src/index.js")).default;
  const { file } = languages[language];
  return [
    { ...(configs[configNames[language](set)] as Linter.Config), files: [file] },
    { files: [file], settings: { "huaweicloud-iam": settings }, rules, ...(await parserOf(language)) },
  ];
}

const configNames: Readonly<Record<Language, (set: Configuration["set"]) => keyof (typeof plugin)["configs"]>> = {
  json: (set) => `${set}-json`,
  hcl: (set) => `${set}-terraform`,
  yaml: (set) => `${set}-yaml`,
  typescript: (set) => set,
};

async function parserOf(language: Language): Promise<Pick<Linter.Config, "languageOptions">> {
  if (language === "yaml") {
    await loadYamlParser();
  }
  return language === "typescript" ? { languageOptions: { parser: await import("./typescript-parser.js") } } : {};
}
