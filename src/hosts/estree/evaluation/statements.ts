import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../policy/value.js";
import { namesIn } from "../tree/pattern-names.js";
import { assignPattern } from "./assignments.js";
import { runIf, runSwitch, runTry } from "./branches.js";
import { classValue } from "./classes.js";
import { type Completion, either, goesOn, leaves, stops } from "./completion.js";
import { enumValue, exportEquals, namespaceValue } from "./declarations.js";
import { evaluateForEffect } from "./effects.js";
import { forgetReachable } from "./escapes.js";
import type { Evaluator } from "./evaluator.js";
import { Frame } from "./frame.js";
import { FunctionValue } from "./functions.js";
import { repeat, runFor, runForEach, runWhile } from "./loops.js";
import { bindPattern, countName } from "./patterns.js";
import { RecordCell } from "./record.js";
import { hoistVariables } from "./variables.js";

/** Runs a module from top to bottom. */
export function runModule(evaluator: Evaluator, program: TSESTree.Program, frame: Frame): void {
  hoistVariables(evaluator, program, frame);
  runBlock(evaluator, program.body, frame);
}

/** Runs the statements of a block, in a frame of their own. */
export function runBlock(evaluator: Evaluator, statements: readonly TSESTree.Statement[], frame: Frame): Completion {
  if (evaluator.isRepeating && !evaluator.budget.takeRead(statements.length)) {
    evaluator.budget.giveUp();
    return goesOn;
  }
  hoistNames(evaluator, statements, frame);
  return runFrom(evaluator, statements, 0, frame);
}

/** Runs statements from an index on. Where an earlier one may leave the block, the others run only in the other case. */
function runFrom(
  evaluator: Evaluator,
  statements: readonly TSESTree.Statement[],
  from: number,
  frame: Frame,
): Completion {
  let earlier = goesOn;
  for (let index = from; index < statements.length; index++) {
    const statement = statements[index];
    if (statement && leavingStatements.has(statements[index - 1]?.type ?? "")) {
      evaluator.skipped.takes(statement);
    }
    const completion = statement ? run(evaluator, statement, frame) : goesOn;
    if (!completion.next) {
      skipFrom(evaluator, statements, index + 1, frame);
      return earlier === goesOn ? completion : { ...either(earlier, completion), next: false };
    }
    if (completion !== goesOn && leaves(completion)) {
      if (evaluator.exits < maxExits) {
        const rest = runRest(evaluator, statements, index + 1, frame);
        return { ...either(completion, rest), next: rest.next };
      }
      evaluator.budget.giveUp();
      earlier = either(earlier, completion);
    }
  }
  return earlier;
}

/** Statements that may have others in them which leave the block. */
const leavingStatements: ReadonlySet<string> = new Set([
  ...["BlockStatement", "DoWhileStatement", "ForInStatement", "ForOfStatement", "ForStatement", "IfStatement"],
  ...["SwitchStatement", "TryStatement", "WhileStatement"],
]);

/** More statements of a function that may leave it, one after another, are not told apart, to protect the call stack. */
const maxExits = 50;

/** Runs the statements after one that may leave the block: they run in the other case only. */
function runRest(
  evaluator: Evaluator,
  statements: readonly TSESTree.Statement[],
  from: number,
  frame: Frame,
): Completion {
  let rest = goesOn;
  evaluator.exits++;
  evaluator.store.maybe(() => {
    rest = runFrom(evaluator, statements, from, frame);
  });
  evaluator.exits--;
  return rest;
}

/** Notes the statements that do not run after one that leaves the block. */
function skipFrom(evaluator: Evaluator, statements: readonly TSESTree.Statement[], from: number, frame: Frame): void {
  const [first] = statements.slice(from, from + 1);
  if (first) {
    evaluator.skipped.skips(first, frame, () => runFrom(evaluator, statements, from, frame));
  }
}

/** Defines the names of a block before its statements run. */
export function hoistNames(evaluator: Evaluator, statements: readonly TSESTree.Statement[], frame: Frame): void {
  for (const statement of statements) {
    const isExport = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
    const declaration = isExport && statement.declaration ? statement.declaration : statement;
    switch (declaration.type) {
      case "FunctionDeclaration":
        if (declaration.id) {
          const made = new FunctionValue(declaration, frame, { name: declaration.id.name });
          frame.define(evaluator.store, declaration.id.name, evaluator.uncalled.functionMade(made));
        }
        break;
      case "ClassDeclaration":
        if (declaration.id) {
          frame.define(evaluator.store, declaration.id.name, undefined);
        }
        break;
      case "VariableDeclaration":
        if (declaration.kind !== "var") {
          for (const { name } of declaration.declarations.flatMap(({ id }) => namesIn(id))) {
            countName(evaluator);
            frame.define(evaluator.store, name, undefined);
          }
        }
        break;
    }
  }
}

/** Runs a statement. */
export function run(evaluator: Evaluator, statement: TSESTree.Statement, frame: Frame): Completion {
  if (evaluator.isRepeating && !evaluator.budget.take()) {
    return goesOn;
  }
  if (!evaluator.budget.enter()) {
    evaluator.postpone(() => run(evaluator, statement, frame));
    return goesOn;
  }
  const completion = completionOf(evaluator, statement, frame);
  evaluator.budget.leave();
  return completion;
}

function completionOf(evaluator: Evaluator, statement: TSESTree.Statement, frame: Frame): Completion {
  switch (statement.type) {
    case "VariableDeclaration":
      declare(evaluator, statement, frame);
      return goesOn;
    case "ExpressionStatement":
      evaluateForEffect(evaluator, statement.expression, frame);
      return goesOn;
    case "ReturnStatement":
      return {
        ...stops,
        returned: [
          statement.argument ? evaluator.evaluate(statement.argument, frame) : evaluator.undefinedAt(statement, frame),
        ],
      };
    case "ThrowStatement":
      // Whoever catches it may change it.
      forgetReachable(evaluator, [evaluator.evaluate(statement.argument, frame)]);
      return { ...stops, throws: true };
    case "IfStatement":
      return runIf(evaluator, statement, frame);
    case "BlockStatement":
      return runBlock(evaluator, statement.body, new Frame(frame.activation, frame));
    case "ForOfStatement":
    case "ForInStatement":
      return runForEach(evaluator, statement, frame);
    case "ForStatement":
      return runFor(evaluator, statement, frame);
    case "WhileStatement":
    case "DoWhileStatement":
      return runWhile(evaluator, statement, frame);
    case "SwitchStatement":
      return runSwitch(evaluator, statement, frame);
    case "TryStatement":
      return runTry(evaluator, statement, frame);
    case "BreakStatement":
      return { ...stops, breaks: true };
    case "ContinueStatement":
      return { ...stops, continues: true };
    case "LabeledStatement":
      return runLabeled(evaluator, statement, frame);
    case "ClassDeclaration":
      if (statement.id) {
        setName(evaluator, statement.id.name, classValue(evaluator, statement, frame), frame);
      }
      return goesOn;
    case "ExportNamedDeclaration":
      return statement.declaration ? run(evaluator, statement.declaration as TSESTree.Statement, frame) : goesOn;
    case "ExportDefaultDeclaration":
      exportDefault(evaluator, statement, frame);
      return goesOn;
    case "TSEnumDeclaration":
      frame.define(evaluator.store, statement.id.name, enumValue(evaluator, statement, frame));
      return goesOn;
    case "TSModuleDeclaration":
      namespaceValue(evaluator, statement, frame);
      return goesOn;
    case "TSExportAssignment":
      exportEquals(evaluator.evaluate(statement.expression, frame), frame);
      return goesOn;
    default:
      return goesOn;
  }
}

function setName(evaluator: Evaluator, name: string, value: Value, frame: Frame): void {
  const binding = frame.own(name);
  if (binding) {
    binding.state = value;
  } else {
    frame.define(evaluator.store, name, value);
  }
}

/** A jump to a label is not followed: how often the statement runs, and how far, is not known. */
function runLabeled(evaluator: Evaluator, { body }: TSESTree.LabeledStatement, frame: Frame): Completion {
  let completion = goesOn;
  repeat(evaluator, () => {
    completion = run(evaluator, body, frame);
  });
  return { ...completion, next: true, breaks: false, continues: false };
}

/** The name under which a frame has what its module exports by default. */
export const defaultExport = "*default*";

function exportDefault(evaluator: Evaluator, { declaration }: TSESTree.ExportDefaultDeclaration, frame: Frame): void {
  if (declaration.type === "ClassDeclaration") {
    const value = classValue(evaluator, declaration, frame);
    if (declaration.id) {
      setName(evaluator, declaration.id.name, value, frame);
    }
    frame.define(evaluator.store, defaultExport, value);
  } else if (declaration.type === "FunctionDeclaration") {
    const own = declaration.id && frame.own(declaration.id.name)?.state;
    const value = own ?? evaluator.uncalled.functionMade(new FunctionValue(declaration, frame));
    frame.define(evaluator.store, defaultExport, value);
  } else if (!declaration.type.startsWith("TS") || "expression" in declaration) {
    const value = evaluator.evaluate(declaration, frame);
    evaluator.recorder.constantMade(declaration, value, frame);
    frame.define(evaluator.store, defaultExport, value);
  }
}

/** Defines variables, each as its statement runs. */
export function declare(evaluator: Evaluator, statement: TSESTree.VariableDeclaration, frame: Frame): void {
  const isVar = statement.kind === "var";
  for (const declarator of statement.declarations) {
    const { id, init } = declarator;
    if (isVar && !init && !statement.declare) {
      // It keeps the value that it has.
      continue;
    }
    const value = init
      ? evaluator.evaluate(init, frame)
      : statement.declare
        ? evaluator.unknown(id, frame)
        : evaluator.undefinedAt(id, frame);
    evaluator.recorder.variableMade(declarator, value, frame);
    if (statement.parent.type === "ExportNamedDeclaration" && value instanceof RecordCell) {
      // Whoever imports it may add to it.
      value.mayGrow = true;
    }
    if (isVar) {
      assignPattern(evaluator, id, value, frame);
    } else {
      bindPattern(evaluator, id, value, frame, statement.kind === "const");
    }
  }
}
