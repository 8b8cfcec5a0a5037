import type { Value } from "../../../policy/value.js";
import type { ClassValue } from "./class-value.js";
import type { Evaluator } from "./evaluator.js";
import type { ModuleScope } from "./frame.js";
import { runUncalled } from "./function-calls.js";
import type { FunctionNode, FunctionValue } from "./functions.js";
import { uncalledInstance } from "./instances.js";
import type { Changes } from "./store.js";
import type { EscapedFunction } from "./uncalled-functions.js";

/**
 * Runs the functions and methods that a module defines and does not call, and those that it gives to other code: that may
 * call them, in any order and any number of times. What they change outside of themselves is therefore not known in any
 * of them.
 */
export function runAllUncalled(evaluator: Evaluator, module: ModuleScope): void {
  for (;;) {
    const { functions, escaped, classes } = evaluator.uncalled.take(module);
    if (functions.length + escaped.length + classes.length === 0) {
      return;
    }
    const members = new Map<FunctionNode, FunctionValue>();
    for (const made of classes) {
      addMembers(evaluator, made, members);
    }
    runInAnyOrder(evaluator, [...functions, ...members.values()], escaped);
  }
}

/** A class that is made more than once has the same members each time. */
function addMembers(evaluator: Evaluator, made: ClassValue, members: Map<FunctionNode, FunctionValue>): void {
  const instance = uncalledInstance(evaluator, made);
  const add = (member: FunctionValue, owner: Value) => {
    if (!members.has(member.node) && !evaluator.uncalled.hasEntered(member)) {
      members.set(member.node, member.boundTo(owner));
    }
  };
  made.members.forEach((member) => {
    add(member, instance);
  });
  made.staticMembers.forEach((member) => {
    add(member, made);
  });
}

/** @param uncalled functions that run unless one of the others calls them */
function runInAnyOrder(
  evaluator: Evaluator,
  uncalled: readonly FunctionValue[],
  escaped: readonly EscapedFunction[],
): void {
  const { recorder, store } = evaluator;
  const mark = recorder.mark();
  const runs: (() => void)[] = [];
  const changes: Changes[] = [];
  const attempt = (run: () => void) => {
    runs.push(run);
    changes.push(store.attempt(run));
  };
  for (const one of escaped) {
    attempt(() => {
      runEscaped(evaluator, one);
    });
  }
  let isLeftOut = false;
  for (const made of uncalled) {
    // One of the others may call it.
    if (evaluator.uncalled.hasEntered(made)) {
      continue;
    }
    if (evaluator.budget.isExhausted && !recorder.isWorthRunning(made.node, made.frame)) {
      isLeftOut = true;
    } else {
      attempt(() => {
        runUncalled(evaluator, made);
      });
    }
  }
  if (isLeftOut) {
    evaluator.budget.giveUp();
  }
  if (changes.every(({ size }) => size === 0)) {
    return;
  }
  recorder.forgetSince(mark);
  store.forget(changes);
  const wasRepeating = evaluator.isRepeating;
  evaluator.isRepeating = true;
  store.forget(runs.map((run) => store.attempt(run)));
  evaluator.isRepeating = wasRepeating;
}

/** A function that other code may call at any time sees what its names stood for then, or stand for now. */
function runEscaped(evaluator: Evaluator, { made, seen }: EscapedFunction): void {
  for (const [binding, state] of seen) {
    if (binding.state !== state) {
      evaluator.store.willChange(binding);
      binding.merge([state, binding.state]);
    }
  }
  evaluator.uncalled.runEscaped(made, () => {
    runUncalled(evaluator, made);
  });
}

/**
 * Runs the code that has not run because conditions do not hold. In a function, its conditions are about its arguments,
 * so that the function runs once more with arguments that are not known.
 */
export function runSkipped(evaluator: Evaluator): void {
  const { recorder, skipped, store } = evaluator;
  const tried = new Set<FunctionNode>();
  for (let left = skipped.takeAll(); left.length > 0; left = skipped.takeAll()) {
    for (const { node, made, run } of left) {
      if (skipped.hasTaken(node)) {
        continue;
      }
      if (!made || tried.has(made.node)) {
        skipped.takes(node);
        store.attempt(run);
      } else {
        tried.add(made.node);
        const mark = recorder.mark();
        store.attempt(() => {
          runUncalled(evaluator, made);
        });
        recorder.forgetKnownSince(mark);
      }
    }
  }
}
