import type { Tables } from "../catalog/catalog.js";
import type { Cloud } from "../catalog/format.js";
import type { PageReader } from "../catalog/own/page-reader.js";
import type { Settings } from "../eslint/settings.js";

/** What the process returns. */
export const exitCodes = { found: 0, nothingFound: 1, wrongUse: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where an answer is shown. */
export interface Terminal {
  /** In columns; `Infinity` for a file or a pipe. */
  readonly width: number;
  /** Styles a text, where the output is a terminal that can. */
  readonly style: (format: Style, text: string) => string;
}

export type Style = "bold" | "dim" | "green" | "yellow";

/** The command line behind the verb. */
export interface Request {
  readonly words: readonly string[];
  /** The tables to answer from: those of the package, with those of the project's own catalogue. */
  readonly tables: Tables;
  /** The clouds to answer for. */
  readonly clouds: readonly Cloud[];
  /** The cloud of the option `--cloud`. */
  readonly cloud: Cloud | undefined;
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  /**
   * The settings of the project that the command runs in. Slow where there may be some of those that are asked for, so
   * asked for when they matter.
   */
  readonly settings: (names: readonly SettingName[]) => Promise<ProjectSettings>;
  /** The folder that the command runs in. */
  readonly folder: string;
  readonly pageReader: () => Promise<PageReader>;
}

/** The settings of all files of a project. */
export type ProjectSettings = Required<Pick<Settings, "knownActions" | "policySources">> & {
  /** The only cloud that they name. */
  readonly cloud: Cloud | undefined;
};

/** The settings that an answer may depend on. */
export type SettingName = keyof ProjectSettings;

/** What a project says takes policies, or parts of them. */
export type PolicySource = ProjectSettings["policySources"][number];

/** What a verb has found. */
export interface Answer {
  readonly exitCode: ExitCode;
  /** With `--json`: an object that `JSON.stringify` writes. */
  readonly data: object;
  /** For standard output. */
  readonly render: (terminal: Terminal) => string;
  /** For standard error: sentences, one a line. */
  readonly notes?: readonly string[];
}

export interface Verb {
  /** What follows the verb, for the help: `<words>`. */
  readonly usage: string;
  readonly summary: string;
  readonly examples: readonly string[];
  readonly options: Readonly<Record<string, VerbOption>>;
  /** @throws WrongUse */
  answer(request: Request): Promise<Answer>;
}

export interface VerbOption {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  /** For the help; the value is named in angle brackets. */
  readonly value?: string;
  readonly description: string;
}

/** The command line does not say what to do. */
export class WrongUse extends Error {}
