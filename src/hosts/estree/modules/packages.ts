import { join, resolve } from "node:path";
import { foldersUpFrom, isFolder, isWithin, realPathOf, statOf } from "./files.js";
import { packageMapLibrary } from "./libraries.js";
import { manifestOf, type Manifest } from "./manifest.js";
import { entryOf, isTypescript, sourceFileAt } from "./source-file.js";

/** A package whose sources are in the project. */
interface Package {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The two fields of `package.json` that map specifiers to files. */
type PackageMap = "exports" | "imports";

/** Under what a package offers its source, to those who build it themselves and to the type checker. */
const sourceConditions = ["source", "development", "types", "import", "require", "node"];

/**
 * Under what it offers code that runs; the last stands for `default` alone. One set after the other, because the library
 * does not look further when a condition holds and those nested in it do not.
 */
const runConditions = [["import", "module-sync", "node"], ["require", "module-sync", "node"], []];

/** Finds the packages of a project, as Node.js does, while one file is linted: a `package.json` is read once. */
export class Packages {
  readonly #manifests = new Map<string, Manifest | undefined>();
  readonly #roots = new Map<string, string>();

  /**
   * The file that a specifier such as `#iam/actions` stands for by the `imports` of the package that imports it.
   *
   * @param folder the absolute path of the importing file's folder
   */
  fileOfInternal(specifier: string, folder: string): string | undefined {
    const own = this.#packageAround(folder);
    return (
      own &&
      firstFile(own, "imports", specifier, (target) => {
        return target.startsWith(".") ? fileIn(own, target) : this.fileOf(target, own.folder);
      })
    );
  }

  /**
   * The file that the name of a package stands for, with or without a path into it: the package that imports it, or one
   * that a link in `node_modules` leads to and that is in the same project.
   *
   * @param folder the absolute path of the importing file's folder
   */
  fileOf(specifier: string, folder: string): string | undefined {
    const [, name, subpath] = /^((?:@[^/\\%]+\/)?[^/\\%.@#][^/\\%]*)(?:\/(.*))?$/su.exec(specifier) ?? [];
    if (name === undefined) {
      return undefined;
    }
    const own = this.#packageAround(folder);
    if (own?.manifest.name === name && hasExports(own)) {
      return exportedFile(own, subpath);
    }
    const linked = this.#linkedPackage(name, folder);
    return linked && exportedFile(linked, subpath);
  }

  #packageAround(folder: string): Package | undefined {
    const around = foldersUpFrom(folder).find((above) => this.#manifestOf(above));
    return around === undefined ? undefined : { folder: around, manifest: this.#manifestOf(around) ?? {} };
  }

  #linkedPackage(name: string, folder: string): Package | undefined {
    const link = foldersUpFrom(folder)
      .map((above) => join(above, "node_modules", name))
      .find(isFolder);
    const target = link === undefined ? undefined : realPathOf(link);
    return target !== undefined && this.#isOfProject(target, folder)
      ? { folder: target, manifest: this.#manifestOf(target) ?? {} }
      : undefined;
  }

  #isOfProject(target: string, folder: string): boolean {
    return !hasNodeModules(target) && isWithin(this.#projectOf(realPathOf(folder) ?? folder), target);
  }

  /**
   * The folder of the project that a folder is in: the repository, else all workspaces, else the package. A link that
   * leads out of it was made on this machine, to try a package out.
   */
  #projectOf(folder: string): string {
    const known = this.#roots.get(folder);
    if (known !== undefined) {
      return known;
    }
    const folders = foldersUpFrom(folder);
    const root =
      folders.find((above) => statOf(join(above, ".git"))) ??
      folders.findLast((above) => this.#hasWorkspaces(above)) ??
      folders.find((above) => this.#manifestOf(above)) ??
      folder;
    this.#roots.set(folder, root);
    return root;
  }

  #hasWorkspaces(folder: string): boolean {
    return (
      this.#manifestOf(folder)?.workspaces !== undefined || statOf(join(folder, "pnpm-workspace.yaml")) !== undefined
    );
  }

  #manifestOf(folder: string): Manifest | undefined {
    if (!this.#manifests.has(folder)) {
      this.#manifests.set(folder, manifestOf(folder));
    }
    return this.#manifests.get(folder);
  }
}

/** Whether there are installed packages on a path: what is below has been written by others. */
export function hasNodeModules(path: string): boolean {
  return path.split(/[/\\]/u).includes("node_modules");
}

function exportedFile(from: Package, subpath = ""): string | undefined {
  if (hasExports(from)) {
    return firstFile(from, "exports", subpath, (target) => fileIn(from, target));
  }
  return subpath === "" ? entryOf(from.folder) : fileIn(from, subpath);
}

function hasExports({ manifest }: Package): boolean {
  return manifest.exports !== undefined && manifest.exports !== null;
}

/** The first file that a map gives: the source if it names it, and otherwise code that runs. */
function firstFile(
  { manifest }: Package,
  map: PackageMap,
  request: string,
  fileAt: (target: string) => string | undefined,
): string | undefined {
  const filesUnder = (conditions: readonly string[]) =>
    targetsOf(manifest, map, request, conditions).flatMap((target) => fileAt(target) ?? []);
  const source = filesUnder(sourceConditions).find(isTypescript);
  if (source !== undefined) {
    return source;
  }
  for (const conditions of runConditions) {
    const [file] = filesUnder(conditions);
    if (file !== undefined) {
      return file;
    }
  }
  return undefined;
}

/** What a map has for a request under some conditions; nothing if it has nothing, or is wrong. */
function targetsOf(
  manifest: Manifest,
  map: PackageMap,
  request: string,
  conditions: readonly string[],
): readonly string[] {
  try {
    const { resolveExports, resolveImports } = packageMapLibrary();
    const resolveMap = map === "exports" ? resolveExports : resolveImports;
    return resolveMap(manifest[map] as never, request, conditions);
  } catch {
    return [];
  }
}

/** The file at a path of a package, unless the path leads out of it. */
function fileIn({ folder }: Package, path: string): string | undefined {
  const target = resolve(folder, path);
  const isOutside = !isWithin(folder, target) || hasNodeModules(target.slice(folder.length));
  return isOutside ? undefined : sourceFileAt(target);
}
