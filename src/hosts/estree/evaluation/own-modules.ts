import { basename, isAbsolute } from "node:path";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Member, Value } from "../../../policy/value.js";
import { MappedText } from "../../../text/mapped-text.js";
import type { ModuleSource } from "../modules/read-module.js";
import { changesIn } from "../tree/changes.js";
import { UndefinedValue } from "./absent-values.js";
import { Deferred, settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import { type Exports, exportsOf } from "./exports.js";
import { Frame, type ModuleScope, topLevelOf } from "./frame.js";
import { bindImports } from "./import-statements.js";
import type { ImportedNames } from "./imports.js";
import { namedMember } from "./members.js";
import { bindPattern } from "./patterns.js";
import { RecordCell } from "./record.js";
import { defaultExport, hoistNames, run, runModule } from "./statements.js";
import { StarExports } from "./star-exports.js";
import { runAllUncalled } from "./uncalled.js";

/** Finds and reads the files of the project. */
export interface ModuleFiles {
  /** The path of the file that an import specifier names; `undefined` if it is none of the project. */
  resolve(specifier: string, from: string): string | undefined;
  read(file: string): ModuleSource | undefined;
}

/** A module that a linted file needs. */
interface OwnModule {
  readonly file: string;
  readonly source: ModuleSource;
  readonly frame: Frame;
  readonly exports: Exports;
}

/** The project's own modules, evaluated for one linted file as far as it needs them. */
export class OwnModules implements ImportedNames {
  readonly #files: ModuleFiles;
  readonly #modules = new Map<string, OwnModule | undefined>();
  readonly #resolved = new Map<string, string | undefined>();
  /** The exports that are being followed to the modules that they come from. */
  readonly #following = new Set<string>();
  /** What modules export of others by `export *`. */
  readonly #stars = new Map<OwnModule, StarExports<OwnModule>>();
  evaluator: Evaluator | undefined;

  constructor(files: ModuleFiles) {
    this.#files = files;
  }

  isOwn(from: string, specifier: string): boolean {
    return this.#resolve(from, specifier) !== undefined;
  }

  read(from: string, specifier: string, path: readonly string[]): { value: Value; origin: string } | undefined {
    const file = this.#resolve(from, specifier);
    const module = file === undefined ? undefined : this.#moduleAt(file);
    if (!module || file === undefined) {
      return undefined;
    }
    const [name, ...rest] = path;
    const exported = name === undefined ? this.#namespace(module) : this.#exported(module, name);
    if (!exported || !this.evaluator) {
      return undefined;
    }
    let value = settled(exported);
    for (const member of rest) {
      value = settled(namedMember(this.evaluator, value, member, noRange, module.frame));
    }
    return { value, origin: basename(file) };
  }

  #resolve(from: string, specifier: string): string | undefined {
    if (!isAbsolute(from)) {
      return undefined;
    }
    const key = `${from}\n${specifier}`;
    if (!this.#resolved.has(key)) {
      this.#resolved.set(key, this.#files.resolve(specifier, from));
    }
    return this.#resolved.get(key);
  }

  /** A module, evaluated when it is first needed. One that imports itself sees what it has defined until then. */
  #moduleAt(file: string): OwnModule | undefined {
    if (this.#modules.has(file)) {
      return this.#modules.get(file);
    }
    const source = this.#files.read(file);
    const { evaluator } = this;
    if (!source || !evaluator) {
      this.#modules.set(file, undefined);
      return undefined;
    }
    const scope: ModuleScope = { file, origin: basename(file), text: MappedText.verbatim(source.text) };
    const exports = source.kind === "json" ? noExports : exportsOf(source.program);
    const module: OwnModule = { file, source, frame: moduleFrame(scope), exports };
    this.#modules.set(file, module);
    evaluateModule(evaluator, module);
    return module;
  }

  /** The value that a module exports under a name, which may come from a module that it exports again. */
  #exported(module: OwnModule, name: string): Value | undefined {
    const { file, frame, source, exports } = module;
    if (source.kind === "json") {
      const value = frame.own(defaultExport)?.state;
      return name === "default" || !value ? value : memberIfKnown(this.evaluator, value, name, frame);
    }
    if (exports.isCommonJs) {
      return this.#ofCommonJs(frame, name);
    }
    const own = exports.names.get(name);
    if (own?.kind === "local") {
      return frame.own(own.name)?.state;
    }
    if (own) {
      return this.#reExported(file, own.module, own.path);
    }
    const other = name === "default" ? undefined : this.#starsOf(module).moduleOf(name);
    return other && this.#exported(other, name);
  }

  #starsOf(module: OwnModule): StarExports<OwnModule> {
    const known = this.#stars.get(module);
    if (known) {
      return known;
    }
    const stars = new StarExports(module, (from, specifier) => {
      const file = this.#resolve(from, specifier);
      return file === undefined || !this.evaluator?.budget.takeMade(1) ? undefined : this.#moduleAt(file);
    });
    this.#stars.set(module, stars);
    return stars;
  }

  /** A module may export a name that it exports itself. */
  #reExported(file: string, module: string, path: readonly string[]): Value | undefined {
    const key = [file, module, ...path].join("\n");
    if (this.#following.has(key)) {
      return undefined;
    }
    this.#following.add(key);
    const value = this.read(file, module, path)?.value;
    this.#following.delete(key);
    return value;
  }

  #ofCommonJs(frame: Frame, name: string): Value | undefined {
    const exports = exportsOfCommonJs(frame);
    if (!exports) {
      return undefined;
    }
    const value = memberIfKnown(this.evaluator, exports, name, frame);
    return value ?? (name === "default" ? exports : undefined);
  }

  /** Everything that a module exports, as an object. */
  #namespace(module: OwnModule): Value | undefined {
    const { file, frame, source, exports } = module;
    const whole = source.kind === "json" ? frame.own(defaultExport)?.state : undefined;
    if (whole ?? exports.isCommonJs) {
      return whole ?? exportsOfCommonJs(frame);
    }
    const { evaluator } = this;
    const keys = new Set([...exports.names.keys(), ...this.#starsOf(module).names]);
    if (!evaluator?.budget.takeMade(keys.size)) {
      return undefined;
    }
    const members = [...keys].flatMap((key): Member[] => {
      const value = this.#exported(module, key);
      return value ? [{ key, keyRange: [0, 0], range: [0, 0], value }] : [];
    });
    return new RecordCell(
      evaluator.store,
      { range: [0, 0], origin: basename(file) },
      { members, isComplete: members.length === keys.size },
    );
  }
}

const noExports: Exports = { names: new Map(), stars: [], isCommonJs: false };

const noRange: { readonly range: [number, number] } = { range: [0, 0] };

function memberIfKnown(evaluator: Evaluator | undefined, owner: Value, name: string, frame: Frame): Value | undefined {
  const value = evaluator && settled(namedMember(evaluator, settled(owner), name, noRange, frame));
  const isKnown = value && (value.kind !== "unknown" || Object.getPrototypeOf(value) !== Object.prototype);
  return isKnown && !(value instanceof UndefinedValue) ? value : undefined;
}

function exportsOfCommonJs(frame: Frame): Value | undefined {
  const module = frame.own("module")?.state;
  return module instanceof RecordCell ? module.members.find(({ key }) => key === "exports")?.value : undefined;
}

function moduleFrame(module: ModuleScope): Frame {
  return new Frame(topLevelOf(module), undefined);
}

/**
 * Evaluates a module. If nothing in it changes what it defines, each constant is read when it is needed: most of a
 * module has nothing to do with what a file imports from it.
 */
function evaluateModule(evaluator: Evaluator, { source, frame, exports }: OwnModule): void {
  const wasRepeating = evaluator.isRepeating;
  // What another file costs counts.
  evaluator.isRepeating = true;
  if (source.kind === "json") {
    frame.define(evaluator.store, defaultExport, jsonValue(evaluator, source.program, frame));
  } else if (exports.isCommonJs) {
    defineCommonJs(evaluator, frame);
    bindImports(evaluator, source.program, frame);
    runModule(evaluator, source.program, frame);
  } else {
    bindImports(evaluator, source.program, frame);
    const { atTopLevel, inFunctions } = changesIn(source.program);
    if (atTopLevel || inFunctions) {
      runModule(evaluator, source.program, frame);
    } else {
      deferConstants(evaluator, source.program, frame);
    }
    if (inFunctions) {
      runAllUncalled(evaluator, frame.activation.module);
    }
  }
  evaluator.isRepeating = wasRepeating;
}

/** The value of a JSON file, whose program is one expression. */
function jsonValue(evaluator: Evaluator, { body: [statement] }: TSESTree.Program, frame: Frame): Value {
  return statement?.type === "ExpressionStatement"
    ? evaluator.evaluate(statement.expression, frame)
    : evaluator.unknown(noRange, frame);
}

function defineCommonJs(evaluator: Evaluator, frame: Frame): void {
  const { store } = evaluator;
  const at = evaluator.making(noRange, frame);
  const exports = new RecordCell(store, at, { members: [], isComplete: true });
  const member: Member = { key: "exports", keyRange: [0, 0], range: [0, 0], value: exports };
  frame.define(store, "exports", exports);
  frame.define(store, "module", new RecordCell(store, at, { members: [member], isComplete: false }));
}

function deferConstants(evaluator: Evaluator, program: TSESTree.Program, frame: Frame): void {
  hoistNames(evaluator, program.body, frame);
  for (const statement of program.body) {
    const declaration =
      statement.type === "ExportNamedDeclaration" && statement.declaration ? statement.declaration : statement;
    if (declaration.type === "VariableDeclaration") {
      for (const { id, init } of declaration.declarations) {
        if (init) {
          bindPattern(
            evaluator,
            id,
            new Deferred(evaluator.store, init.range, () => evaluator.evaluate(init, frame)),
            frame,
          );
        }
      }
    } else if (statement.type === "ExportDefaultDeclaration" && !statement.declaration.type.endsWith("Declaration")) {
      const { declaration: expression } = statement;
      const read = () => evaluator.evaluate(expression, frame);
      frame.define(evaluator.store, defaultExport, new Deferred(evaluator.store, expression.range, read));
    } else if (declaration.type.endsWith("Declaration")) {
      run(evaluator, statement, frame);
    }
  }
}
