import type { TSESTree } from "@typescript-eslint/utils";
import type { Member, Value } from "../../../policy/value.js";
import { propertyName } from "../tree/property-names.js";
import type { Evaluator } from "./evaluator.js";
import { Frame } from "./frame.js";
import { RecordCell } from "./record.js";
import { runBlock } from "./statements.js";

/** An enum. A number that is counted has no literal, and numbers are keys of the enum as well. */
export function enumValue(evaluator: Evaluator, node: TSESTree.TSEnumDeclaration, frame: Frame): RecordCell {
  const inner = new Frame(frame.activation, frame);
  const members: Member[] = [];
  let isComplete = true;
  for (const { id, initializer, range } of node.body.members) {
    const key = propertyName(id);
    const value = initializer && evaluator.evaluate(initializer, inner);
    isComplete &&= key !== undefined && value?.kind === "string";
    if (key !== undefined && value) {
      const { reference } = frame.activation;
      members.push({ key, keyRange: reference ?? id.range, range: reference ?? range, value });
      inner.define(evaluator.store, key, value);
    }
  }
  // An enum may be declared in several parts.
  const earlier = frame.own(node.id.name)?.state;
  const parts = earlier instanceof RecordCell ? earlier.state : { members: [], isComplete: true };
  const made = new RecordCell(evaluator.store, evaluator.making(node, frame), {
    members: [...parts.members, ...members],
    isComplete: isComplete && parts.isComplete,
  });
  evaluator.recorder.constantMade(node, made, frame);
  return made;
}

/** A namespace of TypeScript: an object of what it defines. */
export function namespaceValue(evaluator: Evaluator, node: TSESTree.TSModuleDeclaration, frame: Frame): void {
  if (node.body?.type !== "TSModuleBlock" || node.id.type !== "Identifier") {
    return;
  }
  const inner = new Frame(frame.activation, frame);
  runBlock(evaluator, node.body.body, inner);
  const members = [...inner.names].flatMap((key): Member[] => {
    const value = inner.own(key)?.state;
    return value ? [{ key, keyRange: value.range, range: value.range, value }] : [];
  });
  frame.define(
    evaluator.store,
    node.id.name,
    new RecordCell(evaluator.store, evaluator.making(node, frame), { members, isComplete: false }),
  );
}

/** `export = x`. */
export function exportEquals(value: Value, frame: Frame): void {
  const module = frame.lookUp("module")?.state;
  if (module instanceof RecordCell) {
    module.setMember("exports", value.range, value);
  }
}
