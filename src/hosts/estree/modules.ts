import { readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, resolve } from "node:path";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../policy/value.js";
import type { Range } from "../../text/range.js";
import { exportOf, moduleNames, type ImportedName, type ModuleNames } from "./names.js";
import { EstreeReader, type ValueSources } from "./value.js";
import { relocate } from "./relocate.js";
import type { HostSource } from "../source.js";

/** A parser as ESLint takes it. */
interface Parser {
  parseForESLint?(text: string, options: object): { ast: unknown };
  parse?(text: string, options: object): unknown;
}

interface Module {
  readonly text: string;
  readonly program: TSESTree.Program;
  readonly names: ModuleNames;
}

/** Constants lie in small files; a bundle is not read for them. */
const maxBytes = 500_000;
/** How many modules may hand a name on, one to the other. */
const maxSteps = 5;
/** How many modules are kept. */
const maxModules = 200;

const extensions = ["", ".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", "/index.ts", "/index.js"];

/** What was parsed last of a file, until the file changes; by parser, as one may read what another cannot. */
const parsedModules = new WeakMap<
  Parser,
  Map<string, { readonly stamp: string; readonly module: Module | undefined }>
>();

/**
 * Follows relative imports to the constants of other modules. A module is parsed by the parser of the file that
 * imports it and never run; what cannot be read or parsed is not known.
 *
 * @returns a function that gives the value of an imported name, placed at the mention of it
 */
export function importedValues({ filename, languageOptions }: HostSource): ValueSources["imported"] {
  const reader = new ImportReader(languageOptions ?? {});
  return (name, mention) => (isAbsolute(filename) ? reader.value(name, mention, filename) : undefined);
}

class ImportReader {
  readonly #languageOptions: LanguageOptions;
  /** Made anew for each file that is linted: what a module says may depend on others that have changed. */
  readonly #readers = new Map<Module, EstreeReader>();
  readonly #sharedValues = new Map<Value, Value>();
  readonly #files = new Map<string, string | undefined>();

  constructor(languageOptions: LanguageOptions) {
    this.#languageOptions = languageOptions;
  }

  /** @param from the file that imports the name */
  value(name: ImportedName, mention: Range, from: string): Value | undefined {
    const found = this.#find(name, mention, from);
    return found && relocate(found.value, mention, basename(found.file));
  }

  /**
   * The value of a name that one module imports from another. Where that one mentions it is no place in the file that
   * is linted, so that one value does for all mentions: each twice in the next module is a million after twenty.
   */
  #valueBetween(name: ImportedName, mention: Range, from: string): Value | undefined {
    const found = this.#find(name, mention, from);
    if (!found) {
      return undefined;
    }
    const shared = this.#sharedValues.get(found.value) ?? relocate(found.value, mention, basename(found.file));
    this.#sharedValues.set(found.value, shared);
    return shared;
  }

  /** Finds what a name stands for, and the file that says so. */
  #find(
    { module: specifier, path: [name] }: ImportedName,
    mention: Range,
    from: string,
    steps = maxSteps,
  ): { readonly value: Value; readonly file: string } | undefined {
    const file = specifier.startsWith(".") && steps > 0 ? this.#fileOf(resolve(dirname(from), specifier)) : undefined;
    const module = file === undefined ? undefined : readModule(file, this.#languageOptions);
    const definition = module && name !== undefined ? exportOf(module.program, module.names, name) : undefined;
    if (!module || !definition || file === undefined) {
      return undefined;
    }
    return definition.kind === "import"
      ? this.#find(definition, mention, file, steps - 1)
      : { value: this.#readerOf(module, file).defined(definition, mention), file };
  }

  #fileOf(path: string): string | undefined {
    const file = this.#files.has(path) ? this.#files.get(path) : fileOf(path);
    this.#files.set(path, file);
    return file;
  }

  #readerOf(module: Module, file: string): EstreeReader {
    let reader = this.#readers.get(module);
    if (!reader) {
      reader = new EstreeReader(module.text, {
        names: module.names,
        imported: (name, mention) => this.#valueBetween(name, mention, file),
        typed: () => undefined,
      });
      this.#readers.set(module, reader);
    }
    return reader;
  }
}

interface LanguageOptions {
  readonly parser?: Parser;
  readonly parserOptions?: object;
  readonly ecmaVersion?: number;
}

/** The file that an import means: as it is written, with an extension, or the `.ts` that `.js` stands for. */
function fileOf(path: string): string | undefined {
  const stem = /\.[cm]?js$/u.test(path) ? path.slice(0, -extname(path).length) : undefined;
  const sourceOfJs = stem === undefined ? [] : [`${stem}${extname(path).replace("js", "ts")}`];
  return [...extensions.map((extension) => path + extension), ...sourceOfJs].find((file) => statOf(file)?.isFile());
}

/** A path that cannot be, such as a loop of links, is as good as none. */
function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function readModule(file: string, languageOptions: LanguageOptions): Module | undefined {
  const { parser } = languageOptions;
  const stat = statOf(file);
  if (!parser || !stat) {
    return undefined;
  }
  const modules = parsedModules.get(parser) ?? new Map<string, { stamp: string; module: Module | undefined }>();
  parsedModules.set(parser, modules);
  const stamp = `${stat.mtimeMs} ${stat.size}`;
  let known = modules.get(file);
  if (known?.stamp !== stamp) {
    known = { stamp, module: stat.size > maxBytes ? undefined : parseModule(file, parser, languageOptions) };
    if (modules.size >= maxModules) {
      modules.clear();
    }
    modules.set(file, known);
  }
  return known.module;
}

function parseModule(file: string, parser: Parser, languageOptions: LanguageOptions): Module | undefined {
  const { parserOptions, ecmaVersion } = languageOptions;
  // Types are of no use for constants, and a program for them would be made anew.
  const untyped = { project: undefined, projectService: undefined, programs: undefined };
  const options = {
    ...parserOptions,
    ...untyped,
    ecmaVersion,
    sourceType: "module",
    range: true,
    loc: true,
    filePath: file,
  };
  try {
    const text = readFileSync(file, "utf8").replace(/^\uFEFF/u, "");
    const program = (parser.parseForESLint?.(text, options).ast ?? parser.parse?.(text, options)) as TSESTree.Program;
    return { text, program, names: moduleNames(program) };
  } catch {
    return undefined;
  }
}
