import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";

/**
 * A program with mistakes. `⟦` and `⟧` enclose the place of each expected finding, so that no column is ever counted by
 * hand. The misspelt names are those of `corrections`; the program without mistakes is the same one with the right names.
 */
export type Program = readonly [name: string, code: string, more?: More | undefined];

interface More {
  /** One for each mark, by their ends. Without them, each is the misspelt name `ims:images:lst`. */
  readonly findings?: readonly Expected[];
  /** What else is to be replaced for the program without mistakes. */
  readonly corrections?: Readonly<Record<string, string>>;
  /** Whether the same program with actions of AWS is silent; not if a class of our clouds makes the policy. */
  readonly isSilentForAws?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A rule, and words of its message. */
export type Expected = readonly [rule: string, ...words: string[]];

/** A finding, with the text that it marks. */
export interface Found {
  readonly rule: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly suggestions: readonly Suggested[];
  readonly fix: string | undefined;
}

/** A suggestion, with the code that it makes. */
export interface Suggested {
  readonly desc: string;
  readonly output: string;
}

/** What a policy's list of actions, or an action, is in a program. */
export const policy = (actions: string, more = "") =>
  `export const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ${actions} }] };${more}`;

/** The same with a list of statements. */
export const policyOf = (statements: string) => `export const policy = { Version: "1.1", Statement: ${statements} };`;

/** The finding of the misspelt name `ims:images:lst`, with further words of its message. */
export const misspelt = (...words: readonly string[]): Expected => [
  "no-unknown-action",
  '"ims:images:lst"',
  'Did you mean "ims:images:list"?',
  ...words,
];

/** The same for `ims:images:gte`. */
export const misspeltGet = (...words: readonly string[]): Expected => [
  "no-unknown-action",
  '"ims:images:gte"',
  'Did you mean "ims:images:get"?',
  ...words,
];

const corrections = { lst: "list", gte: "get", Alow: "Allow" };

const parser: Linter.Config = { files: ["**/*.{ts,js,mts,cts}"], languageOptions: { parser: typescriptParser } };

interface LintOptions {
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly filename?: string;
  readonly parserOptions?: object;
  readonly config?: "recommended" | "strict";
}

/** The findings of the recommended rules on a program. */
export function findingsIn(code: string, options: LintOptions = {}): Found[] {
  const { settings = {}, filename = "policy.ts", parserOptions, config = "recommended" } = options;
  const configs = [
    parser,
    { files: ["**/*"], ...plugin.configs[config] } as Linter.Config,
    { settings: { "huaweicloud-iam": settings }, ...(parserOptions ? { languageOptions: { parserOptions } } : {}) },
  ];
  const linter = filename.startsWith("/") ? new Linter({ cwd: "/" }) : new Linter();
  const lines = startsOf(code);
  const offset = (line = 1, column = 1) => (lines[line - 1] ?? 0) + column - 1;
  return linter
    .verify(code, configs, filename)
    .map(({ ruleId, line, column, endLine, endColumn, message, suggestions = [], fix }) => {
      const [start, end] = [offset(line, column), offset(endLine ?? line, endColumn ?? column)];
      return {
        ...{
          rule: ruleId?.replace("huaweicloud-iam/", "") ?? "no rule",
          text: code.slice(start, end),
          start,
          end,
          message,
        },
        suggestions: suggestions.map((suggestion) => ({
          desc: suggestion.desc,
          output: applied(code, suggestion.fix),
        })),
        fix: fix && applied(code, fix),
      };
    })
    .sort(inOrder);
}

/** The same in words, for tests that expect few or none. */
export function saidOf(code: string, options?: LintOptions): string[] {
  return findingsIn(code, options).map(({ rule, text, message }) => `${rule} at ⟦${text}⟧: ${message}`);
}

function applied(code: string, { range: [start, end], text }: { range: readonly [number, number]; text: string }) {
  return code.slice(0, start) + text + code.slice(end);
}

function startsOf(code: string): number[] {
  const starts = [0];
  for (let at = code.indexOf("\n"); at >= 0; at = code.indexOf("\n", at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

interface Marked {
  readonly start: number;
  readonly end: number;
}

/** Takes the marks out of a program and says where they stood, in the order of their starts. */
export function readMarked(marked: string): { code: string; places: Marked[] } {
  const places: Marked[] = [];
  const open: number[] = [];
  let code = "";
  for (const character of marked) {
    if (character === "⟦") {
      open.push(code.length);
    } else if (character === "⟧") {
      places.push({ start: open.pop() ?? -1, end: code.length });
    } else {
      code += character;
    }
  }
  return { code, places: places.sort(inOrder) };
}

function inOrder(one: Marked, other: Marked): number {
  return one.start - other.start || other.end - one.end;
}

/** Expects exactly the marked findings, each with its words. */
export function expectMarked(
  marked: string,
  expected: readonly Expected[] | undefined,
  options: LintOptions = {},
): void {
  const { code, places } = readMarked(marked);
  const found = findingsIn(code, options);
  const wanted = expected ?? places.map(() => misspelt());
  const drawn = (rule: string, { start, end }: Marked) =>
    `${rule}: ${code.slice(Math.max(0, start - 24), start)}⟦${code.slice(start, end)}⟧${code.slice(end, end + 12)}`;
  expect(found.map((finding) => drawn(finding.rule, finding))).toEqual(
    places.map((place, index) => drawn(wanted[index]?.[0] ?? "", place)),
  );
  for (const [index, [, ...words]] of wanted.entries()) {
    for (const word of words) {
      expect(found[index]?.message).toContain(word);
    }
  }
}

/** The program without its mistakes. */
export function correct(marked: string, more: Readonly<Record<string, string>> = {}): string {
  const { code } = readMarked(marked);
  return Object.entries({ ...corrections, ...more }).reduce((text, [from, to]) => text.replaceAll(from, to), code);
}

/** The same program for AWS, once with its version and once without any. */
function forAws(marked: string): string[] {
  const { code } = readMarked(marked);
  const ofAws = code
    .replaceAll("ims:images:lst", "s3:ListBuckts")
    .replaceAll("ims:images:gte", "s3:GetObjct")
    .replaceAll("ims:images:get", "s3:GetObject")
    .replaceAll("ims:images:delete", "s3:DeleteObject")
    .replaceAll("ims:images:", "s3:")
    .replaceAll("ims:images", "s3")
    .replaceAll('"images:', '"')
    .replaceAll("ims", "s3");
  const version = 'Version: "1.1"';
  return [ofAws.replaceAll(version, 'Version: "2012-10-17"'), ofAws.replaceAll(`${version}, `, "")];
}

/** Tests each program of a cell of the table, with its mistakes, without them, and with those of AWS. */
export function testPrograms(cell: string, programs: readonly Program[]): void {
  const all = programs.map(([name, code, more = {}]) => [name, code, more] as const);
  describe(cell, () => {
    it.each(all)("%s: has the findings", (_, code, { findings, settings }) => {
      expectMarked(code, findings, { settings });
    });

    it.each(all)("%s: is silent without mistakes", (_, code, { corrections: more, settings }) => {
      expect(saidOf(correct(code, more), { settings })).toEqual([]);
    });

    const neutral = all.filter(([, , { isSilentForAws = true }]) => isSilentForAws);
    if (neutral.length > 0) {
      it.each(neutral)("%s: is silent for AWS", (_, code, { settings }) => {
        expect(forAws(code).flatMap((program) => saidOf(program, { settings }))).toEqual([]);
      });
    }
  });
}

/** Tests correct programs. */
export function testSilent(cell: string, programs: readonly (readonly [name: string, code: string])[]): void {
  describe(cell, () => {
    it.each(programs)("%s: is silent", (_, code) => {
      expect(saidOf(code)).toEqual([]);
    });
  });
}
