import { isAbsolute } from "node:path";
import type { TSESTree } from "@typescript-eslint/utils";
import type { AST as Jsonc } from "jsonc-eslint-parser";
import { type Heights, isCyclic, isCyclicOrTooDeep } from "../../policy/depth.js";
import type { Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Candidate, CandidateFilter } from "../candidates.js";
import type { HostSource } from "../source.js";
import { withUsage } from "../strings.js";
import { Cutter } from "./acyclic.js";
import { Budget, Exhausted, stepsFor } from "./evaluation/budget.js";
import { settled } from "./evaluation/deferred.js";
import { Evaluator } from "./evaluation/evaluator.js";
import { exportsOf } from "./evaluation/exports.js";
import { Frame, topLevelOf } from "./evaluation/frame.js";
import { bindImports } from "./evaluation/import-statements.js";
import { OwnModules } from "./evaluation/own-modules.js";
import { Recorder, type Recorded } from "./evaluation/recorder.js";
import { RecordCell } from "./evaluation/record.js";
import { runModule } from "./evaluation/statements.js";
import { Store } from "./evaluation/store.js";
import { runAllUncalled, runSkipped } from "./evaluation/uncalled.js";
import { Marking } from "./evaluation/mark-incomplete.js";
import { lendersAmong } from "./lenders.js";
import { readModule, type LanguageOptions } from "./modules/read-module.js";
import { createModuleResolver } from "./modules/resolve.js";
import type { Node } from "./tree/nodes.js";
import { usageOf } from "./string-usage.js";
import { typeResolver } from "./types.js";

/**
 * The candidates of a JavaScript, TypeScript or jsonc-eslint-parser file, in source order, outer before inner. Cyclic
 * and too deep values are left out because checks traverse the whole policy.
 */
export function estreeCandidates(source: HostSource, filter: CandidateFilter): Iterable<Candidate> {
  try {
    return candidatesWithin(new Budget(stepsFor(source.text.length)), source, filter);
  } catch (error) {
    if (error instanceof Exhausted || error instanceof RangeError) {
      // Once more, without running any of its code twice.
      return candidatesWithin(new Budget(0), source, filter);
    }
    throw error;
  }
}

function candidatesWithin(budget: Budget, source: HostSource, filter: CandidateFilter): Iterable<Candidate> {
  const heights: Heights = new WeakMap();
  const recorded = evaluated(budget, source, filter);
  // Values that depend on other files are read here: what that leaves out counts, too.
  recorded.forEach(({ value }) => isCyclic(settled(value), heights));
  const lenders = lendersAmong(
    recorded.flatMap(({ kind, value }) => (kind === "object" && value instanceof RecordCell ? value : [])),
  );
  const cutter = new Cutter(heights);
  const marking = new Marking();
  return recorded
    .flatMap((record): Candidate[] => {
      const value = withoutCycles(foundAt(record, budget.isComplete), record, heights, cutter);
      if (!value) {
        return [];
      }
      const isPart = record.value instanceof RecordCell && record.value.isSpread;
      return candidateOf(
        record,
        budget.isComplete && !isPart && !lenders.has(record.value) ? value : marking.of(value),
        source,
      );
    })
    .sort(inSourceOrder);
}

/** What the program hands over is judged as it is then; what it makes a part of something larger is incomplete. */
function foundAt(record: Recorded, isComplete: boolean): Value {
  const handedOver = record.kind === "object" && isComplete ? record.handedOver : undefined;
  return settled(handedOver ?? record.value);
}

/** `undefined` for a value that is left out. */
function withoutCycles(found: Value, { kind }: Recorded, heights: Heights, cutter: Cutter): Value | undefined {
  if (found.kind === "string" || !isCyclicOrTooDeep(found, heights)) {
    return found;
  }
  const cut = kind === "object" || kind === "construct" ? cutter.cut(found) : found;
  return isCyclicOrTooDeep(cut, heights) ? undefined : cut;
}

function evaluated(budget: Budget, source: HostSource, filter: CandidateFilter): readonly Recorded[] {
  const recorder = new Recorder(filter);
  const options: LanguageOptions = source.languageOptions ?? {};
  const imports = new OwnModules({ resolve: createModuleResolver(), read: (file) => readModule(file, options) });
  const evaluator = new Evaluator({
    store: new Store(budget),
    budget,
    recorder,
    imports,
    resolveType: typeResolver(source),
  });
  imports.evaluator = evaluator;
  const file = isAbsolute(source.filename) ? source.filename : "";
  const module = { file, origin: undefined, text: MappedText.verbatim(source.text) };
  const frame = new Frame(topLevelOf(module), undefined);
  const program = source.ast as TSESTree.Program | Jsonc.JSONProgram;
  if (isJson(program)) {
    program.body.forEach(({ expression }) => evaluator.evaluate(expression, frame));
  } else {
    bindImports(evaluator, program, frame);
    runModule(evaluator, program, frame);
    runAllUncalled(evaluator, module);
    runSkipped(evaluator);
    evaluator.runPostponed();
    useExports(evaluator, program, frame);
  }
  return recorder.recorded;
}

/** Other files use what this one exports, so that being handed over here was not the last that happened to it. */
function useExports(evaluator: Evaluator, program: TSESTree.Program, frame: Frame): void {
  for (const exported of exportsOf(program).names.values()) {
    const value = exported.kind === "local" ? frame.own(exported.name)?.state : undefined;
    if (value instanceof RecordCell && value.isHandedOver) {
      evaluator.recorder.usedAgain(value);
    }
  }
}

function isJson(program: TSESTree.Program | Jsonc.JSONProgram): program is Jsonc.JSONProgram {
  return (program.body as readonly Node[]).some(({ type }) => type === "JSONExpressionStatement");
}

function candidateOf(record: Recorded, value: Value, source: HostSource): Candidate[] {
  switch (record.kind) {
    case "object":
      return value.kind === "object" ? [value] : [];
    case "string": {
      const usage = usageOf(record.node, source);
      return value.kind === "string" ? [usage ? withUsage(value, usage) : value] : [];
    }
    case "construct":
      return value.kind === "construct" ? [value] : [];
    case "named":
      return [{ kind: "named", name: record.name, range: record.node.range, value }];
    case "constant":
      return value.kind === "object" || value.kind === "array"
        ? [{ kind: "constant", range: record.node.range, value }]
        : [];
  }
}

function inSourceOrder({ range: one }: Candidate, { range: other }: Candidate): number {
  return one[0] - other[0] || other[1] - one[1];
}
