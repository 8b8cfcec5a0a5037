import { extname, join, resolve } from "node:path";
import { isFile, isFolder } from "./files.js";
import { manifestOf } from "./manifest.js";

/** What a path may lack. Sources before what is made of them. */
const extensions = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"];

/** How the source of a file is named that TypeScript has imported under its later name. */
const sourceExtensions: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};

/**
 * The file of code or JSON that a path stands for, as TypeScript and bundlers understand it: the source of a `.js` file,
 * the path itself, the path with an extension, or what a folder has as its entry.
 *
 * @param path an absolute path, with or without extension
 */
export function sourceFileAt(path: string): string | undefined {
  return candidatesAt(path).find(isSourceFile) ?? (isFolder(path) ? entryOf(path) : undefined);
}

/**
 * The entry of a folder: what its `package.json` has as such, or its index.
 *
 * @param folder an absolute path
 */
export function entryOf(folder: string): string | undefined {
  const { types, typings, module, main } = manifestOf(folder) ?? {};
  // Types that are no declarations are the source of what the others name.
  for (const entry of [types, typings, module, main]) {
    const path = typeof entry === "string" ? resolve(folder, entry) : folder;
    const file = path === folder ? undefined : (candidatesAt(path).find(isSourceFile) ?? indexOf(path));
    if (file !== undefined) {
      return file;
    }
  }
  return indexOf(folder);
}

/** Whether a name is that of TypeScript code, and not of mere declarations. */
export function isTypescript(file: string): boolean {
  return /\.(?:[cm]?ts|tsx)$/u.test(file) && !isDeclaration(file);
}

function candidatesAt(path: string): readonly string[] {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  return [
    ...(sourceExtensions[extension] ?? []).map((source) => stem + source),
    ...(extensions.includes(extension) ? [path] : []),
    ...extensions.map((missing) => path + missing),
  ];
}

function indexOf(folder: string): string | undefined {
  return extensions.map((extension) => join(folder, `index${extension}`)).find(isSourceFile);
}

function isSourceFile(path: string): boolean {
  return !isDeclaration(path) && isFile(path);
}

/** Declarations, also those of a stylesheet or of data (`a.d.json.ts`), have types and no values. */
function isDeclaration(path: string): boolean {
  return /\.d\.(?:[^./\\]+\.)?[cm]?ts$/u.test(path);
}
