import { withoutNull } from "../../policy/possible-values.js";
import type { Member, ObjectValue, PlacedValue, Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { policyString } from "../strings.js";
import { lazyArray, lazyObject } from "../values.js";
import { attributeOf } from "./definitions.js";
import type { Evaluator } from "./evaluator.js";
import { entriesOf, type Entry } from "./entries.js";
import { eachOf, eachWith } from "./for-values.js";
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
  return labelledValue(placed(block, Scope.file), block.labels, evaluator);
}

function bodyValue(body: readonly BodyItem[], range: Range, evaluator: Evaluator, scope: Scope): ObjectValue {
  return lazyObject(range, () => ({ members: membersOf(body, evaluator, scope), isComplete: true }), {
    run: scope.run,
  });
}

/** A block, or one of the blocks that a dynamic block makes, with the names that it has. */
interface PlacedBlock {
  /** Which list the block is in. */
  readonly type: Name | Label;
  readonly labels: readonly (Name | Label)[];
  readonly block: Block;
  readonly scope: Scope;
}

function placed(block: Block, scope: Scope): PlacedBlock {
  return { type: block.name, labels: block.labels, block, scope };
}

/** The blocks of a type come where the first of them does. */
function membersOf(body: readonly BodyItem[], evaluator: Evaluator, scope: Scope): Member[] {
  const lists = new Map<string, PlacedBlock[]>();
  const members: Member[] = [];
  for (const item of body) {
    if (item.type === "Attribute") {
      members.push(...argument(item, evaluator, scope));
      continue;
    }
    for (const block of blocksOf(item, evaluator, scope)) {
      const known = lists.get(block.type.name);
      if (known) {
        known.push(block);
      } else {
        const list = [block];
        lists.set(block.type.name, list);
        members.push(blockList(list, block, evaluator));
      }
    }
  }
  return members;
}

/** A block, or the blocks that a dynamic block makes if it is known how many. */
function blocksOf(block: Block, evaluator: Evaluator, scope: Scope): readonly PlacedBlock[] {
  const collection = block.name.name === "dynamic" ? attributeOf(block, "for_each") : undefined;
  const [type] = block.labels;
  const entries = collection && certainEntries(evaluator.value(collection, scope));
  const contents = block.body.filter((item) => item.type === "Block").filter(({ name }) => name.name === "content");
  if (!type || !entries) {
    return [placed(block, scope)];
  }
  return entries.flatMap(({ key, value }) => {
    const each = eachWith(key, value, block.range);
    const inner = scope.with({ [iteratorOf(block)]: each }, evaluator.nextRun());
    return contents.map((content): PlacedBlock => ({ type, labels: [], block: content, scope: inner }));
  });
}

/** An argument, unless it is null. */
function argument({ name, value, range }: Attribute, evaluator: Evaluator, scope: Scope): readonly Member[] {
  const set = withoutNull(evaluator.boundedValue(value, scope));
  const readKey = () => policyString(name.range, MappedText.verbatim(name.name, name.range[0]));
  return set ? [{ key: name.name, keyRange: name.range, readKey, range, value: set }] : [];
}

/** There is no place in the list: blocks are not separated by commas. */
function blockList(blocks: readonly PlacedBlock[], { type, block }: PlacedBlock, evaluator: Evaluator): Member {
  const read = (): PlacedValue[] =>
    blocks.map((one) => ({ value: labelledValue(one, one.labels, evaluator), place: undefined }));
  return { key: type.name, keyRange: type.range, range: block.range, value: lazyArray(block.range, read) };
}

function labelledValue(placedBlock: PlacedBlock, labels: readonly (Name | Label)[], evaluator: Evaluator): Value {
  const { block, scope } = placedBlock;
  const [label, ...rest] = labels;
  if (!label) {
    return bodyValue(block.body, block.range, evaluator, innerScope(block, evaluator, scope));
  }
  const member = (key: string, value: Value): Member => ({ key, keyRange: label.range, range: block.range, value });
  return lazyObject(block.range, () => {
    const instances = rest.length === 0 ? instancesOf(block, evaluator, scope) : undefined;
    const members = instances
      ? instances.map(({ key, scope: inner }) =>
          member(`${label.name}[${JSON.stringify(key)}]`, bodyValue(block.body, block.range, evaluator, inner)),
        )
      : [member(label.name, labelledValue(placedBlock, rest, evaluator))];
    return { members, isComplete: true };
  });
}

/** One of the resources that a block with `for_each` makes. */
interface Instance {
  readonly key: string;
  readonly scope: Scope;
}

/** The instances that a block is repeated for; `undefined` if it is not repeated, or if it is not known how often. */
function instancesOf(block: Block, evaluator: Evaluator, scope: Scope): readonly Instance[] | undefined {
  const collection = block.name.name === "dynamic" ? undefined : attributeOf(block, "for_each");
  const entries = collection && certainEntries(evaluator.value(collection, scope));
  const instances = entries?.flatMap(({ key, value }): readonly Instance[] => {
    // Where a list stands, it can only be a set, whose keys are its elements.
    const name = key.kind === "unknown" ? value : key;
    return name.kind === "string" && name.isStatic
      ? [{ key: name.value, scope: scope.with({ each: eachWith(name, value, block.range) }, evaluator.nextRun()) }]
      : [];
  });
  return instances?.length === entries?.length ? instances : undefined;
}

/** More than a block in use is repeated for. */
const maxInstances = 200;

/** The entries of a collection if they are known to be there, and no others. */
function certainEntries(collection: Value): readonly Entry[] | undefined {
  const { known, isComplete } = entriesOf(collection);
  return isComplete && known.length <= maxInstances && known.every(({ isOptional }) => !isOptional) ? known : undefined;
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
