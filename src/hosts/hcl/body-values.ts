import type { Member, ObjectValue, PlacedValue, Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { lazyArray, lazyObject, policyString } from "../values.js";
import { attributeOf } from "./definitions.js";
import type { Evaluator } from "./evaluator.js";
import { eachOf } from "./for-values.js";
import type { Attribute, Block, BodyItem, HclFile, Label, Name } from "./nodes.js";
import { Scope } from "./scope.js";

/**
 * A file as an object, as the same file in the JSON syntax of Terraform would be: blocks of a type are a list under that
 * type, each in objects for its labels (developer.hashicorp.com/terraform/language/syntax/json).
 */
export function fileValue({ body, range }: HclFile, evaluator: Evaluator): ObjectValue {
  return bodyValue(body, range, evaluator, Scope.file);
}

/** A block of a file as an object, in others for its labels: `{ "<type>": { "<name>": { ... } } }`. */
export function blockValue(block: Block, evaluator: Evaluator): Value {
  return labelledValue(block, block.labels, evaluator, Scope.file);
}

function bodyValue(body: readonly BodyItem[], range: Range, evaluator: Evaluator, scope: Scope): ObjectValue {
  return lazyObject(range, () => ({ members: membersOf(body, evaluator, scope), isComplete: true }));
}

/** The blocks of a type come where the first of them does. */
function membersOf(body: readonly BodyItem[], evaluator: Evaluator, scope: Scope): Member[] {
  const blocks = blocksByType(body);
  return body.flatMap((item) => {
    if (item.type === "Attribute") {
      return argument(item, evaluator, scope);
    }
    const ofType = blocks.get(item.name.name) ?? [];
    return ofType[0] === item ? blockList(ofType, item, evaluator, scope) : [];
  });
}

function blocksByType(body: readonly BodyItem[]): ReadonlyMap<string, readonly Block[]> {
  const blocks = new Map<string, Block[]>();
  for (const item of body) {
    if (item.type === "Block") {
      const known = blocks.get(item.name.name);
      if (known) {
        known.push(item);
      } else {
        blocks.set(item.name.name, [item]);
      }
    }
  }
  return blocks;
}

function argument({ name, value, range }: Attribute, evaluator: Evaluator, scope: Scope): Member {
  return {
    key: name.name,
    keyRange: name.range,
    readKey: () => policyString(name.range, MappedText.verbatim(name.name, name.range[0])),
    range,
    value: evaluator.boundedValue(value, scope),
  };
}

/** There is no place in the list: blocks are not separated by commas. */
function blockList(blocks: readonly Block[], { name, range }: Block, evaluator: Evaluator, scope: Scope): Member {
  const read = (): PlacedValue[] =>
    blocks.map((block) => ({ value: labelledValue(block, block.labels, evaluator, scope), place: undefined }));
  return { key: name.name, keyRange: name.range, range, value: lazyArray(range, read) };
}

function labelledValue(block: Block, labels: readonly (Name | Label)[], evaluator: Evaluator, scope: Scope): Value {
  const [label, ...rest] = labels;
  if (!label) {
    return bodyValue(block.body, block.range, evaluator, innerScope(block, evaluator, scope));
  }
  return lazyObject(block.range, () => ({
    members: [
      {
        key: label.name,
        keyRange: label.range,
        range: block.range,
        value: labelledValue(block, rest, evaluator, scope),
      },
    ],
    isComplete: true,
  }));
}

/** The names in a block that is repeated: `each`, or the iterator of a dynamic block, which is its label otherwise. */
function innerScope(block: Block, evaluator: Evaluator, scope: Scope): Scope {
  const collection = attributeOf(block, "for_each");
  if (!collection) {
    return scope;
  }
  const isDynamic = block.name.name === "dynamic";
  const each = eachOf(evaluator.value(collection, scope), !isDynamic);
  return scope.with({ [isDynamic ? iteratorOf(block) : "each"]: each });
}

function iteratorOf(block: Block): string {
  const iterator = attributeOf(block, "iterator");
  return iterator?.type === "Variable" ? iterator.name : (block.labels[0]?.name ?? "");
}
