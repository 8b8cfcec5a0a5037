import { cloudTitles } from "../../src/catalog/provenance.js";
import { customKeys } from "../../src/policy/condition-keys.js";
import { customOperators } from "../../src/policy/condition-operators.js";
import type { ServiceVocabulary, Vocabulary } from "./vocabulary.js";

/**
 * The declarations of a cloud's types; those of the grammar stand beside them, in `grammar.d.ts`.
 *
 * Unions are written for the compiler's time: it compares every name with every template of its union, and works out every
 * intersection. So there is one of either only where nothing simpler will do.
 */
export function policyTypes({ cloud, services, otherServices, identityActions }: Vocabulary): string {
  const title = cloudTitles[cloud];
  const listed = services.flatMap((service) => [...service.listed.map(({ name }) => name), ...service.spellings]);
  const others = services.flatMap((service) => service.others);
  const unlisted = [...services.flatMap(unlistedNames), ...otherServices.map((name) => `${name}:`)];
  return `/* Generated from the catalogue of ${title}. */
import type { CustomPolicy, IdentityPolicy, Statement as StatementOf } from "./grammar.js";

type Listed =
${union(listed.map(quoted))};

/** Any name of a service, or of a type of its resources, of which the tables are known to lack some. */
type Unlisted =
${union(unlisted.map((start) => hidden(`\`${start}\${string}\``)))};

/** A pattern: \`*\` stands for any part. */
export type Pattern =
${union(patterns.map((pattern) => hidden(`\`${pattern}\``)))};

/** An action that ${title} lists, or a pattern. */
export type ListedAction = Listed | Pattern;

/** An action of ${title}, or a pattern. Where the tables are known to lack names, any name is taken. */
export type Action = Listed | Pattern | Unlisted;

/** Former names of actions, and names that only other clouds list of the same services. */
export type OtherAction =
${union(others.map(quoted))};

/** An action of version 5.0 that a page names; any other one is taken as well. */
export type IdentityAction =
${union([...identityActions.map(({ name }) => quoted(name)), hidden("string")])};

type Operator =
${union([...new Set(customOperators.bases.map(({ name }) => name))].map(quoted))};

type Key =
${union(customKeys.names.map((name) => (name.endsWith("/") ? `\`${name}\${string}\`` : quoted(name))))};

/** @typeParam Name what it may name: \`ListedAction\` to be strict, \`Action | "new:service:name"\` for a name that is missing. */
export type Policy<Name extends string = Action> = CustomPolicy<Name, Operator, Key> | IdentityPolicy<IdentityAction>;

/** A statement of a custom policy. */
export type Statement<Name extends string = Action> = StatementOf<Name, Operator, Key>;
`;
}

/** Patterns with a wildcard in any of their three parts. */
const patterns = [
  "${string}*${string}:${string}:${string}",
  "${string}:${string}*${string}:${string}",
  "${string}:${string}:${string}*${string}",
];

/** What names may begin with that are not listed. Types cannot say "any type but these": then it is the whole service. */
function unlistedNames({ service, unlisted }: ServiceVocabulary): readonly string[] {
  if (unlisted.kind === "names" || unlisted.tabled !== undefined) {
    return [...service.prefixes].map((prefix) => `${prefix}:`);
  }
  return unlisted.partial.flatMap((type) => typeSpellings(service, type).map((spelling) => `${spelling}:`));
}

/** The types are kept in lower case; types compare letter by letter. */
function typeSpellings({ name, actions }: ServiceVocabulary["service"], type: string): readonly string[] {
  const written = [...actions.values()]
    .filter(({ pattern }) => pattern.resourceType === type)
    .flatMap(({ spellings }) => spellings.map((spelling) => spelling.slice(0, spelling.lastIndexOf(":"))));
  return [...new Set([`${name}:${type}`, ...written])];
}

/** A template that takes the same texts. By itself, it would take the place of the names that it matches. */
function hidden(template: string): string {
  return `(${template} & Record<never, never>)`;
}

function union(types: readonly string[]): string {
  return types.length === 0 ? "  never" : types.map((type) => `  | ${type}`).join("\n");
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
