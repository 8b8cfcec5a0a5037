import { isAbsolute } from "node:path";
import type { TSESTree } from "@typescript-eslint/utils";
import type { AST as Jsonc } from "jsonc-eslint-parser";
import { isCyclicOrTooDeep } from "../../policy/depth.js";
import type { Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Candidate, CandidateFilter } from "../candidates.js";
import type { HostSource } from "../source.js";
import { withUsage } from "../values.js";
import { withoutWaysBack } from "./acyclic.js";
import { Budget } from "./evaluation/budget.js";
import { settled } from "./evaluation/deferred.js";
import { Evaluator } from "./evaluation/evaluator.js";
import { Frame, topLevelOf } from "./evaluation/frame.js";
import { bindImports } from "./evaluation/import-statements.js";
import { OwnModules } from "./evaluation/own-modules.js";
import { Recorder, type Recorded } from "./evaluation/recorder.js";
import { RecordCell } from "./evaluation/record.js";
import { runModule } from "./evaluation/statements.js";
import { Store } from "./evaluation/store.js";
import { runAllUncalled, runSkipped } from "./evaluation/uncalled.js";
import { markIncomplete } from "./evaluation/mark-incomplete.js";
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
  const { recorded, isComplete } = evaluated(source, filter);
  const heights = new WeakMap<Value, number>();
  const isEndless = (candidate: Candidate) =>
    candidate.kind !== "string" && isCyclicOrTooDeep(valueIn(candidate), heights);
  return recorded
    .flatMap((record) => candidateOf(record, source, isComplete))
    .map((candidate) => (isEndless(candidate) && isValue(candidate) ? withoutWaysBack(candidate) : candidate))
    .filter((candidate) => !isEndless(candidate))
    .sort(inSourceOrder);
}

/** Evaluates a file. */
function evaluated(
  source: HostSource,
  filter: CandidateFilter,
): { recorded: readonly Recorded[]; isComplete: boolean } {
  const recorder = new Recorder(filter);
  const budget = new Budget();
  const options: LanguageOptions = source.languageOptions ?? {};
  const imports = new OwnModules({ resolve: createModuleResolver(), read: (file) => readModule(file, options) });
  const evaluator = new Evaluator({ store: new Store(), budget, recorder, imports, resolveType: typeResolver(source) });
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
    evaluator.evaluatePostponed();
  }
  return { recorded: recorder.recorded, isComplete: budget.isComplete };
}

function isJson(program: TSESTree.Program | Jsonc.JSONProgram): program is Jsonc.JSONProgram {
  return (program.body as readonly Node[]).some(({ type }) => type === "JSONExpressionStatement");
}

function candidateOf(record: Recorded, source: HostSource, isComplete: boolean): Candidate[] {
  const found = settled(record.value);
  const value = isComplete ? found : markIncomplete(found);
  switch (record.kind) {
    case "object":
      return value.kind === "object"
        ? [whole(record, value, isComplete)].filter((object) => object.kind === "object")
        : [];
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

/** What the program hands over is judged as it is then; what it makes a part of something larger is incomplete. */
function whole(record: Extract<Recorded, { kind: "object" }>, value: Value, isComplete: boolean): Value {
  const object = record.handedOver && isComplete ? record.handedOver : value;
  return record.value instanceof RecordCell && record.value.isSpread ? markIncomplete(object) : object;
}

function isValue(candidate: Candidate): candidate is Candidate & Value {
  return candidate.kind !== "named" && candidate.kind !== "constant";
}

function valueIn(candidate: Candidate): Value {
  return candidate.kind === "named" || candidate.kind === "constant" ? candidate.value : candidate;
}

function inSourceOrder({ range: one }: Candidate, { range: other }: Candidate): number {
  return one[0] - other[0] || other[1] - one[1];
}
