import type { Callee, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { unknown } from "../../values.js";
import { Deferred } from "./deferred.js";
import type { Frame } from "./frame.js";
import { markIncomplete } from "./mark-incomplete.js";
import { relocate } from "./relocate.js";
import type { Store } from "./store.js";

/** Finds what names are imported from. */
export interface ImportedNames {
  /**
   * The value that a module exports, with the base name of the file that it is read from; `undefined` if the module is
   * not one of the project's files.
   *
   * @param from the path of the importing file
   * @param path the exported name, and its members; empty for all that the module exports
   */
  read(
    from: string,
    module: string,
    path: readonly string[],
  ): { readonly value: Value; readonly origin: string } | undefined;
  /** Whether a module is one of the project's own files, which may be read. */
  isOwn(from: string, module: string): boolean;
}

/** What is shared by all uses of a name that a module imports. */
interface Import {
  readonly store: Store;
  readonly names: ImportedNames;
  /** Set once the program may have changed the value: then no use of it is complete. */
  isChanged: boolean;
}

/** A name that is imported, at a place that uses it. */
export class ImportedValue extends Deferred {
  readonly callee: Callee & { readonly module: string };
  readonly frame: Frame;
  readonly #import: Import;

  /** @param typed the value that the type of the expression allows */
  private constructor(
    imported: Import,
    callee: Callee & { readonly module: string },
    range: Range,
    frame: Frame,
    typed: () => Value | undefined = () => undefined,
  ) {
    super(imported.store, range, () => {
      const value = importedValue(callee, range, frame, imported);
      return value ?? typed() ?? unknownName(callee, range);
    });
    this.callee = callee;
    this.frame = frame;
    this.#import = imported;
  }

  /** The name where it is imported. */
  static of(
    store: Store,
    names: ImportedNames,
    callee: Callee & { readonly module: string },
    range: Range,
    frame: Frame,
  ): ImportedValue {
    return new ImportedValue({ store, names, isChanged: false }, callee, range, frame);
  }

  /** The same name at another place. */
  at(range: Range, frame: Frame, typed?: () => Value | undefined): ImportedValue {
    return new ImportedValue(this.#import, this.callee, range, frame, typed);
  }

  /** A member of the imported value. */
  member(name: string, range: Range, typed?: () => Value | undefined): ImportedValue {
    const { module, path } = this.callee;
    return new ImportedValue(this.#import, { module, path: [...path, name] }, range, this.frame, typed);
  }

  /** Takes into account that the program may change the value. */
  override forget(): void {
    this.#import.isChanged = true;
  }

  /** Whether the module is one of the project's own. */
  get isOwn(): boolean {
    return this.#import.names.isOwn(this.frame.activation.module.file, this.callee.module);
  }
}

function importedValue(
  callee: Callee & { readonly module: string },
  range: Range,
  { activation }: Frame,
  { names, isChanged, store }: Import,
): Value | undefined {
  const found = names.read(activation.module.file, callee.module, callee.path);
  if (!found) {
    return undefined;
  }
  const isForOtherFile = activation.module.origin !== undefined && activation.reference === undefined;
  const value = isForOtherFile
    ? found.value
    : relocate(found.value, activation.reference ?? range, found.origin, store);
  return isChanged ? markIncomplete(value) : value;
}

/** A value that is not known still has its name, which a carrier may know. */
function unknownName(callee: Callee, range: Range): Value {
  return { ...unknown(range), imported: namedCallee(callee) };
}

/** The name of a default export is the one that the importing file gives it. */
export function namedCallee({ module, path }: Callee): Callee {
  return { module, path: path.filter((name) => name !== "default") };
}
