import { readFileSync } from "node:fs";
import type { TSESTree } from "@typescript-eslint/utils";
import { childrenOf } from "../tree/children.js";
import { statOf } from "./files.js";

/**
 * A module as it is written. Each node of its program has its `parent`, but for the program itself.
 *
 * The program of JSON is one expression, and its text stands in the parentheses that make an object an expression: the
 * ranges of its nodes are those in `text`. It is strict JSON, so that a key `__proto__` is one like any other.
 */
export interface ModuleSource {
  readonly kind: "code" | "json";
  /** Its absolute path. */
  readonly file: string;
  readonly text: string;
  readonly program: TSESTree.Program;
}

/** A parser with the interface that ESLint requires. */
interface Parser {
  parseForESLint?(text: string, options: object): { ast: unknown };
  parse?(text: string, options: object): unknown;
}

/** The options that the linted file was parsed with. */
export interface LanguageOptions {
  readonly parser?: Parser;
  readonly parserOptions?: object;
  readonly ecmaVersion?: number;
}

interface CachedModule {
  readonly stamp: string;
  readonly module: ModuleSource | undefined;
}

/** In bytes. Shared constants are in small files; a bundle is not worth parsing. */
const maxBytes = 500_000;
/** Size limit of the cache, per parser. */
const maxModules = 200;

/** Parsed modules, valid until the file changes. Per parser, because one may accept what another rejects. */
const parsedModules = new WeakMap<Parser, Map<string, CachedModule>>();

/**
 * Parses a module with the parser of the file that imports it, and never runs it. Whoever asks twice gets the same tree,
 * unless the file has changed.
 *
 * @param file an absolute path
 * @returns undefined if there is no such file, if it is large, or if it cannot be parsed
 */
export function readModule(file: string, languageOptions: LanguageOptions): ModuleSource | undefined {
  const { parser } = languageOptions;
  const stat = statOf(file);
  if (!parser || !stat?.isFile()) {
    return undefined;
  }
  const modules = parsedModules.get(parser) ?? new Map<string, CachedModule>();
  parsedModules.set(parser, modules);
  const stamp = `${stat.mtimeMs} ${stat.size}`;
  let cached = modules.get(file);
  if (cached?.stamp !== stamp) {
    cached = { stamp, module: stat.size > maxBytes ? undefined : parseFile(file, parser, languageOptions) };
    if (modules.size >= maxModules) {
      modules.clear();
    }
    modules.set(file, cached);
  }
  return cached.module;
}

function parseFile(file: string, parser: Parser, languageOptions: LanguageOptions): ModuleSource | undefined {
  try {
    const text = readFileSync(file, "utf8").replace(/^\uFEFF/u, "");
    return file.endsWith(".json")
      ? parseJson(file, text, parser, languageOptions)
      : parseCode(file, text, parser, languageOptions);
  } catch {
    return undefined;
  }
}

/** @throws if the text is not strict JSON, which is what can be imported */
function parseJson(file: string, json: string, parser: Parser, languageOptions: LanguageOptions): ModuleSource {
  JSON.parse(json);
  const text = `(${json})`;
  // By the extension `.json` a parser would take the text for JSON, where parentheses are a mistake.
  const program = parse(text, parser, { ...languageOptions, filePath: `${file}.js`, sourceType: "module" });
  return { kind: "json", file, text, program };
}

/** @throws if the text is no code that the parser takes */
function parseCode(file: string, text: string, parser: Parser, languageOptions: LanguageOptions): ModuleSource {
  const parseAs = (sourceType: string) => parse(text, parser, { ...languageOptions, filePath: file, sourceType });
  let program: TSESTree.Program;
  try {
    program = parseAs("module");
  } catch {
    // CommonJS may return from the top level, and need not be strict.
    program = parseAs("commonjs");
  }
  return { kind: "code", file, text, program };
}

interface ParsedFile extends LanguageOptions {
  readonly filePath: string;
  readonly sourceType: string;
}

function parse(
  text: string,
  parser: Parser,
  { parserOptions, ecmaVersion, filePath, sourceType }: ParsedFile,
): TSESTree.Program {
  // Values do not need type information, and the parser would build a new TypeScript program for it.
  const untyped = { project: undefined, projectService: undefined, programs: undefined };
  const options = { ...parserOptions, ...untyped, ecmaVersion, sourceType, range: true, loc: true, filePath };
  const program = (parser.parseForESLint?.(text, options).ast ?? parser.parse?.(text, options)) as TSESTree.Program;
  linkParents(program);
  return program;
}

/** ESLint does so for the linted file only. Without recursion: an expression may be deeper than the stack. */
function linkParents(program: TSESTree.Program): void {
  const nodes = new Set<TSESTree.Node>([program]);
  for (const parent of nodes) {
    for (const child of childrenOf(parent).filter((node) => !nodes.has(node))) {
      Object.assign(child, { parent });
      nodes.add(child);
    }
  }
}
