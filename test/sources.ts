import { Linter } from "eslint";
import type { Candidate, CandidateFilter } from "../src/hosts/candidates.js";
import { hostOf } from "../src/hosts/index.js";
import type { HostSource } from "../src/hosts/source.js";
import { candidateFilter } from "../src/carriers/candidate-filter.js";
import type { ObjectValue, PolicyString, Value } from "../src/policy/value.js";
import { hosts } from "./hosts-table.js";

/** ESLint's source code, whatever the language; `@eslint/json` keeps the comments on it. */
type ParsedSource = HostSource & { readonly comments?: readonly object[] };

/** ESLint's source code of a text, parsed as a configuration has it. */
export function sourceOf(code: string, config: Linter.Config = {}): ParsedSource {
  const linter = new Linter();
  const problem = linter.verify(code, config).find(({ fatal }) => fatal);
  if (problem) {
    throw new Error(problem.message);
  }
  const source = linter.getSourceCode() as unknown as ParsedSource;
  const { ast, text, visitorKeys, parserServices, comments } = source;
  const getScope = source.getScope?.bind(source);
  return { ast, text, filename: "<input>", visitorKeys, parserServices, getScope, ...(comments ? { comments } : {}) };
}

/** The configuration of a host of the hosts table. */
export function configOf(name: string): Linter.Config {
  const host = hosts.find((known) => known.name === name);
  if (!host) {
    throw new Error(`No host "${name}".`);
  }
  return host.config;
}

/** The values of a file that may carry a policy, as its host finds them. */
export function candidatesOf(source: HostSource, filter: CandidateFilter): readonly Candidate[] {
  return [...(hostOf(source.ast)?.candidates(source, filter) ?? [])];
}

/** The objects among a file's candidates. */
export function objectsOf(source: HostSource): ObjectValue[] {
  return candidatesOf(source, candidateFilter([], source.text)).filter((candidate) => candidate.kind === "object");
}

/** The strings among a file's candidates. */
export function stringsOf(source: HostSource): PolicyString[] {
  return candidatesOf(source, candidateFilter([], source.text)).filter((candidate) => candidate.kind === "string");
}

/** The value of the first object with a key `Statement`: what stands for it in a file written for a test. */
export function firstObject(source: HostSource): ObjectValue {
  const [object] = objectsOf(source);
  if (!object) {
    throw new Error("No object is a candidate.");
  }
  return object;
}

/** A value in plain JSON; what is not known as `{ unknown: <source> }`, an object with more in it with `...: true`. */
export function plainOf(value: Value | undefined, text: string): unknown {
  switch (value?.kind) {
    case "object": {
      const members = value.members.map((member) => [member.key, plainOf(member.value, text)] as const);
      return { ...Object.fromEntries(members), ...(value.isComplete ? {} : { "...": true }) };
    }
    case "array":
      return value.elements.map((element) => plainOf(element, text));
    case "choice":
      return { oneOf: value.branches.map((branch) => plainOf(branch, text)) };
    case "construct":
    case "unknown":
      return { unknown: text.slice(...value.range) };
    default:
      return value?.value;
  }
}
