import leven from "leven";

/** The type of the values that a condition operator compares; `null` asks whether there is anything to compare. */
export type OperatorFamily = "string" | "number" | "date" | "bool" | "ip" | "null";

/** A condition operator taken apart, in the documented spelling: `ForAnyValue:`, `StringEquals`, `IfExists`. */
export interface Operator {
  readonly prefix: string;
  readonly base: string;
  readonly suffix: string;
  readonly family: OperatorFamily;
  /** Whether OBS alone has it. */
  readonly isOfObs: boolean;
}

/** A documented operator that a text resembles, with the part of the text that is not as documented. */
export interface NearOperator {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const prefixes = ["", "ForAllValues:", "ForAnyValue:"] as const;
const ifExists = "IfExists";

/**
 * The operators of version 1.1: Huawei Cloud's present table, that of an earlier edition of the same page
 * (`AnyOf`, `StringLike`, `IpAddress`, `IsNull` ...; facts.md#operators-of-an-earlier-edition), and those of examples
 * that the tables lack (facts.md#condition-operators).
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

/** The operators of OBS bucket policies, which OBS takes in IAM policies too (facts.md#obs-condition-operators). */
const obsOperators: Readonly<Partial<Record<OperatorFamily, readonly string[]>>> = {
  string: ["streq", "strneq", "streqi", "strneqi", "strl", "strnl"],
  number: [
    ...["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals"],
    ...["NumericGreaterThan", "NumericGreaterThanEquals"],
    ...["numeq", "numneq", "numlt", "numlteq", "numgt", "numgteq"],
  ],
  date: [...["DateEquals", "DateNotEquals"], ...["dateeq", "dateneq", "datelt", "datelteq", "dategt", "dategteq"]],
};

/** How AWS, and here OBS alone, begins the operators for numbers (facts.md#number-or-numeric). */
const numeric = /^Numeric(?=Equals|NotEquals|LessThan|GreaterThan)/iu;

interface Base {
  readonly name: string;
  readonly family: OperatorFamily;
  readonly isOfObs: boolean;
}

const bases: readonly Base[] = [...basesOf(operators, false), ...basesOf(obsOperators, true)];
const basesByName = new Map(bases.map((base) => [base.name.toLowerCase(), base]));

function basesOf(table: Readonly<Partial<Record<OperatorFamily, readonly string[]>>>, isOfObs: boolean): Base[] {
  return Object.entries(table).flatMap(([family, names]) =>
    names.map((name) => ({ name, family: family as OperatorFamily, isOfObs })),
  );
}

/**
 * Reads a documented operator; `undefined` for any other text. Whether the clouds tell upper from lower case
 * in operators, no source says: here they do not.
 */
export function parseOperator(text: string): Operator | undefined {
  const prefix = prefixes.find((known) => known !== "" && startsWith(text, known)) ?? "";
  const rest = text.slice(prefix.length);
  const suffix = endsWith(rest, ifExists) ? ifExists : "";
  const base = basesByName.get(rest.slice(0, rest.length - suffix.length).toLowerCase());
  return base && { prefix, base: base.name, suffix, family: base.family, isOfObs: base.isOfObs };
}

/**
 * The documented operators that a text is a typo of, or the habit of another cloud.
 *
 * @param text no documented operator, unless of OBS where those are not meant
 * @param takesObs whether the operators of OBS are meant too
 */
export function nearOperators(text: string, takesObs: boolean): readonly NearOperator[] {
  const habit = takesObs ? undefined : ownNameOf(text);
  if (habit) {
    return [habit];
  }
  const written = text.toLowerCase();
  let nearest: readonly string[][] = [];
  let least = maxTypos + 1;
  for (const { name, isOfObs } of bases) {
    for (const prefix of isOfObs && !takesObs ? [] : prefixes) {
      for (const suffix of ["", ifExists]) {
        const parts = [prefix, name, suffix];
        const distance = leven(written, parts.join("").toLowerCase(), { maxDistance: maxTypos + 1 });
        if (distance <= typosAllowedIn(name) && distance <= least) {
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

/** A short name is within two edits of too many others. */
function typosAllowedIn(name: string): number {
  return name.length < 6 ? 1 : maxTypos;
}

/** The operator for numbers that AWS calls otherwise. */
function ownNameOf(text: string): NearOperator | undefined {
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

/** The piece of a text between the parts at both ends that are as they should be. */
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

/** The operator that makes the same comparison of values of another type: `DateLessThan` for `NumberLessThan`. */
export function operatorFor(family: OperatorFamily, { prefix, base, suffix }: Operator): string | undefined {
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
 * The operator that reads `*` and `?` as patterns, for one of texts that does not: these are documented to compare
 * letter by letter, or to look for the value at the start, at the end or anywhere
 * (facts.md#patterns-in-condition-values).
 */
export function patternOperatorFor({ prefix, base, suffix, family, isOfObs }: Operator): string | undefined {
  if (family !== "string" || isOfObs || base.includes("Match")) {
    return undefined;
  }
  return prefix + (base.includes("Not") ? "StringNotMatch" : "StringMatch") + suffix;
}
