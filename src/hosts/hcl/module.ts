import type { Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { relocate } from "./relocate.js";
import { blockValue } from "./body-values.js";
import type { Definitions } from "./definitions.js";
import { Evaluator } from "./evaluator.js";
import { Limits } from "./limits.js";
import { jsonFile, otherFilesOf, templateFile, type ModuleFile, type TemplateFile } from "./module-files.js";
import type { Expression } from "./nodes.js";

/** A kind of value that has a name in all files of a module. */
export type Defined = "locals" | "defaults";

/** The files of a module directory. Those beside the linted one are read when a name is missing. */
export class Module {
  readonly #path: string;
  readonly #own: Evaluator;
  readonly #limits = new Limits();
  #others: readonly OtherFile[] | undefined;

  /** @param path the path of the linted file */
  constructor(path: string, text: string, definitions: Definitions) {
    this.#path = path;
    this.#own = new Evaluator(MappedText.verbatim(text), definitions, this, this.#limits);
  }

  /** Reads the linted file. */
  get evaluator(): Evaluator {
    return this.#own;
  }

  /**
   * The value of a name that another file than the asking one defines, located at the reference to it.
   *
   * @returns `undefined` if no file defines it
   */
  valueElsewhere(kind: Defined, name: string, reference: Range, asking: Evaluator): Value | undefined {
    const found = this.#find(kind, name, asking);
    return found && relocate(found.evaluator.value(found.definition), reference, found.name);
  }

  /**
   * The resource that another file defines, as an object in those for its type and its name, located at the reference to
   * it.
   *
   * @param address `<type>.<name>`
   * @returns `undefined` if the linted file has it, or if no file does
   */
  resourceElsewhere(address: string, reference: Range): Value | undefined {
    if (this.#own.definitions.resources.has(address)) {
      return undefined;
    }
    for (const { name, evaluator } of this.#otherFiles) {
      const block = evaluator.definitions.resources.get(address);
      if (block) {
        return relocate(blockValue(block, evaluator), reference, name);
      }
    }
    return undefined;
  }

  /** The text of a JSON file in or below the folder, or beside it; `undefined` if it cannot be read. */
  jsonFile(relative: string): string | undefined {
    return jsonFile(this.#path, relative);
  }

  /** A template in or below the folder, or beside it; `undefined` if it cannot be read or parsed. */
  templateFile(relative: string): TemplateFile | undefined {
    return templateFile(this.#path, relative);
  }

  #find(kind: Defined, name: string, asking: Evaluator): (OtherFile & { readonly definition: Expression }) | undefined {
    const own = { name: "", evaluator: this.#own };
    for (const file of [own, ...this.#otherFiles]) {
      const definition = file.evaluator === asking ? undefined : file.evaluator.definitions[kind].get(name);
      if (definition) {
        return { ...file, definition };
      }
    }
    return undefined;
  }

  get #otherFiles(): readonly OtherFile[] {
    return (this.#others ??= otherFilesOf(this.#path).map((file) => this.#opened(file)));
  }

  #opened({ name, text, definitions }: ModuleFile): OtherFile {
    return { name, evaluator: new Evaluator(MappedText.verbatim(text), definitions, this, this.#limits) };
  }
}

interface OtherFile {
  readonly name: string;
  readonly evaluator: Evaluator;
}
