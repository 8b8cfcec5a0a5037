/**
 * Evaluates programs that another process asks for by their numbers, each in a folder of its own: one that exhausts the
 * memory, or does not end, ends this process and not the tests.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as parser from "@typescript-eslint/parser";
import { candidateFilter } from "../../../../src/carriers/candidate-filter.js";
import { Budget } from "../../../../src/hosts/estree/evaluation/budget.js";
import { type LanguageOptions, readModule } from "../../../../src/hosts/estree/modules/read-module.js";
import { memberOf } from "../../../../src/policy/members.js";
import { candidatesOf, sourceOf } from "../../../sources.js";
import { hostilePrograms, type HostileProgram } from "./hostile-programs.js";

/** What the evaluation of a program came to. */
export interface Evaluation {
  /** In milliseconds. */
  readonly parsing: number;
  readonly evaluation: number;
  readonly steps: number;
  /** How often code was left out. */
  readonly leftOut: number;
  /** Whether the evaluation says that it has left nothing out. */
  readonly isComplete: boolean;
  readonly found: string;
  readonly error?: string;
}

const ordinary =
  'const f = (a) => [...a, "b"]; let x = []; if (u) { x = f(["a"]); } class C { a = 1; } use({ Statement: [x, new C()] });';

process.on("message", (index: number) => {
  const program = hostilePrograms[index];
  process.send?.(program ? evaluationOf(program) : {});
});
for (let round = 0; round < 30; round++) {
  evaluationOf({ name: "warm-up", code: ordinary });
}
process.send?.("ready");

function evaluationOf({ code, files = {} }: HostileProgram): Evaluation {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
    }
    const paths = Object.keys(files).map((name) => join(folder, name));
    return evaluated(code, join(folder, "main.js"), paths);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function evaluated(code: string, filename: string, files: readonly string[]): Evaluation {
  const budgets = watchedBudgets();
  const begin = performance.now();
  const languageOptions = { parser, parserOptions: {}, ecmaVersion: 2025 };
  // What a file imports is parsed once for all that import it.
  [...files, ...files].forEach((file) => readModule(file, languageOptions as LanguageOptions));
  const source = { ...sourceOf(code), filename, languageOptions };
  const parsed = performance.now();
  const report = (found: string, error?: string): Evaluation => ({
    parsing: parsed - begin,
    evaluation: performance.now() - parsed,
    steps: Math.max(0, ...[...budgets.seen].map(({ steps }) => steps)),
    leftOut: Math.max(0, ...[...budgets.seen].map(({ leftOut }) => leftOut)),
    isComplete: [...budgets.seen].every(({ isComplete }) => isComplete),
    found,
    ...(error === undefined ? {} : { error }),
  });
  try {
    const candidates = candidatesOf(source, candidateFilter([], source.text));
    const object = candidates.findLast((candidate) => candidate.kind === "object");
    const value = object && memberOf(object, "Statement");
    return report(value?.kind === "array" ? `${value.elements.length} elements` : (value?.kind ?? "nothing"));
  } catch (error) {
    return report("nothing", String(error));
  } finally {
    budgets.restore();
  }
}

/** The budgets of evaluations. */
function watchedBudgets(): { readonly seen: ReadonlySet<Budget>; readonly restore: () => void } {
  const seen = new Set<Budget>();
  const { enter } = Budget.prototype;
  Budget.prototype.enter = function (this: Budget) {
    seen.add(this);
    return enter.call(this);
  };
  return {
    seen,
    restore: () => {
      Budget.prototype.enter = enter;
    },
  };
}
