import type { Exports } from "./exports.js";

interface Exporting {
  readonly file: string;
  readonly exports: Exports;
}

/**
 * The modules that a module exports again by `export *`, in the order in which a name is looked for in them. Each is read
 * once, when it is needed: modules may export each other.
 */
export class StarExports<Module extends Exporting> {
  readonly #find: (file: string, specifier: string) => Module | undefined;
  /** Specifiers that have not been followed, the next one last. */
  readonly #pending: { readonly file: string; readonly specifier: string }[] = [];
  readonly #seen: Set<string>;
  /** The first module with each name. */
  readonly #modules = new Map<string, Module>();

  /** @param find the module that a specifier names in a file */
  constructor(module: Module, find: (file: string, specifier: string) => Module | undefined) {
    this.#find = find;
    this.#seen = new Set([module.file]);
    this.#push(module);
  }

  /** The first module that exports a name itself. */
  moduleOf(name: string): Module | undefined {
    while (!this.#modules.has(name) && this.#pending.length > 0) {
      this.#follow();
    }
    return this.#modules.get(name);
  }

  /** The names that the modules export themselves. */
  get names(): Iterable<string> {
    while (this.#pending.length > 0) {
      this.#follow();
    }
    return this.#modules.keys();
  }

  #follow(): void {
    const next = this.#pending.pop();
    const module = next && this.#find(next.file, next.specifier);
    if (!module || this.#seen.has(module.file)) {
      return;
    }
    this.#seen.add(module.file);
    for (const name of module.exports.names.keys()) {
      // A star leaves out the default export.
      if (name !== "default" && !this.#modules.has(name)) {
        this.#modules.set(name, module);
      }
    }
    this.#push(module);
  }

  #push({ file, exports }: Module): void {
    for (const specifier of exports.stars.toReversed()) {
      this.#pending.push({ file, specifier });
    }
  }
}
