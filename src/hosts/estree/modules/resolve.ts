import { isBuiltin } from "node:module";
import { dirname, isAbsolute, resolve } from "node:path";
import { isFolder, realPathOf } from "./files.js";
import { hasNodeModules, Packages } from "./packages.js";
import { entryOf, sourceFileAt } from "./source-file.js";
import { TsconfigPaths } from "./tsconfig-paths.js";

/**
 * Returns the absolute path of the source file in the project that an import specifier names; undefined for Node.js's
 * own modules, for installed packages and for what is not found. It never throws.
 *
 * @param specifier what `import`, `export ... from` or `require` names
 * @param from the absolute path of the importing file, which need not exist
 */
export type ModuleResolver = (specifier: string, from: string) => string | undefined;

/**
 * Makes a resolver for the time in which one file is linted. It looks at the file system once for each question, so that
 * it is consistent in itself; the next file needs another, because files come and go while an editor runs.
 *
 * Besides relative paths it follows `paths` and `baseUrl` of the nearest `tsconfig.json` or `jsconfig.json`, `imports` of
 * `package.json`, a package's own name, and packages of the same project that are linked in `node_modules`.
 */
export function createModuleResolver(): ModuleResolver {
  const tsconfigPaths = new TsconfigPaths();
  const packages = new Packages();
  const files = new Map<string, string | undefined>();
  return (specifier, from) => {
    const folder = dirname(from);
    const question = `${folder}\0${specifier}`;
    if (!files.has(question)) {
      files.set(question, isAbsolute(from) ? fileOf(specifier, folder, tsconfigPaths, packages) : undefined);
    }
    return files.get(question);
  };
}

function fileOf(
  specifier: string,
  folder: string,
  tsconfigPaths: TsconfigPaths,
  packages: Packages,
): string | undefined {
  if (/^\.{1,2}(?:\/|$)/u.test(specifier)) {
    return relativeFile(specifier, folder);
  }
  if (!isNameInProject(specifier)) {
    return undefined;
  }
  return (
    mappedFile(tsconfigPaths.pathsOf(specifier, folder)) ??
    (specifier.startsWith("#") ? packages.fileOfInternal(specifier, folder) : packages.fileOf(specifier, folder))
  );
}

/** `.`, `..` and a slash at the end stand for a folder, even if a file has its name. */
function relativeFile(specifier: string, folder: string): string | undefined {
  const path = resolve(folder, specifier);
  const namesFolder = /(?:^|\/)\.{0,2}$/u.test(specifier);
  return namesFolder ? (isFolder(path) ? entryOf(path) : undefined) : sourceFileAt(path);
}

/** URLs, absolute paths and Node.js's own modules are no names in a project, whatever a tsconfig says. */
function isNameInProject(specifier: string): boolean {
  return !/^(?:$|[/\\]|[a-z][\w+.-]*:)/iu.test(specifier) && !isBuiltin(specifier);
}

/** The first file among the paths that a tsconfig gives. Some map a name to a file of an installed package. */
function mappedFile(paths: readonly string[]): string | undefined {
  const file = paths.map(sourceFileAt).find((found) => found !== undefined);
  return file === undefined || hasNodeModules(realPathOf(file) ?? file) ? undefined : file;
}
