import leven from "leven";

/** The type of the values that an operator compares; `null` operators test whether a key exists. */
export type OperatorFamily = "string" | "number" | "date" | "bool" | "ip" | "null";

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

/**
 * The operators of version 1.1: Huawei Cloud's current table, an earlier edition of the same page (`AnyOf`,
 * `StringLike`, `IpAddress`, `IsNull` ...; facts.md#operators-of-an-earlier-edition), and examples that use operators
 * missing from the tables (facts.md#condition-operators).
 */
const operators: Readonly<Record<OperatorFamily, readonly string[]>> = {
  string: [
    ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
    ...["StringMatch", "StringNotMatch", "StringLike", "StringNotLike"],
    ...["StringStartWith", "StringNotStartWith", "StringEndWith", "StringNotEndWith"],
    ...["StringEqualsAnyOf", "StringNotEqualsAnyOf", "StringEqualsIgnoreCaseAnyOf", "StringNotEqualsIgnoreCaseAnyOf"],
    ...["StringLikeAnyOf", "StringNotLikeAnyOf", "StringStartWithAnyOf", "StringNotStartWithAnyOf"],
    ...["StringEndWithAnyOf", "StringNotEndWithAnyOf"],
  ],
  number: [
    ...["NumberEquals", "NumberNotEquals", "NumberLessThan", "NumberLessThanEquals"],
    ...["NumberGreaterThan", "NumberGreaterThanEquals", "NumberEqualsAnyOf", "NumberNotEqualsAnyOf"],
  ],
  date: ["DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"],
  bool: ["Bool"],
  ip: ["IpAddress", "NotIpAddress"],
  null: ["Null", "IsNull", "IsNotNull", "IsNullOrEmpty"],
};

/** The operators of OBS bucket policies, which OBS supports in IAM policies too (facts.md#obs-condition-operators). */
const obsOperators: Readonly<Partial<Record<OperatorFamily, readonly string[]>>> = {
  string: ["streq", "strneq", "streqi", "strneqi", "strl", "strnl"],
  number: [
    ...["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals"],
    ...["NumericGreaterThan", "NumericGreaterThanEquals"],
    ...["numeq", "numneq", "numlt", "numlteq", "numgt", "numgteq"],
  ],
  date: [...["DateEquals", "DateNotEquals"], ...["dateeq", "dateneq", "datelt", "datelteq", "dategt", "dategteq"]],
};

/** The prefix of numeric operators in AWS, and here in OBS only (facts.md#number-or-numeric). */
const numeric = /^Numeric(?=Equals|NotEquals|LessThan|GreaterThan)/iu;

/** A documented operator without prefix and suffix. */
export interface BaseOperator {
  readonly name: string;
  readonly family: OperatorFamily;
  /** Whether only OBS supports it. */
  readonly isObsOnly: boolean;
}

/** The documented operators of version 1.1, each without prefix and suffix. */
export const baseOperators: readonly BaseOperator[] = [...basesOf(operators, false), ...basesOf(obsOperators, true)];
const basesByName = new Map(baseOperators.map((base) => [base.name.toLowerCase(), base]));

function basesOf(
  table: Readonly<Partial<Record<OperatorFamily, readonly string[]>>>,
  isObsOnly: boolean,
): BaseOperator[] {
  return Object.entries(table).flatMap(([family, names]) =>
    names.map((name) => ({ name, family: family as OperatorFamily, isObsOnly })),
  );
}

/**
 * Parses a documented operator; `undefined` for any other string. Case is ignored, because no source says whether the
 * clouds compare operators with or without case.
 */
export function parseOperator(text: string): Operator | undefined {
  const prefix = operatorPrefixes.find((known) => known !== "" && startsWith(text, known)) ?? "";
  const rest = text.slice(prefix.length);
  const suffix = endsWith(rest, ifExists) ? ifExists : "";
  const base = basesByName.get(rest.slice(0, rest.length - suffix.length).toLowerCase());
  return base && { prefix, base: base.name, suffix, family: base.family, isObsOnly: base.isObsOnly };
}

/**
 * The documented operators that a string is a typo of, or the AWS name of.
 *
 * @param text not a documented operator, or one of OBS where `includeObs` is false
 * @param includeObs whether to suggest operators of OBS too
 */
export function similarOperators(text: string, includeObs: boolean): readonly SimilarOperator[] {
  const translated = includeObs ? undefined : translateNumeric(text);
  if (translated) {
    return [translated];
  }
  const written = text.toLowerCase();
  let nearest: readonly string[][] = [];
  let least = maxTypos + 1;
  for (const { name, isObsOnly } of baseOperators) {
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

const maxNames = 3;
const maxTypos = 2;

/** Short names are within two edits of too many others. */
function maxTyposFor(name: string): number {
  return name.length < 6 ? 1 : maxTypos;
}

/** Translates an AWS name of a numeric operator. */
function translateNumeric(text: string): SimilarOperator | undefined {
  const start = text.lastIndexOf(":") + 1;
  const rest = text.slice(start);
  const operator = numeric.test(rest)
    ? parseOperator(text.slice(0, start) + rest.replace(numeric, "Number"))
    : undefined;
  if (!operator) {
    return undefined;
  }
  const { prefix, base, suffix } = operator;
  return { name: prefix + base + suffix, start, end: text.length - suffix.length };
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

/** The operator that makes the same comparison for another type: `DateLessThan` for `NumberLessThan`. */
export function operatorForType(family: OperatorFamily, { prefix, base, suffix }: Operator): string | undefined {
  const comparison = base === "Bool" ? "Equals" : base.replace(/^(?:String|Number|Numeric|Date)/u, "");
  const candidate = operators[family].find(
    (name) =>
      name === (comparison === "Equals" && family === "bool" ? "Bool" : `${familyPrefixes[family]}${comparison}`),
  );
  return candidate && prefix + candidate + suffix;
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
