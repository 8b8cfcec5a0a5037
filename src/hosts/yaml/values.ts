import type { Member, PlacedValue, Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { aliasString } from "../strings.js";
import { lazyArray, lazyObject, unknown, type ObjectParts } from "../values.js";
import { targetOf } from "./aliases.js";
import { isMerge, mergedBy } from "./merge-keys.js";
import {
  withoutMeta,
  type Alias,
  type Mapping,
  type Pair,
  type Scalar,
  type Sequence,
  type WithMeta,
  type YamlDocument,
  type YamlValue,
} from "./nodes.js";
import { scalarValue, textOf } from "./scalars.js";
import { slotsOf } from "./slots.js";
import { isOfTag, isTextTag } from "./tags.js";

/** How many members the objects of a document may have from others: more are a text that is made to fill the memory. */
const maxMerged = 100_000;

/** The values of the nodes of a document, each made once. */
export class DocumentValues {
  readonly #document: YamlDocument;
  readonly #source: MappedText;
  readonly #values = new Map<YamlValue, Value>();
  readonly #wholeKey: string;
  #merged = 0;

  /**
   * @param source the whole file
   * @param wholeKey the key of a document that is sent as it is. Any other is input of some program: nobody's requests
   *   are YAML.
   */
  constructor(document: YamlDocument, source: MappedText, wholeKey: string) {
    this.#document = document;
    this.#source = source;
    this.#wholeKey = wholeKey;
  }

  /** @param range what stands for a value that is not written */
  of(node: YamlValue | null, range: Range): Value {
    if (!node) {
      return { kind: "scalar", range, value: null };
    }
    const value = this.#values.get(node) ?? this.#read(node);
    this.#values.set(node, value);
    return value;
  }

  /** The keys of an object, with those that it merges. Keys that are no texts are left out. */
  keysOf(node: Mapping): readonly string[] {
    const value = node.pairs.some(isMerge) ? this.of(node, node.range) : undefined;
    return value?.kind === "object"
      ? value.members.map(({ key }) => key)
      : node.pairs.flatMap(({ key }) => this.#keyOf(key) ?? []);
  }

  #read(node: YamlValue): Value {
    switch (node.type) {
      case "YAMLMapping":
        return this.#objectOf(node);
      case "YAMLSequence":
        return this.#arrayOf(node);
      case "YAMLScalar":
        return scalarValue(node, this.#source, false);
      case "YAMLAlias":
        return this.#aliased(node);
      case "YAMLWithMeta":
        return this.#tagged(node);
    }
  }

  #tagged({ value: node, tag, range }: WithMeta): Value {
    if (node?.type === "YAMLScalar" && isTextTag(tag?.tag)) {
      return scalarValue(node, this.#source, true);
    }
    const value = this.of(node, range);
    return !tag || isOfTag(value, tag.tag) ? value : unknown(range);
  }

  #aliased(node: Alias): Value {
    const { name, range } = node;
    const target = targetOf(node, this.#document);
    if (typeof target === "object") {
      return this.of(target, range);
    }
    // Whoever writes `*:*:*` or `*` does not think of aliases.
    const isText = target === undefined && /^\*|:/u.test(name);
    return isText
      ? aliasString(range, MappedText.verbatim(this.#source.text.slice(...range), range[0]))
      : { ...unknown(range), ...(target === undefined ? { alias: name } : {}) };
  }

  #arrayOf(node: Sequence): Value {
    const { range, entries, style } = node;
    return lazyArray(range, () => {
      const slots = slotsOf(node, this.#source.text);
      // Beside an element that is left out, no other can be changed.
      const place = entries.every((entry) => entry !== null) ? { range, slots, style } : undefined;
      return entries.map((entry, index): PlacedValue => ({
        value: this.of(entry, slots[index] ?? range),
        place: place && { ...place, index },
      }));
    });
  }

  /** A key that is an object is a template, `{{ .Values.actions }}`: it may become any value. */
  #objectOf(node: Mapping): Value {
    if (node.pairs.some(({ key }) => key?.type === "YAMLMapping")) {
      return unknown(node.range);
    }
    const { range, pairs, style } = node;
    const isRoot = withoutMeta(this.#document.content) === node;
    const isWhole = isRoot && pairs.some(({ key }) => this.#keyOf(key) === this.#wholeKey);
    return lazyObject(range, () => this.#partsOf(node), { isWhole, style });
  }

  /** Own members count more than merged ones. */
  #partsOf({ pairs }: Mapping): ObjectParts {
    const members: Member[] = [];
    let isComplete = true;
    for (const pair of pairs.filter((candidate) => !isMerge(candidate))) {
      const key = this.#keyOf(pair.key);
      if (key === undefined) {
        isComplete = false;
      } else {
        members.push(this.#memberOf(pair, key));
      }
    }
    const own = new Set(members.map(({ key }) => key));
    for (const source of pairs.filter(isMerge).flatMap(mergedBy)) {
      const merged = source ? this.of(source, source.range) : undefined;
      const added = merged?.kind === "object" ? merged.members.filter(({ key }) => !own.has(key)) : [];
      this.#merged += added.length;
      isComplete &&= merged?.kind === "object" && merged.isComplete && this.#merged <= maxMerged;
      for (const member of this.#merged <= maxMerged ? added : []) {
        own.add(member.key);
        members.push(withoutKey(member));
      }
    }
    return { members, isComplete };
  }

  #memberOf({ key: node, value, range }: Pair, key: string): Member {
    const scalar = node?.type === "YAMLScalar" ? node : undefined;
    const keyText = scalar && this.#textOfKey(scalar);
    return {
      key,
      keyRange: node ? node.range : [range[0], range[0]],
      ...(keyText ? { readKey: () => keyText } : {}),
      range,
      value: this.of(value, range),
    };
  }

  #textOfKey(scalar: Scalar) {
    return scalar.style !== "plain" || scalar.value === scalar.strValue ? textOf(scalar, this.#source) : undefined;
  }

  /** What JavaScript makes of a key; `undefined` for a list or an object. */
  #keyOf(node: YamlValue | null): string | undefined {
    const value = node ? this.of(node, node.range) : undefined;
    switch (value?.kind) {
      case undefined:
        return "null";
      case "string":
      case "scalar":
        return String(value.value);
      default:
        return undefined;
    }
  }
}

/** A member of another object, whose key is not to be changed here. */
function withoutKey({ key, keyRange, range, value }: Member): Member {
  return { key, keyRange, range, value };
}
