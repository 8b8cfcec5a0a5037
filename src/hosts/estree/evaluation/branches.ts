import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../policy/value.js";
import { truthOf } from "./choices.js";
import { isSame } from "./comparisons.js";
import { type Completion, either, goesOn, stops } from "./completion.js";
import { Deferred } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import { Frame } from "./frame.js";
import { bindPattern } from "./patterns.js";
import { run, runBlock } from "./statements.js";

/** Whether a condition holds. It is not worth reading another file for. */
export function conditionOf(evaluator: Evaluator, test: TSESTree.Expression, frame: Frame): boolean | undefined {
  const value = evaluator.evaluate(test, frame);
  return value instanceof Deferred ? undefined : truthOf(value);
}

export function runIf(
  evaluator: Evaluator,
  { test, consequent, alternate }: TSESTree.IfStatement,
  frame: Frame,
): Completion {
  const holds = conditionOf(evaluator, test, frame);
  const runBranch = (branch: TSESTree.Statement | null) => {
    if (!branch) {
      return goesOn;
    }
    evaluator.skipped.takes(branch);
    return run(evaluator, branch, frame);
  };
  if (holds !== undefined) {
    const [taken, other] = holds ? [consequent, alternate] : [alternate, consequent];
    if (other) {
      evaluator.skipped.skips(other, frame, () => run(evaluator, other, frame));
    }
    return runBranch(taken);
  }
  const completions: Completion[] = [];
  evaluator.store.choose([consequent, alternate].map((branch) => () => completions.push(runBranch(branch))));
  return completions.reduce(either);
}

/** A case falls through to so many others at most. */
const maxFallThrough = 8;

export function runSwitch(
  evaluator: Evaluator,
  { discriminant, cases }: TSESTree.SwitchStatement,
  frame: Frame,
): Completion {
  const value = evaluator.read(discriminant, frame);
  const inner = new Frame(frame.activation, frame);
  const runCase = (index: number): Completion => {
    cases.slice(index, index + 1).forEach((taken) => {
      [taken, ...taken.consequent.slice(0, 1)].forEach((node) => {
        evaluator.skipped.takes(node);
      });
    });
    const following = cases.slice(index, index + maxFallThrough);
    const statements = following.flatMap(({ consequent }) => consequent);
    const wasRepeating = evaluator.isRepeating;
    // The case before has run this one too.
    evaluator.isRepeating ||= fallsThrough(cases[index - 1]);
    const completion = runBlock(evaluator, statements, inner);
    evaluator.isRepeating = wasRepeating;
    if (completion.next && index + maxFallThrough < cases.length) {
      evaluator.budget.giveUp();
    }
    return withoutBreak(completion);
  };
  const tests = testsOf(evaluator, value, cases, frame);
  const matching = tests.indexOf(true);
  const fallback = cases.findIndex(({ test }) => test === null);
  if (!tests.includes(undefined)) {
    const index = matching < 0 ? fallback : matching;
    cases.forEach((other, at) => {
      if (at !== index) {
        evaluator.skipped.skips(other, frame, () => runCase(at));
      }
    });
    return index < 0 ? goesOn : runCase(index);
  }
  const completions: Completion[] = [];
  const alternatives = cases.map((_, index) => () => completions.push(runCase(index)));
  evaluator.store.choose(fallback < 0 ? [...alternatives, () => completions.push(goesOn)] : alternatives);
  return completions.reduce(either, stops);
}

/** Whether each case is the one that is looked for. Those after that one are not looked at. */
function testsOf(
  evaluator: Evaluator,
  value: Value,
  cases: readonly TSESTree.SwitchCase[],
  frame: Frame,
): readonly (boolean | undefined)[] {
  const tests: (boolean | undefined)[] = [];
  for (const { test } of cases) {
    let holds: boolean | undefined = false;
    const ask = () => {
      holds = test ? isSame(value, evaluator.read(test, frame)) : false;
    };
    if (tests.includes(undefined)) {
      evaluator.store.maybe(ask);
    } else if (!tests.includes(true)) {
      ask();
    }
    tests.push(holds);
  }
  return tests;
}

/** Whether a case may go on with the next one. */
function fallsThrough(before: TSESTree.SwitchCase | undefined): boolean {
  const last = before?.consequent.at(-1);
  return last !== undefined && last.type !== "BreakStatement" && last.type !== "ReturnStatement";
}

function withoutBreak(completion: Completion): Completion {
  return completion.breaks ? { ...completion, next: true, breaks: false } : completion;
}

/** At most so many statements of a block are tried as the last one before an exception. */
const maxThrowing = 8;

/**
 * An exception may leave the block at any of its statements, so the handler runs after none, one or more of them, or not
 * at all.
 */
export function runTry(
  evaluator: Evaluator,
  { block, handler, finalizer }: TSESTree.TryStatement,
  frame: Frame,
): Completion {
  let completion = goesOn;
  if (handler && block.body.length > 0) {
    const completions: Completion[] = [];
    const handlers = Array.from({ length: Math.min(block.body.length, maxThrowing) }, (_, count) => () => {
      completions.push(runHandler(evaluator, block.body.slice(0, count), handler, frame));
    });
    const mark = evaluator.recorder.mark();
    evaluator.store.choose([
      ...handlers.slice(1),
      () => {
        // What the statements make is recorded once.
        evaluator.recorder.forgetSince(mark);
        completions.push({ ...run(evaluator, block, frame), throws: false });
      },
      () => completions.push(runHandler(evaluator, [], handler, frame)),
    ]);
    completion = completions.reduce(either);
  } else {
    completion = run(evaluator, block, frame);
    if (handler) {
      // Nothing can throw. What the handler says is judged all the same.
      evaluator.store.attempt(() => {
        runHandler(evaluator, [], handler, frame);
      });
    }
  }
  const last = finalizer ? run(evaluator, finalizer, frame) : goesOn;
  return last.next ? { ...either(completion, last), next: completion.next } : last;
}

/** Runs a handler after some statements of the block that it belongs to. */
function runHandler(
  evaluator: Evaluator,
  statements: readonly TSESTree.Statement[],
  { param, body }: TSESTree.CatchClause,
  frame: Frame,
): Completion {
  const wasRepeating = evaluator.isRepeating;
  // The block itself runs them, too.
  evaluator.isRepeating = true;
  runBlock(evaluator, statements, new Frame(frame.activation, frame));
  evaluator.isRepeating = wasRepeating;
  const inner = new Frame(frame.activation, frame);
  if (param) {
    bindPattern(evaluator, param, evaluator.unknown(param, frame), inner);
  }
  return run(evaluator, body, inner);
}
