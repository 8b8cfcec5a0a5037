import type { Action } from "./document.js";
import type { ActionName, ActionPattern } from "./pattern.js";
import { listedTexts, listedValues } from "./listed.js";
import { possibleValues } from "./possible-values.js";
import type { ArrayValue, ListPlace, PolicyString, Value } from "./value.js";

/** Reads the name in a text, in a version of the language. */
type NameReader = (text: string) => ActionName;

/** The known actions of a list. Their names come first: nobody asks where the actions of most policies stand. */
export class ActionList {
  readonly names: readonly ActionName[];
  readonly areAllKnown: boolean;
  readonly #value: Value | undefined;
  readonly #nameOf: NameReader;
  #actions: readonly Action[] | undefined;

  constructor(value: Value | undefined, nameOf: NameReader) {
    this.#value = value;
    this.#nameOf = nameOf;
    const texts = listedTexts(value);
    if (texts) {
      this.names = knownNames(texts, nameOf);
      this.areAllKnown = this.names.length === texts.length;
    } else {
      this.#actions = readActions(value, nameOf);
      this.names = this.#actions.map(({ name }) => name);
      this.areAllKnown =
        this.names.length === listedValues(value).length && this.#actions.every(({ isCertain }) => isCertain);
    }
  }

  get actions(): readonly Action[] {
    return (this.#actions ??= readActions(this.#value, this.#nameOf));
  }
}

/** A list that grows is of the same kind to the engine before and after `map` is compiled, for all code that reads it. */
function knownNames(texts: readonly string[], nameOf: NameReader): readonly ActionName[] {
  const names: ActionName[] = [];
  for (const text of texts) {
    const name = nameOf(text);
    if (name.isKnown) {
      names.push(name);
    }
  }
  return names;
}

function readActions(value: Value | undefined, nameOf: NameReader): readonly Action[] {
  return value?.kind === "array" && value.texts ? plainActions(value, value.texts, nameOf) : anyActions(value, nameOf);
}

function plainActions(list: ArrayValue, texts: readonly string[], nameOf: NameReader): readonly Action[] {
  return texts.map(nameOf).flatMap((name, index) => (name.isKnown ? new PlainAction(name, list, index) : []));
}

/** An action of a list that has nothing but texts. Most checks ask where a few of them stand, and what all of them say. */
class PlainAction implements Action {
  readonly name: ActionName;
  readonly text: string;
  readonly pattern: ActionPattern | undefined;
  readonly isCertain = true;
  readonly #list: ArrayValue;
  readonly #index: number;

  constructor(name: ActionName, list: ArrayValue, index: number) {
    this.name = name;
    this.text = name.text;
    this.pattern = name.pattern;
    this.#list = list;
    this.#index = index;
  }

  get string(): PolicyString {
    return this.#list.elements[this.#index] as PolicyString;
  }

  get place(): ListPlace | undefined {
    return this.#list.placed[this.#index]?.place;
  }
}

function anyActions(value: Value | undefined, nameOf: NameReader): readonly Action[] {
  const actions: Action[] = [];
  const isOneList = value?.kind !== "choice";
  for (const { value: element, place } of listedValues(value)) {
    for (const string of possibleValues(element)) {
      const name = string.kind === "string" ? nameOf(string.value) : undefined;
      if (string.kind === "string" && name?.isKnown) {
        const { text, pattern } = name;
        actions.push({ string, name, text, pattern, place, isCertain: isOneList && element.kind !== "choice" });
      }
    }
  }
  return actions;
}
