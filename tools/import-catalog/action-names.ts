/** Finds `service:resourceType:operation` names in the text of a cell. */
import { fold } from "./words.js";

export interface FoundNames {
  readonly names: readonly string[];
  /** The text without the names, quotes and separators: what is left to be understood. */
  readonly rest: string;
  /** Runs that look like names and could not be taken apart. */
  readonly broken: readonly string[];
}

/** Service prefixes in lower case; needed to take apart names that stand together without a separator. */
export type ServicePrefixes = ReadonlySet<string>;

/** The names in one line of text; blanks around the colons of a name are forgiven where nothing else is there. */
export function findNames(text: string, prefixes: ServicePrefixes): FoundNames {
  const normalized = text.normalize("NFKC");
  const found = split(normalized, prefixes);
  if (found.names.length > 0 || !/:\s/u.test(normalized)) return found;
  const tightened = split(normalized.replace(/\s*:\s*/gu, ":"), prefixes);
  return tightened.names.length > 0 ? tightened : found;
}

function split(text: string, prefixes: ServicePrefixes): FoundNames {
  const names: string[] = [];
  const broken: string[] = [];
  const rest = text.replace(nameRun, (run) => {
    const parts = takeApart(run, prefixes);
    if (parts === undefined) broken.push(run);
    else names.push(...parts);
    return " ";
  });
  return { names, rest: rest.replace(separators, " ").replace(/\s+/gu, " ").trim(), broken };
}

/** Names without blanks in between; a lone name has exactly two colons. */
const nameRun = /[A-Za-z][\w-]*(?::[\w*-]+){2,}/gu;

/** What may stand between names and says nothing. The ideographic comma is not touched by NFKC. */
const separators = /["“”',;、]/gu;

/**
 * `ims:images:getims:images:update` to its names: in a run of n names, the service of every name but the
 * first is the end of a part whose beginning is the operation of the name before.
 */
function takeApart(run: string, prefixes: ServicePrefixes): readonly string[] | undefined {
  const parts = run.split(":");
  if (parts.length === 3) return [run];
  if (parts.length % 2 === 0) return undefined;
  const names: string[] = [];
  let service = parts[0] ?? "";
  for (let index = 1; index < parts.length; index += 2) {
    const resource = parts[index] ?? "";
    const joint = parts[index + 1] ?? "";
    const next = index + 2 < parts.length ? trailingPrefix(joint, prefixes) : "";
    if (next === undefined) return undefined;
    names.push(`${service}:${resource}:${joint.slice(0, joint.length - next.length)}`);
    service = next;
  }
  return names;
}

/** The longest service prefix that the joint ends with and that leaves an operation before it. */
function trailingPrefix(joint: string, prefixes: ServicePrefixes): string | undefined {
  for (let start = 1; start < joint.length; start += 1) {
    const candidate = joint.slice(start);
    if (prefixes.has(fold(candidate))) return candidate;
  }
  return undefined;
}
