import { catalogOf } from "../../src/catalog/catalog.js";
import { companionRolesOf } from "../../src/catalog/companion-roles.js";
import { dependenciesOf } from "../../src/catalog/dependencies.js";
import type { CatalogAction } from "../../src/catalog/service.js";
import { numbersFrom } from "../random-numbers.js";

/** A policy as it is written into a file. */
export interface WrittenPolicy {
  readonly Version: "1.1";
  readonly Statement: readonly { readonly Effect: "Allow"; readonly Action: readonly string[] }[];
}

/** One in so many policies has a misspelt action. Nothing else is wrong with any. */
const misspeltEvery = 10;

const maxStatements = 4;
const fewestActions = 5;
const maxActions = 40;

/** One in so many statements has a pattern in place of the actions of a resource type. */
const patternEvery = 3;

const catalog = catalogOf(undefined);

/** An action, and those that must be granted with it. */
interface Choice {
  readonly action: CatalogAction;
  readonly needed: readonly CatalogAction[];
}

/** What a policy may be made of: the actions of a service that no rule objects to. */
const services: readonly (readonly Choice[])[] = catalog
  .serviceNames()
  .map((name) => catalog.service(name))
  .filter((service) => service?.level === "project" && service.hasTable)
  .map((service) => [...(service?.actions.values() ?? [])].flatMap((action) => choiceOf(action) ?? []))
  .filter((choices) => choices.length >= maxActions / 2);

/**
 * The policies that are linted: the same in each run, and the first of many are those of few. They name real actions of
 * project-level services, with the actions that these depend on.
 */
export function corpusOf(count: number): readonly WrittenPolicy[] {
  return Array.from({ length: count }, (_, index) => policyAt(index));
}

/** How many of the first policies have a misspelt action. */
export function misspeltIn(count: number): number {
  return Math.floor(count / misspeltEvery);
}

/** Every name that is right in these policies: the actions, and a pattern for each of their resource types. */
export function rightNames(): readonly string[] {
  const names = services.flat().flatMap(({ action, needed }) => [action.name, ...needed.map(({ name }) => name)]);
  return [...new Set([...names, ...names.map(patternOver)])];
}

function policyAt(index: number): WrittenPolicy {
  const number = numbersFrom(index);
  const [first = [], ...others] = shuffled(services, number)
    .slice(0, 1 + number(maxStatements))
    .map((choices) => shuffled(choices, number).slice(0, fewestActions + number(maxActions - fewestActions + 1)));
  const chosen = [...first, ...others.flat()];
  const all = new Set(chosen.map(({ action }) => action));
  const missing = new Set(chosen.flatMap(({ needed }) => needed).filter((action) => !all.has(action)));
  const names = [[...first, ...[...missing].map((action) => ({ action }))], ...others]
    .map((choices) => choices.map(({ action }) => action.name))
    .map((list) => (number(patternEvery) === 0 ? withPattern(list) : list));
  const slip = (index + 1) % misspeltEvery === 0 ? [misspell(first[0]?.action.name ?? "")] : [];
  const lists = names.map((list, place) => (place === 0 ? [...list, ...slip] : list));
  return { Version: "1.1", Statement: lists.map((Action) => ({ Effect: "Allow", Action })) };
}

/** `undefined` for an action that a rule may object to, or whose dependency actions need others in their turn. */
function choiceOf(action: CatalogAction): Choice | undefined {
  const needed = dependenciesOf(action, "every").map(({ pattern }) => catalog.action(pattern));
  const known = needed.filter((other) => other !== undefined);
  const isRight = known.length === needed.length && [action, ...known].every(isTabled) && known.every(isSufficient);
  return isRight ? { action, needed: known } : undefined;
}

function isTabled(action: CatalogAction): boolean {
  return action.facts.every(({ evidence }) => evidence === "table") && companionRolesOf(action, "every").length === 0;
}

function isSufficient(action: CatalogAction): boolean {
  return catalog.service(action.pattern.service)?.level === "project" && dependenciesOf(action, "every").length === 0;
}

/** The actions of the first one's resource type give way to the pattern that covers them. */
function withPattern(names: readonly string[]): readonly string[] {
  const pattern = patternOver(names[0] ?? "");
  return [pattern, ...names.filter((name) => patternOver(name).toLowerCase() !== pattern.toLowerCase())];
}

/** `ecs:servers:list` -> `ecs:servers:*` */
function patternOver(name: string): string {
  return name.replace(/[^:]*$/u, "*");
}

/** One letter too many, before the last colon: no pattern over the resource type covers it. */
function misspell(name: string): string {
  return name.replace(/(?<last>.):(?<operation>[^:]*)$/u, "$<last>$<last>:$<operation>");
}

function shuffled<Item>(items: readonly Item[], number: (below: number) => number): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(number(left.length), 1));
}
