import { readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, resolve } from "node:path";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../policy/value.js";
import type { Range } from "../../text/range.js";
import { exportOf, moduleNameResolver, type ImportedName, type ModuleNameResolver } from "./names.js";
import { EstreeReader, type ValueResolvers } from "./value.js";
import { relocate } from "../relocate.js";
import type { HostSource } from "../source.js";

/** A parser with the interface that ESLint requires. */
interface Parser {
  parseForESLint?(text: string, options: object): { ast: unknown };
  parse?(text: string, options: object): unknown;
}

interface Module {
  readonly text: string;
  readonly program: TSESTree.Program;
  readonly resolveName: ModuleNameResolver;
}

/** In bytes. Shared constants are in small files; a bundle is not worth parsing. */
const maxBytes = 500_000;
/** How many re-exports are followed before a name counts as unknown. */
const maxReexports = 5;
/** Size limit of the cache, per parser. */
const maxModules = 200;

const extensions = ["", ".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", "/index.ts", "/index.js"];

/**
 * Parsed modules, valid until the file changes. Cached per parser because one parser may accept what another rejects.
 */
const parsedModules = new WeakMap<
  Parser,
  Map<string, { readonly stamp: string; readonly module: Module | undefined }>
>();

/**
 * Resolves relative imports to constants of other modules. A module is parsed with the parser of the importing file and
 * never executed. A module that cannot be read or parsed has no known values.
 *
 * @returns a function that returns the value of an imported name, located at the reference to it
 */
export function importResolver({ filename, languageOptions }: HostSource): ValueResolvers["resolveImport"] {
  const reader = new ImportReader(languageOptions ?? {});
  return (name, reference) => (isAbsolute(filename) ? reader.value(name, reference, filename) : undefined);
}

class ImportReader {
  readonly #languageOptions: LanguageOptions;
  /** Created per linted file: the values of a module depend on other modules, which may have changed. */
  readonly #readers = new Map<Module, EstreeReader>();
  readonly #sharedValues = new Map<Value, Value>();
  readonly #files = new Map<string, string | undefined>();

  constructor(languageOptions: LanguageOptions) {
    this.#languageOptions = languageOptions;
  }

  /** @param from the path of the importing file */
  value(name: ImportedName, reference: Range, from: string): Value | undefined {
    const found = this.#resolve(name, reference, from);
    return found && relocate(found.value, reference, basename(found.file));
  }

  /**
   * The value of a name that one module imports from another. Its location is not in the linted file, so all references
   * share one value. Otherwise a value that each of twenty modules uses twice would become a million values.
   */
  #valueForModule(name: ImportedName, reference: Range, from: string): Value | undefined {
    const found = this.#resolve(name, reference, from);
    if (!found) {
      return undefined;
    }
    const shared = this.#sharedValues.get(found.value) ?? relocate(found.value, reference, basename(found.file));
    this.#sharedValues.set(found.value, shared);
    return shared;
  }

  /** Follows re-exports to the value of a name and the file that defines it. */
  #resolve(
    { module: specifier, path: [name] }: ImportedName,
    reference: Range,
    from: string,
    remaining = maxReexports,
  ): { readonly value: Value; readonly file: string } | undefined {
    const file =
      specifier.startsWith(".") && remaining > 0 ? this.#resolveFile(resolve(dirname(from), specifier)) : undefined;
    const module = file === undefined ? undefined : readModule(file, this.#languageOptions);
    const definition = module && name !== undefined ? exportOf(module.program, module.resolveName, name) : undefined;
    if (!module || !definition || file === undefined) {
      return undefined;
    }
    return definition.kind === "import"
      ? this.#resolve(definition, reference, file, remaining - 1)
      : { value: this.#readerOf(module, file).definitionValue(definition, reference), file };
  }

  #resolveFile(path: string): string | undefined {
    const file = this.#files.has(path) ? this.#files.get(path) : resolveFile(path);
    this.#files.set(path, file);
    return file;
  }

  #readerOf(module: Module, file: string): EstreeReader {
    let reader = this.#readers.get(module);
    if (!reader) {
      reader = new EstreeReader(module.text, {
        resolveName: module.resolveName,
        resolveImport: (name, reference) => this.#valueForModule(name, reference, file),
        resolveType: () => undefined,
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

/**
 * The file that an import specifier resolves to: the path itself, the path with an extension, or the `.ts` source of a
 * `.js` path.
 */
function resolveFile(path: string): string | undefined {
  const stem = /\.[cm]?js$/u.test(path) ? path.slice(0, -extname(path).length) : undefined;
  const sourceOfJs = stem === undefined ? [] : [`${stem}${extname(path).replace("js", "ts")}`];
  return [...extensions.map((extension) => path + extension), ...sourceOfJs].find((file) => statOf(file)?.isFile());
}

/** An invalid path, such as a cycle of symbolic links, is treated as missing. */
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
  let cached = modules.get(file);
  if (cached?.stamp !== stamp) {
    cached = { stamp, module: stat.size > maxBytes ? undefined : parseModule(file, parser, languageOptions) };
    if (modules.size >= maxModules) {
      modules.clear();
    }
    modules.set(file, cached);
  }
  return cached.module;
}

function parseModule(file: string, parser: Parser, languageOptions: LanguageOptions): Module | undefined {
  const { parserOptions, ecmaVersion } = languageOptions;
  // Constants do not need type information, and the parser would build a new TypeScript program for it.
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
    return { text, program, resolveName: moduleNameResolver(program) };
  } catch {
    return undefined;
  }
}
