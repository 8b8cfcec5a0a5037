import { parse } from "node:path";
import { Linter } from "eslint";
import plugin from "../../src/index.js";

/** What a rule reports, with its place as offsets in the text. */
export interface Report {
  readonly rule: string;
  readonly id: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly fix: TextChange | undefined;
  readonly suggestions: readonly Suggestion[];
}

export interface TextChange {
  readonly range: readonly [number, number];
  readonly text: string;
}

interface Suggestion {
  readonly description: string;
  readonly change: TextChange;
}

export interface Linted {
  readonly reports: readonly Report[];
  /** Why the parser refused the text. */
  readonly fatal: string | undefined;
}

/** The plugin's settings, as a configuration has them. */
export type Setting = Readonly<Record<string, unknown>>;

/** All rules on one text, with the options of the strict configuration. */
export function lint(text: string, config: Linter.Config, setting: Setting = {}, filename = "file"): Linted {
  const messages = linter.verify(text, configurationOf(config, setting), filename);
  const source = text.replace(/^\uFEFF/u, "");
  const lines = lineStarts(source, config);
  const fatal = messages.find((message) => message.fatal)?.message;
  return { fatal, reports: fatal === undefined ? messages.map((message) => reportOf(message, lines)) : [] };
}

/** It takes files of every folder. */
const linter = new Linter({ cwd: parse(process.cwd()).root });

/** Fixes a text as `eslint --fix` does, in at most ten passes. */
export function fix(text: string, config: Linter.Config, setting: Setting = {}): { text: string; isDone: boolean } {
  const { output, messages } = linter.verifyAndFix(text, configurationOf(config, setting), "file");
  return { text: output, isDone: messages.every((message) => !message.fatal && !message.fix) };
}

/** A text with an change; its offsets do not count a byte order mark. */
export function edited(text: string, { range, text: replacement }: TextChange): string {
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  return text.slice(0, range[0] + mark) + replacement + text.slice(range[1] + mark);
}

/** A message without the numbers of lines, which a policy has in one host and not in another. */
export function generalMessage(message: string): string {
  return message.replace(/\blines? \d+(?:(?:, | and )\d+)*(?: and \d+ more)?/gu, "some lines");
}

function configurationOf(config: Linter.Config, setting: Setting): Linter.Config[] {
  const { plugins, rules } = plugin.configs.strict;
  return [
    {
      ...config,
      files: ["**"],
      plugins: { ...config.plugins, ...plugins },
      rules: rules ?? {},
      settings: { "huaweicloud-iam": setting },
    },
  ];
}

function reportOf(message: Linter.LintMessage, lines: readonly number[]): Report {
  const { ruleId, messageId, line, column, endLine = line, endColumn = column, suggestions = [] } = message;
  return {
    rule: ruleId?.replace("huaweicloud-iam/", "") ?? "",
    id: messageId ?? "",
    message: message.message,
    start: (lines[line - 1] ?? Number.NaN) + column - 1,
    end: (lines[endLine - 1] ?? Number.NaN) + endColumn - 1,
    fix: message.fix,
    suggestions: suggestions.map((suggestion) => ({ description: suggestion.desc, change: suggestion.fix })),
  };
}

/** Where the lines of a text begin, as its language counts them. */
function lineStarts(text: string, { language = "js/js" }: Linter.Config): readonly number[] {
  const lineEnd = language === "js/js" ? /\r\n|[\r\n\u2028\u2029]/gu : /\r?\n/gu;
  return [0, ...[...text.matchAll(lineEnd)].map((end) => end.index + end[0].length)];
}
