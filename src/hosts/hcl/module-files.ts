import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { definitionsIn, type Definitions } from "./definitions.js";
import type { TemplatePart } from "./nodes.js";
import { parseHcl } from "./structure.js";
import { parseFileTemplate } from "./templates.js";

/** A file of the same module directory, which defines names for all of them. */
export interface ModuleFile {
  /** The base name. */
  readonly name: string;
  readonly text: string;
  readonly definitions: Definitions;
}

/** In bytes. Locals are in small files; a larger one is not worth parsing. */
const maxBytes = 500_000;
/** More files than a module has. */
const maxFiles = 200;

/** Parsed files, valid until they change; `undefined` for one that cannot be read or parsed. */
const parsedFiles = new Map<string, { readonly stamp: string; readonly file: ModuleFile | undefined }>();

/**
 * The other Terraform files of the folder that a file is in: together they are one module
 * (developer.hashicorp.com/terraform/language/files).
 *
 * @param path the path of the file; there are no others if it is not absolute, as for code without a file
 */
export function otherFilesOf(path: string): readonly ModuleFile[] {
  return isAbsolute(path)
    ? namesIn(dirname(path), basename(path)).flatMap((name) => readFile(join(dirname(path), name)) ?? [])
    : [];
}

function namesIn(folder: string, own: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(?:tf|tofu)$/u.test(name) && name !== own)
      .sort()
      .slice(0, maxFiles);
  } catch {
    return [];
  }
}

function readFile(path: string): ModuleFile | undefined {
  try {
    const { mtimeMs, size } = statSync(path);
    const stamp = `${mtimeMs} ${size}`;
    const known = parsedFiles.get(path);
    if (known?.stamp === stamp) {
      return known.file;
    }
    const file = size > maxBytes ? undefined : parseFile(path);
    if (parsedFiles.size >= maxFiles) {
      parsedFiles.clear();
    }
    parsedFiles.set(path, { stamp, file });
    return file;
  } catch {
    return undefined;
  }
}

/**
 * The text of a JSON file, as the function `file` gives it.
 *
 * @param path of the file that asks
 * @param relative to the folder of that file
 * @returns `undefined` if it cannot be read, is too large, or is no JSON file by its name
 */
export function jsonFile(path: string, relative: string): string | undefined {
  return relative.endsWith(".json") ? textBeside(path, relative) : undefined;
}

/** The text of a file that is not too large. */
function textBeside(path: string, relative: string): string | undefined {
  const asked = join(dirname(path), relative);
  try {
    return isAbsolute(path) && statSync(asked).size <= maxBytes ? textOf(asked) : undefined;
  } catch {
    return undefined;
  }
}

/** A file that is a template as a whole. */
export interface TemplateFile {
  readonly text: string;
  readonly parts: readonly TemplatePart[];
}

/**
 * A template, as the function `templatefile` reads it.
 *
 * @param path of the file that asks
 * @param relative to the folder of that file
 * @returns `undefined` if it cannot be read, is too large, or has a syntax error
 */
export function templateFile(path: string, relative: string): TemplateFile | undefined {
  const text = textBeside(path, relative);
  try {
    return text === undefined ? undefined : { text, parts: parseFileTemplate(text) };
  } catch {
    return undefined;
  }
}

function textOf(path: string): string {
  return readFileSync(path, "utf8").replace(/^\uFEFF/u, "");
}

function parseFile(path: string): ModuleFile | undefined {
  try {
    const text = textOf(path);
    return { name: basename(path), text, definitions: definitionsIn(parseHcl(text)) };
  } catch {
    return undefined;
  }
}
