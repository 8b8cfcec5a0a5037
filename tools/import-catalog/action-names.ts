/** Finds `service:resourceType:operation` names in a cell. */
import { fold } from "./words.js";

export interface FoundNames {
  readonly names: readonly string[];
  /** The text without names, quotes and separators. */
  readonly rest: string;
  /** Joined names that could not be split. */
  readonly unsplit: readonly string[];
}

/** Service prefixes in lower case. They are needed to split names that a page joins without a separator. */
export type ServicePrefixes = ReadonlySet<string>;

/** The names in a line. Spaces around colons are ignored only if the line has no other names. */
export function findNames(text: string, prefixes: ServicePrefixes): FoundNames {
  const normalized = text.normalize("NFKC");
  const found = split(normalized, prefixes);
  if (found.names.length > 0 || !/:\s/u.test(normalized)) return found;
  const withoutSpaces = split(normalized.replace(/\s*:\s*/gu, ":"), prefixes);
  return withoutSpaces.names.length > 0 ? withoutSpaces : found;
}

function split(text: string, prefixes: ServicePrefixes): FoundNames {
  const names: string[] = [];
  const unsplit: string[] = [];
  const rest = text.replace(nameRun, (run) => {
    const parts = splitJoinedNames(run, prefixes);
    if (parts === undefined) unsplit.push(run);
    else names.push(...parts);
    return " ";
  });
  return { names, rest: rest.replace(separators, " ").replace(/\s+/gu, " ").trim(), unsplit };
}

/** One or more names without whitespace in between. A single name has two colons. */
const nameRun = /[A-Za-z][\w-]*(?::[\w*-]+){2,}/gu;

/** Quotes and separators between names. NFKC does not normalize the ideographic comma. */
const separators = /["“”',;、]/gu;

/**
 * Splits joined names, such as `ims:images:getims:images:update`. Between two of them, one part holds the operation of
 * the first and the service of the second.
 */
function splitJoinedNames(run: string, prefixes: ServicePrefixes): readonly string[] | undefined {
  const parts = run.split(":");
  if (parts.length === 3) return [run];
  if (parts.length % 2 === 0) return undefined;
  const names: string[] = [];
  let service = parts[0] ?? "";
  for (let index = 1; index < parts.length; index += 2) {
    const resource = parts[index] ?? "";
    const part = parts[index + 1] ?? "";
    const next = index + 2 < parts.length ? trailingPrefix(part, prefixes) : "";
    if (next === undefined) return undefined;
    names.push(`${service}:${resource}:${part.slice(0, part.length - next.length)}`);
    service = next;
  }
  return names;
}

/** The longest service prefix at the end of a part that leaves an operation before it. */
function trailingPrefix(part: string, prefixes: ServicePrefixes): string | undefined {
  for (let start = 1; start < part.length; start += 1) {
    const candidate = part.slice(start);
    if (prefixes.has(fold(candidate))) return candidate;
  }
  return undefined;
}
