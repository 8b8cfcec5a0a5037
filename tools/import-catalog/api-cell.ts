/** Reads API cells: methods with path templates, or the names of APIs if the page has no method and path. */
import { type Block, type Cell, cellFacts } from "./grid.js";
import { fold, isConsoleOnly, isNone } from "./words.js";

export interface ApiCell {
  readonly apis: readonly string[];
  /** Lines that could not be read. */
  readonly problems: readonly string[];
}

/**
 * The APIs of a cell as `METHOD /path`, with the method in upper case and without host, whitespace and query
 * placeholders, or as a bare name. Drops the body parameters that distinguish calls of one API (`action="os-extend"`),
 * because policies cannot.
 */
export function parseApiCell(cell: Cell): ApiCell {
  const apis: string[] = [];
  const problems: string[] = [];
  for (const line of joinMethods(cellFacts(cell))) {
    if (isNone(line) || isConsoleOnly(line) || isDiscriminator(line) || loneMethod.test(line)) continue;
    const calls = readCalls(line);
    if (calls === undefined) problems.push(line);
    else apis.push(...calls);
  }
  return { apis: [...new Set(apis)], problems };
}

const methods = "GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS";
const loneMethod = new RegExp(`^(?:${methods})$`, "iu");

/** Joins a method to the path on the next line, and the two halves of a wrapped path. */
function joinMethods(blocks: readonly Block[]): readonly string[] {
  const lines: string[] = [];
  for (const { text } of blocks) {
    const last = lines.at(-1);
    const joins = last !== undefined && (loneMethod.test(last) || (last.endsWith("/") && /^[{\w]/u.test(text)));
    if (joins) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  }
  return lines;
}

function isDiscriminator(line: string): boolean {
  return /^action\s*=/u.test(line);
}

function readCalls(line: string): readonly string[] | undefined {
  const text = line.normalize("NFKC");
  const calls = [...text.matchAll(new RegExp(`\\b(?:${methods})(?=\\s*(?:https:|/|v\\d|\\{))`, "giu"))];
  if (calls.length === 0) return readName(text);
  const found: string[] = [];
  for (const [index, call] of calls.entries()) {
    const path = readPath(text.slice(call.index + call[0].length, calls[index + 1]?.index));
    if (path === undefined) return undefined;
    found.push(`${call[0].toUpperCase()} ${path}`);
  }
  return found;
}

/** The normalized path, or `undefined` if the text contains anything else. */
function readPath(text: string): string | undefined {
  const bare = text
    .replace(afterPath, "")
    .trim()
    .replace(/^https?:\/\/(?:\{[^}]*\}|[\w.-]+)/u, "");
  // Pages wrap long paths at punctuation. Any other space separates words.
  if (/[^\s/{},?&=]\s+[^\s/{},?&=]/u.test(bare)) return undefined;
  const path = pathRepairs.reduce((text, [mistake, edit]) => text.replace(mistake, edit), bare);
  return /^\/[\w{}/.:*$@~-]*(?:\?[\w=&-]+)?$/u.test(path) ? path : undefined;
}

/** Corrections of typos in paths, applied in order. A constant query (`?action_id=stop`) is kept. */
const pathRepairs: readonly (readonly [mistake: RegExp, edit: string])[] = [
  [/\s+/gu, ""],
  [/\{\?.*$|\?.*[{*].*$/u, ""],
  [/[,.]$/u, ""],
  [/^(?!\/)/u, "/"],
  [/\{\{/gu, "{"],
  [/\}\}/gu, "}"],
  [/^(\/v\d[\d.]*)\{/u, "$1/{"],
  [/\/(\w+)\}(?=\/|$)/gu, "/{$1}"],
  [/\{(\w+)(?=\/|$)/gu, "{$1}"],
  [/\}(?=\w)/gu, "}/"],
];

/** Prose or a note after a path, with or without a separator (facts.md#cells-of-tables). */
const afterPath =
  /,?\s*(?:SQL statement.*|SQL语句.*|statement invoking|executing corresponding.*|\((?:with |request body).*|\p{Script=Han}.*)$/iu;

/** An API name: a few words, or a path without a method (`/api/*`). */
function readName(text: string): readonly string[] | undefined {
  return text.length <= 100 && fold(text) !== "" ? [text] : undefined;
}
