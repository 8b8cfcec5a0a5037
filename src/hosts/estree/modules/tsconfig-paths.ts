import { dirname, join, resolve } from "node:path";
import { foldersUpFrom, isFile, stampOf } from "./files.js";
import { tsconfigLibrary } from "./libraries.js";

/** What a configuration says about modules that are not imported by a relative path. */
interface Config {
  /** The absolute paths, without extension as a rule, that `paths` and `baseUrl` have for a specifier. */
  readonly pathsOf: (specifier: string) => readonly string[];
  /** The files of the configurations that it refers to: where a root has no sources of its own, `paths` are there. */
  readonly references: readonly string[];
}

interface ReadConfig extends Config {
  /** The stamps of the file and of all that it extends. */
  readonly stamps: ReadonlyMap<string, string | undefined>;
}

/** Size limit of the cache. A repository of many packages has one for each. */
const maxConfigs = 200;
/** How many referenced configurations are looked into. */
const maxReferences = 20;

/** A JavaScript project has the same in a `jsconfig.json`. */
const configNames = ["tsconfig.json", "jsconfig.json"];

const nothing: Config = { pathsOf: () => [], references: [] };

/** Configurations that could be read, valid until one of their files changes: with four of them it takes 0.3 ms. */
const readConfigs = new Map<string, ReadConfig>();

/** Answers where `tsconfig.json` has modules, while one file is linted: a configuration is looked at once. */
export class TsconfigPaths {
  readonly #nearest = new Map<string, string | undefined>();
  readonly #configs = new Map<string, Config>();

  /**
   * The absolute paths that a specifier may stand for, in order; without extension as a rule, and whether or not
   * something is there.
   *
   * @param folder the absolute path of the importing file's folder
   */
  pathsOf(specifier: string, folder: string): readonly string[] {
    const file = this.#nearestTo(folder);
    if (file === undefined) {
      return [];
    }
    const { pathsOf, references } = this.#configAt(file);
    return [
      ...pathsOf(specifier),
      ...references.flatMap((reference) => this.#configAt(reference).pathsOf(specifier)),
    ].map((path) => resolve(path));
  }

  #nearestTo(folder: string): string | undefined {
    if (!this.#nearest.has(folder)) {
      const files = foldersUpFrom(folder).flatMap((above) => configNames.map((name) => join(above, name)));
      this.#nearest.set(folder, files.find(isFile));
    }
    return this.#nearest.get(folder);
  }

  #configAt(file: string): Config {
    const config = this.#configs.get(file) ?? readConfig(file);
    this.#configs.set(file, config);
    return config;
  }
}

function readConfig(file: string): Config {
  const known = readConfigs.get(file);
  if (known && [...known.stamps].every(([path, stamp]) => stampOf(path) === stamp)) {
    return known;
  }
  const read = parseConfig(file);
  readConfigs.delete(file);
  // What was not read to the end may be completed by a file that is not there yet.
  if (read?.stamps.has(file)) {
    if (readConfigs.size >= maxConfigs) {
      readConfigs.clear();
    }
    readConfigs.set(file, read);
  }
  return read ?? nothing;
}

/** Undefined if it is broken, or extends what is broken, missing or itself. */
function parseConfig(file: string): ReadConfig | undefined {
  const calls = new Map<string, unknown>();
  try {
    const { parseTsconfig, createPathsMatcher } = tsconfigLibrary();
    const config = parseTsconfig(file, calls as Map<string, string>);
    return {
      pathsOf: createPathsMatcher({ path: file, config }) ?? nothing.pathsOf,
      references: referencesOf(config.references, dirname(file)),
      stamps: new Map(filesRead(calls).map((path) => [path, stampOf(path)])),
    };
  } catch {
    return undefined;
  }
}

/**
 * The library does not tell what a configuration extends, but it notes which files it has read. If it came to note that
 * in another way, configurations would be read for each linted file again, and nothing worse.
 */
function filesRead(calls: ReadonlyMap<string, unknown>): string[] {
  return [...calls.keys()]
    .flatMap((call) => /^readFileSync:(.+):utf8$/su.exec(call)?.[1] ?? [])
    .map((path) => resolve(path));
}

function referencesOf(references: unknown, folder: string): string[] {
  return (Array.isArray(references) ? (references as ({ readonly path?: unknown } | null)[]) : [])
    .flatMap((reference) => (typeof reference?.path === "string" ? resolve(folder, reference.path) : []))
    .slice(0, maxReferences)
    .map((path) => (path.endsWith(".json") ? path : join(path, "tsconfig.json")));
}
