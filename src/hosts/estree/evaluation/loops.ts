import type { TSESTree } from "@typescript-eslint/utils";
import type { PlacedValue, Value } from "../../../policy/value.js";
import { UnknownElements } from "./absent-values.js";
import { elementsOf, hasLostOrder } from "./arrays.js";
import { assignPattern } from "./assignments.js";
import { conditionOf } from "./branches.js";
import { presentPart } from "./choices.js";
import { type Completion, either, goesOn } from "./completion.js";
import type { Evaluator } from "./evaluator.js";
import { Frame } from "./frame.js";
import { asOptional, ListCell } from "./list.js";
import { bindPattern } from "./patterns.js";
import { keysOf } from "./object-functions.js";
import { declare, run } from "./statements.js";
import { Cell } from "./store.js";

/** Runs a loop over the elements of a value, or over the keys of an object. */
export function runForEach(
  evaluator: Evaluator,
  node: TSESTree.ForOfStatement | TSESTree.ForInStatement,
  frame: Frame,
): Completion {
  const value = evaluator.read(node.right, frame);
  const iterated = node.type === "ForOfStatement" ? value : keysOf(evaluator, value, node.right, frame);
  const elements = iterated ? elementsOf(evaluator, iterated, evaluator.making(node.right, frame).range) : undefined;
  // In which order they come is not known, and with it what is left in the end.
  const inTurn =
    iterated && hasLostOrder(iterated) && elements && elements.length > 1 ? elements.map(asOptional) : elements;
  const rest = [{ value: new UnknownElements(node.range), place: undefined }];
  const body = (element: Value, inner: Frame) => {
    if (node.left.type === "VariableDeclaration") {
      const [declarator] = node.left.declarations;
      if (declarator && node.left.kind === "var") {
        assignPattern(evaluator, declarator.id, element, inner);
      } else if (declarator) {
        bindPattern(evaluator, declarator.id, element, inner);
      }
    } else {
      assignPattern(evaluator, node.left, element, inner);
    }
    return run(evaluator, node.body, inner);
  };
  let completion = goesOn;
  const read = node.type === "ForOfStatement" ? iterated : value;
  const isUncertain = isUncertainRun(evaluator, read, () => {
    completion = runElements(evaluator, inTurn ?? rest, frame, body);
  });
  // The loop also runs for what it adds.
  return isUncertain ? { ...either(completion, runElements(evaluator, rest, frame, body)), next: true } : completion;
}

/** Runs code for each element of a list; any number of times for elements that are not known. */
export function runElements(
  evaluator: Evaluator,
  elements: readonly PlacedValue[],
  frame: Frame,
  body: (element: Value, frame: Frame) => Completion,
): Completion {
  const wasRepeating = evaluator.isRepeating;
  let all = goesOn;
  // Whether an earlier element may have ended the loop: then whether the program comes to this one is not known.
  let mayHaveEnded = false;
  for (const [index, { value }] of elements.entries()) {
    evaluator.isRepeating ||= index > 0;
    if (evaluator.isRepeating && !evaluator.budget.take()) {
      break;
    }
    let completion = goesOn;
    const runOne = () => {
      completion = runElement(evaluator, value, elements.length === 1, frame, body);
    };
    if (mayHaveEnded) {
      evaluator.store.maybe(runOne);
    } else {
      runOne();
    }
    if (completion === goesOn) {
      continue;
    }
    const ends = !completion.next && !completion.continues;
    all = { ...either(all, completion), next: all.breaks || completion.breaks || !ends };
    if (ends) {
      evaluator.isRepeating = wasRepeating;
      return { ...all, breaks: false, continues: false };
    }
    mayHaveEnded ||= mayEnd(completion);
  }
  evaluator.isRepeating = wasRepeating;
  return { ...all, next: true, breaks: false, continues: false };
}

/** Whether code of a loop may have ended the loop. */
function mayEnd({ breaks, throws, returned }: Completion): boolean {
  return breaks || throws || returned.length > 0;
}

function runElement(
  evaluator: Evaluator,
  value: Value,
  isOnly: boolean,
  frame: Frame,
  body: (element: Value, frame: Frame) => Completion,
): Completion {
  const run = isOnly ? frame.activation.run : evaluator.nextRun();
  const inner = new Frame({ ...frame.activation, run }, frame);
  let completion = goesOn;
  if (value instanceof UnknownElements) {
    repeat(evaluator, () => {
      completion = body(evaluator.unknown(value, frame), inner);
    });
    return { ...completion, next: true };
  }
  if (value.kind === "choice" && value.isOptional) {
    evaluator.store.maybe(() => {
      completion = body(presentPart(value), inner);
    });
    return { ...completion, next: true };
  }
  return body(value, inner);
}

/** Runs code that the program runs any number of times: what it changes may have been changed before. */
export function repeat(evaluator: Evaluator, body: () => void): void {
  const { recorder, store } = evaluator;
  const mark = recorder.mark();
  const wasRepeating = evaluator.isRepeating;
  store.forgetRepeated(() => {
    recorder.forgetSince(mark);
    body();
    evaluator.isRepeating = true;
  });
  evaluator.isRepeating = wasRepeating;
}

/**
 * Runs code for each part of a list or object; true if how often the code runs, and with what, is not known: it changes
 * the very thing that it reads, or something else in an order that is not known.
 */
export function isUncertainRun(evaluator: Evaluator, read: Value | undefined, code: () => void): boolean {
  const { recorder, store } = evaluator;
  const mark = recorder.mark();
  const changes = store.attempt(code);
  const changesRead = read instanceof Cell && changes.has(read);
  if (!changesRead && (changes.size === 0 || !read || !hasLostOrder(read))) {
    store.apply(changes);
    return false;
  }
  recorder.forgetSince(mark);
  if (read instanceof ListCell && changesRead) {
    read.mayLose();
  }
  repeat(evaluator, code);
  return true;
}

/** `for (let i = 0; i < 3; i++)` */
export function runFor(evaluator: Evaluator, node: TSESTree.ForStatement, frame: Frame): Completion {
  const inner = new Frame(frame.activation, frame);
  const hasOwnNames = node.init?.type === "VariableDeclaration" && node.init.kind === "let";
  if (node.init?.type === "VariableDeclaration") {
    declare(evaluator, node.init, inner);
  } else if (node.init) {
    evaluator.evaluate(node.init, inner);
  }
  return runWhileTrue(evaluator, { test: node.test, body: node.body, update: node.update, hasOwnNames }, inner);
}

/** `while (x)` and `do ... while (x)` */
export function runWhile(
  evaluator: Evaluator,
  node: TSESTree.WhileStatement | TSESTree.DoWhileStatement,
  frame: Frame,
): Completion {
  if (node.type === "WhileStatement") {
    return runWhileTrue(evaluator, { test: node.test, body: node.body }, frame);
  }
  const first = run(evaluator, node.body, frame);
  if (!first.next && !first.continues) {
    return { ...first, next: first.breaks, breaks: false, continues: false };
  }
  const wasRepeating = evaluator.isRepeating;
  evaluator.isRepeating = true;
  let rest = goesOn;
  const runRest = () => {
    rest = runWhileTrue(evaluator, { test: node.test, body: node.body }, frame);
  };
  if (mayEnd(first)) {
    evaluator.store.maybe(runRest);
  } else {
    runRest();
  }
  evaluator.isRepeating = wasRepeating;
  return { ...either(first, rest), next: true, breaks: false, continues: false };
}

function runWhileTrue(evaluator: Evaluator, loop: Loop, frame: Frame): Completion {
  const wasRepeating = evaluator.isRepeating;
  const completion = runInTurn(evaluator, loop, frame);
  evaluator.isRepeating = wasRepeating;
  return { ...completion, breaks: false, continues: false };
}

interface Loop {
  readonly test: TSESTree.Expression | null;
  readonly body: TSESTree.Statement;
  readonly update?: TSESTree.Expression | null;
  /** Whether each run has variables of its own, as `for (let ...)` gives it. */
  readonly hasOwnNames?: boolean;
}

function runInTurn(evaluator: Evaluator, loop: Loop, outer: Frame): Completion {
  const { test, body, update, hasOwnNames } = loop;
  let frame = outer;
  let all = goesOn;
  for (let index = 0; ; index++) {
    evaluator.isRepeating ||= index > 0;
    const holds = evaluator.budget.take() ? (test ? conditionOf(evaluator, test, frame) : true) : undefined;
    if (holds === false) {
      return { ...all, next: true };
    }
    const inner = new Frame({ ...frame.activation, run: evaluator.nextRun() }, frame);
    let completion = goesOn;
    const again = () => {
      if (update) {
        evaluator.evaluate(update, inner);
      }
      if (test) {
        evaluator.evaluate(test, frame);
      }
    };
    if (holds === undefined) {
      repeat(evaluator, () => {
        completion = run(evaluator, body, inner);
        again();
      });
      return { ...either(all, completion), next: true };
    }
    completion = run(evaluator, body, inner);
    all = either(all, completion);
    if (!completion.next && !completion.continues) {
      return { ...all, next: completion.breaks };
    }
    if (mayEnd(completion)) {
      // Whether the loop has ended is not known, and with it how often the rest of it runs.
      let rest = goesOn;
      repeat(evaluator, () => {
        again();
        rest = run(evaluator, body, inner);
      });
      return { ...either(all, rest), next: true };
    }
    if (hasOwnNames) {
      frame = frame.forNextRun(evaluator.store);
    }
    if (update) {
      evaluator.evaluate(update, frame);
    }
  }
}
