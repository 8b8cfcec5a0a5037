/**
 * In a browser, stands for the modules of Node.js in the hosts' sources: a machine without files. A policy that somebody
 * types has no absolute path, so that no host looks for other files; this is what it would find.
 */

export function existsSync(): boolean {
  return false;
}

export function statSync(): undefined {
  return undefined;
}

export function readdirSync(path: string): never {
  return noFile(path);
}

export function readFileSync(path: string): never {
  return noFile(path);
}

export const realpathSync = { native: noFile };

function noFile(path: string): never {
  throw new Error(`There is no file "${path}": a browser has none.`);
}

export function createRequire(): (name: string) => never {
  return noFile;
}

export function isBuiltin(name: string): boolean {
  return name.startsWith("node:");
}

export const sep = "/";

export function isAbsolute(path: string): boolean {
  return path.startsWith(sep);
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf(sep) + 1);
}

export function extname(path: string): string {
  return /(?<=[^/])\.[^./]*$/u.exec(path)?.[0] ?? "";
}

export function dirname(path: string): string {
  return resolve(path, "..");
}

export function join(...parts: readonly string[]): string {
  return resolve(...parts);
}

export function resolve(...parts: readonly string[]): string {
  const path = parts.join(sep).replace(/^\/+|(?<=\/)\/+/gu, "");
  return new URL(path, "file:///").pathname.replace(/(?<=.)\/$/u, "");
}

export function relative(from: string, to: string): string {
  return to.startsWith(from + sep) ? to.slice(from.length + 1) : to;
}

/** For modules that import all of it under one name. */
export default {
  existsSync,
  statSync,
  readdirSync,
  readFileSync,
  realpathSync,
  createRequire,
  isBuiltin,
  sep,
  isAbsolute,
  basename,
  extname,
  dirname,
  join,
  resolve,
  relative,
};
