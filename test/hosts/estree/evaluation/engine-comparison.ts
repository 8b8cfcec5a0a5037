import { createContext, Script } from "node:vm";
import type { Linter } from "eslint";
import { FalsyValue, UndefinedValue, UnknownElements } from "../../../../src/hosts/estree/evaluation/absent-values.js";
import { ListCell } from "../../../../src/hosts/estree/evaluation/list.js";
import { SetValue } from "../../../../src/hosts/estree/evaluation/sets.js";
import { memberOf } from "../../../../src/policy/members.js";
import type { ArrayValue, ObjectValue, Value } from "../../../../src/policy/value.js";
import { hole } from "../../../../src/text/mapped-text.js";
import { objectsOf, plainOf, sourceOf } from "../../../sources.js";
import { loopMark } from "./random-program.js";

/** Where our value of a program is not what the engine says. */
export interface Difference {
  readonly program: string;
  /** The last argument of `use`, which is what is compared. */
  readonly ours: unknown;
  readonly engine: unknown;
}

/** What the names may be that a program does not define, each time new. */
const inputs: readonly (() => readonly unknown[])[] = [
  () => [true, true, "a", ["a", "u"], { a: "oa", list: ["ol"] }],
  () => [false, false, "", [], {}],
  () => [true, false, "zz", ["b"], { b: "ob" }],
  () => [false, true, "a", ["zz", "zz"], { a: "oa", c: "oc" }],
];
const inputNames = ["unknownFlag", "otherFlag", "unknownText", "unknownList", "unknownObject"];

/**
 * Compares our value of what a program passes to `use` with the engine's, for some values of what it does not define.
 * What the engine cannot run, or runs for very long, is not compared.
 */
export function differenceOf(program: string): Difference | undefined {
  const results = engineResults(program);
  if (results.length === 0) {
    return undefined;
  }
  const ours = ourValue(program);
  const wrong = ours ? results.findIndex((result) => !matches(ours.value, result)) : -1;
  return wrong < 0 ? undefined : { program, ours: plainOf(ours?.value, program), engine: results[wrong] };
}

const parsing: Linter.Config = { languageOptions: { ecmaVersion: 2025, sourceType: "module" } };

/**
 * What a program passes to `use`, as ours says; `undefined` if it is no candidate, such as a list that contains itself, or
 * if a part of the program was left out: then nothing is said but what is written.
 */
export function ourValue(program: string): { readonly value: Value | undefined } | undefined {
  const object = objectsOf(sourceOf(program, parsing)).at(-1);
  return object?.isComplete ? { value: memberOf(object, "Statement") } : undefined;
}

// The engine

/** The same for each of the inputs, by the engine. */
export function engineResults(program: string): readonly unknown[] {
  const counted = program.replaceAll(loopMark, "step();");
  const parameters = [...inputNames, "use", "mutate", "step"].join(", ");
  const results: unknown[] = [];
  const run = (body: (...given: readonly unknown[]) => void) => {
    for (const input of inputs) {
      let steps = 0;
      const used: unknown[] = [];
      const step = () => {
        steps++;
        if (steps > maxSteps) {
          throw new Error("Too long.");
        }
      };
      try {
        body(...input(), ({ Statement }: { readonly Statement: unknown }) => used.push(Statement), mutate, step);
        results.push(...(steps > maxSteps ? [] : used.slice(-1).filter((value) => !isCyclic(value))));
      } catch {
        // What the engine does not finish has no result to compare.
      }
    }
  };
  try {
    const script = new Script(`run((${parameters}) => { "use strict";\n${counted}\n})`);
    script.runInContext(Object.assign(context, { run }), { timeout });
  } catch {
    return [];
  }
  return results;
}

const context = createContext({ structuredClone });
// No program can change what the next one finds.
new Script(`
  for (const provided of [Object, Array, String, Number, Boolean, Function, Set, Map, JSON]) {
    for (const owner of [provided, provided.prototype ?? provided]) {
      for (const { value } of Object.values(Object.getOwnPropertyDescriptors(owner))) {
        Object.freeze(value);
      }
      Object.freeze(owner);
    }
  }
`).runInContext(context);

/** In rounds of loops. */
const maxSteps = 60;
/** For lists that double, in milliseconds. */
const timeout = 200;

/** A function that is not known: it changes what it is given, and what that consists of. */
function mutate(value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach(mutate);
    value.push("mutated");
  } else if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(mutate);
    Object.assign(value, { mutated: "mutated" });
  }
}

/** Whether a value contains itself: of such a file, there is no candidate. */
function isCyclic(value: unknown, around: readonly unknown[] = []): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    (around.includes(value) || Object.values(value).some((part) => isCyclic(part, [...around, value])))
  );
}

// The comparison

/**
 * Whether a value of ours stands for a value of the engine: it is the same as far as it is known. What is written as
 * JSON is, for ours, what it says.
 */
function matches(ours: Value | undefined, engine: unknown): boolean {
  return isSameAs(ours, engine) || (typeof engine === "string" && isSameAs(ours, parsedJson(engine)));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function isSameAs(ours: Value | undefined, engine: unknown): boolean {
  switch (ours?.kind) {
    case undefined:
      return engine === undefined;
    case "string":
      return typeof engine === "string" && textMatches(ours.value, engine);
    case "scalar":
      return Object.is(ours.value, engine) || ours.value === engine;
    case "array":
      return Array.isArray(engine) && listMatches(ours, engine);
    case "object":
      return typeof engine === "object" && engine !== null && !Array.isArray(engine) && objectMatches(ours, engine);
    case "choice":
      return (
        (ours.isOptional === true && engine === undefined) || ours.branches.some((branch) => matches(branch, engine))
      );
    case "construct":
      return true;
    case "unknown":
      return unknownMatches(ours, engine);
  }
}

function textMatches(text: string, engine: string): boolean {
  const parts = text.split(hole).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"));
  return new RegExp(`^${parts.join("[^]*")}$`, "u").test(engine);
}

/** Of some values that are unknown to carriers, the evaluation knows something. */
function unknownMatches(ours: Value, engine: unknown): boolean {
  if (ours instanceof UndefinedValue) {
    return engine === undefined;
  }
  if (ours instanceof FalsyValue) {
    return !engine;
  }
  if (ours instanceof SetValue) {
    const isIterable = typeof engine === "object" && engine !== null && Symbol.iterator in engine;
    return isIterable && listMatches(ours.list, [...(engine as Set<unknown>)]);
  }
  return true;
}

function objectMatches(ours: ObjectValue, engine: object): boolean {
  const members = new Map(ours.members.map(({ key, value }) => [key, value]));
  const present = Object.entries(engine).filter(([, value]) => value !== undefined && typeof value !== "function");
  return (
    // What else may be in an object that is not complete may be written over a member.
    (!ours.isComplete ||
      [...members].every(
        ([key, value]) => key.startsWith("#") || matches(value, (engine as Record<string, unknown>)[key]),
      )) &&
    (!ours.isComplete || present.every(([key]) => members.has(key)))
  );
}

/** An element of a list of ours. */
interface Element {
  readonly value: Value;
  readonly isOptional: boolean;
  /** Stands for any number of elements. */
  readonly isMany: boolean;
}

function listMatches(ours: ArrayValue, engine: readonly unknown[]): boolean {
  const elements = ours.elements.map((value): Element => ({
    value,
    isOptional: value.kind === "choice" && value.isOptional === true,
    // A list that is copied has only unknown elements for what it may have.
    isMany: value instanceof UnknownElements || (!(ours instanceof ListCell) && value.kind === "unknown"),
  }));
  const isFixed = elements.every(({ isOptional, isMany }) => !isOptional && !isMany);
  const isInOrder = isFixed && !ours.isUnordered;
  return isInOrder
    ? elements.length === engine.length && elements.every(({ value }, index) => matches(value, engine[index]))
    : inAnyOrder(elements, engine);
}

/**
 * Whether each certain element has a partner of its own, and the engine has nothing else. How often it has an element
 * that is not certain is not told.
 */
function inAnyOrder(elements: readonly Element[], engine: readonly unknown[]): boolean {
  const own = elements.filter(({ isMany }) => !isMany);
  const certain = own.filter(({ isOptional }) => !isOptional);
  return (
    hasPartners(certain, engine, ({ value }, other) => matches(value, other)) &&
    (own.length < elements.length || engine.every((other) => own.some(({ value }) => matches(value, other))))
  );
}

/** Whether each of some things can have a partner of its own (augmenting paths). */
function hasPartners<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
  fits: (one: One, other: Other) => boolean,
): boolean {
  const partners = new Map<number, One>();
  const find = (one: One, tried: Set<number>): boolean =>
    others.some((other, index) => {
      if (tried.has(index) || !fits(one, other)) {
        return false;
      }
      tried.add(index);
      const taken = partners.get(index);
      if (partners.has(index) && !find(taken as One, tried)) {
        return false;
      }
      partners.set(index, one);
      return true;
    });
  return ones.every((one) => find(one, new Set()));
}
