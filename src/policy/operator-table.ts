import leven from "leven";

/** The type of the values that an operator compares; `null` operators test whether a key exists. */
export type OperatorFamily = "string" | "number" | "date" | "bool" | "ip" | "null";

/** A documented operator without prefix and suffix. */
export interface BaseOperator {
  readonly name: string;
  readonly family: OperatorFamily;
  /** Whether only OBS supports it. */
  readonly isObsOnly: boolean;
}

/** A parsed condition operator in the documented spelling: `ForAnyValue:`, `StringEquals`, `IfExists`. */
export interface Operator {
  readonly prefix: string;
  readonly base: string;
  readonly suffix: string;
  readonly family: OperatorFamily;
  /** Whether only OBS supports it. */
  readonly isObsOnly: boolean;
}

/** A documented operator similar to a string, with the range of the string that differs. */
export interface SimilarOperator {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What may stand before an operator. */
export const operatorPrefixes = ["", "ForAllValues:", "ForAnyValue:"] as const;

/** What may stand after an operator but `Null`. */
export const ifExists = "IfExists";

/** The names of operators, by the type that they compare. */
export type OperatorNames = Readonly<Partial<Record<OperatorFamily, readonly string[]>>>;

/** Operators of a family, as a table lists them. */
export function basesOf(names: OperatorNames, isObsOnly = false): readonly BaseOperator[] {
  return Object.entries(names).flatMap(([family, ofFamily]) =>
    ofFamily.map((name) => ({ name, family: family as OperatorFamily, isObsOnly })),
  );
}

/** The condition operators of one version of the policy language. */
export class OperatorTable {
  readonly bases: readonly BaseOperator[];
  readonly #byName: ReadonlyMap<string, BaseOperator>;
  readonly #translate: (base: string) => string | undefined;

  /** @param translate the name here of an operator of another language or version, both without prefix and suffix */
  constructor(bases: readonly BaseOperator[], translate: (base: string) => string | undefined) {
    this.bases = bases;
    this.#byName = new Map(bases.map((base) => [base.name.toLowerCase(), base]));
    this.#translate = translate;
  }

  /**
   * Parses a documented operator; `undefined` for any other string. Case is ignored, because no source says whether the
   * clouds compare operators with or without case.
   */
  parse(text: string): Operator | undefined {
    const { prefix, name, suffix } = takeApart(text);
    const base = this.#byName.get(name.toLowerCase());
    return base && { prefix, base: base.name, suffix, family: base.family, isObsOnly: base.isObsOnly };
  }

  /**
   * The documented operators that a string is a typo of, or the name of elsewhere.
   *
   * @param text not a documented operator, or one of OBS where `includeObs` is false
   * @param includeObs whether to suggest operators of OBS too
   */
  similar(text: string, includeObs: boolean): readonly SimilarOperator[] {
    const translated = includeObs ? undefined : this.#translation(text);
    if (translated) {
      return [translated];
    }
    const written = text.toLowerCase();
    let nearest: readonly string[][] = [];
    let least = maxTypos + 1;
    for (const { name, isObsOnly } of this.bases) {
      for (const prefix of isObsOnly && !includeObs ? [] : operatorPrefixes) {
        for (const suffix of ["", ifExists]) {
          const parts = [prefix, name, suffix];
          const distance = leven(written, parts.join("").toLowerCase(), { maxDistance: maxTypos + 1 });
          if (distance <= maxTyposFor(name) && distance <= least) {
            nearest = distance === least ? [...nearest, parts] : [parts];
            least = distance;
          }
        }
      }
    }
    return nearest.slice(0, maxNames).map((parts) => ({ name: parts.join(""), ...differingPart(text, parts) }));
  }

  /** The operator that makes the same comparison for another type: `DateLessThan` for `NumberLessThan`. */
  forType(family: OperatorFamily, { prefix, base, suffix }: Operator): string | undefined {
    const comparison = base === "Bool" ? "Equals" : base.replace(/^(?:String|Number|Numeric|Date)/u, "");
    const wanted = comparison === "Equals" && family === "bool" ? "Bool" : `${familyPrefixes[family]}${comparison}`;
    const candidate = this.bases.find(
      ({ name, isObsOnly, family: own }) => own === family && !isObsOnly && name === wanted,
    );
    return candidate && prefix + candidate.name + suffix;
  }

  #translation(text: string): SimilarOperator | undefined {
    const { prefix, name, suffix } = takeApart(text);
    const base = this.#byName.get(this.#translate(name)?.toLowerCase() ?? "");
    return (
      base && {
        name: prefix + base.name + suffix,
        start: prefix.length,
        end: text.length - suffix.length,
      }
    );
  }
}

/** The parts of an operator's name; prefix and suffix are in the documented spelling. */
function takeApart(text: string): { readonly prefix: string; readonly name: string; readonly suffix: string } {
  const prefix = operatorPrefixes.find((known) => known !== "" && startsWith(text, known)) ?? "";
  const rest = text.slice(prefix.length);
  const suffix = endsWith(rest, ifExists) ? ifExists : "";
  return { prefix, name: rest.slice(0, rest.length - suffix.length), suffix };
}

const maxNames = 3;
const maxTypos = 2;

/** Short names are within two edits of too many others. */
function maxTyposFor(name: string): number {
  return name.length < 6 ? 1 : maxTypos;
}

/** The range of a string between the documented parts at both ends. */
function differingPart(text: string, parts: readonly string[]): { start: number; end: number } {
  let start = 0;
  let end = text.length;
  for (const part of parts) {
    if (!startsWith(text.slice(start), part)) {
      break;
    }
    start += part.length;
  }
  for (const part of [...parts].reverse()) {
    if (!endsWith(text.slice(start, end), part)) {
      break;
    }
    end -= part.length;
  }
  return { start, end };
}

function startsWith(text: string, start: string): boolean {
  return text.slice(0, start.length).toLowerCase() === start.toLowerCase();
}

function endsWith(text: string, end: string): boolean {
  return text.slice(Math.max(0, text.length - end.length)).toLowerCase() === end.toLowerCase();
}

const familyPrefixes: Readonly<Partial<Record<OperatorFamily, string>>> = {
  string: "String",
  number: "Number",
  date: "Date",
};

/**
 * The operator that treats `*` and `?` as wildcards, for a string operator that does not: those compare character by
 * character, or search at the start, at the end or anywhere (facts.md#patterns-in-condition-values).
 */
export function patternOperatorFor({ prefix, base, suffix, family, isObsOnly }: Operator): string | undefined {
  if (family !== "string" || isObsOnly || base.includes("Match")) {
    return undefined;
  }
  return prefix + (base.includes("Not") ? "StringNotMatch" : "StringMatch") + suffix;
}
