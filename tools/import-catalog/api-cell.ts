/** An API cell: methods with path templates, or the names of APIs where the page gives no method and path. */
import { type Block, type Cell, cellFacts } from "./grid.js";
import { fold, saysConsoleOnly, saysNothing } from "./words.js";

export interface ApiCell {
  readonly apis: readonly string[];
  /** Lines that were not understood. */
  readonly problems: readonly string[];
}

/**
 * The APIs of a cell as `METHOD /path` with an upper-case method, no host, no query of placeholders and no blanks, or
 * as a bare name. What tells two calls of one API apart by the body (`action="os-extend"`) is left out: policies cannot
 * see it.
 */
export function parseApiCell(cell: Cell): ApiCell {
  const apis: string[] = [];
  const problems: string[] = [];
  for (const line of joinMethods(cellFacts(cell))) {
    if (saysNothing(line) || saysConsoleOnly(line) || isDiscriminator(line) || loneMethod.test(line)) continue;
    const calls = readCalls(line);
    if (calls === undefined) problems.push(line);
    else apis.push(...calls);
  }
  return { apis: [...new Set(apis)], problems };
}

const methods = "GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS";
const loneMethod = new RegExp(`^(?:${methods})$`, "iu");

/** A method on a line of its own belongs to the path on the next one; so does a path that is cut in two. */
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

/** A path without what stands around it on the page, or nothing where something else is mixed with it. */
function readPath(text: string): string | undefined {
  const bare = text
    .replace(afterPath, "")
    .trim()
    .replace(/^https?:\/\/(?:\{[^}]*\}|[\w.-]+)/u, "");
  // Pages break long paths; a blank in one is only believed beside a character that paths are made of.
  if (/[^\s/{},?&=]\s+[^\s/{},?&=]/u.test(bare)) return undefined;
  const path = pathRepairs.reduce((text, [mistake, edit]) => text.replace(mistake, edit), bare);
  return /^\/[\w{}/.:*$@~-]*(?:\?[\w=&-]+)?$/u.test(path) ? path : undefined;
}

/** What pages get wrong in paths, in the order of edit; a query is kept where it is fixed (`?action_id=stop`). */
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

/** Prose that follows a path on its line (facts.md#cells-of-tables), and notes glued to it. */
const afterPath =
  /,?\s*(?:SQL statement.*|SQL语句.*|statement invoking|executing corresponding.*|\((?:with |request body).*|\p{Script=Han}.*)$/iu;

/** API names come in a few words; a lone path without a method (`/api/*`) is a name too. */
function readName(text: string): readonly string[] | undefined {
  return text.length <= 100 && fold(text) !== "" ? [text] : undefined;
}
