import { parseArgs } from "node:util";
import leven from "leven";
import { readPackageFile } from "../catalog/package-file.js";
import type { Tables } from "../catalog/catalog.js";
import { clouds as allClouds, type Cloud } from "../catalog/format.js";
import type { PageReader } from "../catalog/own/page-reader.js";
import { readIdentity } from "../catalog/store.js";
import { listChoices, listNames, truncate } from "../text/wording.js";
import { catalog } from "./catalog.js";
import { paragraph, table } from "./columns.js";
import { convert } from "./convert.js";
import { coverage } from "./coverage.js";
import { explain } from "./explain.js";
import { policy } from "./policy.js";
import { search } from "./search.js";
import {
  exitCodes,
  WrongUse,
  type ExitCode,
  type ProjectSettings,
  type Request,
  type SettingName,
  type Terminal,
  type Verb,
} from "./verb.js";

/** What the process prints and returns. */
export interface Reply {
  readonly exitCode: ExitCode;
  readonly output: string;
  /** For standard error. */
  readonly errors: string;
}

export interface Surroundings {
  readonly terminal: Terminal;
  /** The settings of the project that the command runs in; those that are not asked for may be missing. */
  readonly settings: Request["settings"];
  /**
   * The tables of the package, with those that the project has added.
   *
   * @throws Error if the project's own catalogue cannot be used
   */
  readonly tables: () => Tables;
  /** The folder that the command runs in. */
  readonly folder: string;
  /** Reads pages. Large, so it is loaded when it is needed. */
  readonly pageReader: () => Promise<PageReader>;
}

const verbs: Readonly<Record<string, Verb>> = { explain, search, policy, coverage, catalog, convert };

const commonOptions: Verb["options"] = {
  cloud: { type: "string", value: allClouds.join("|"), description: "answer for this cloud only" },
  json: { type: "boolean", description: "print JSON, as docs/command.md describes" },
  help: { type: "boolean", description: "print this help" },
  version: { type: "boolean", description: "print the version" },
};

/** Answers a command line, without the name of the command. A damaged package is an error, too. */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<Reply> {
  try {
    return await reply(words, surroundings);
  } catch (error) {
    return { exitCode: exitCodes.wrongUse, output: "", errors: linesOf([messageOf(error)]) };
  }
}

async function reply(
  [name, ...rest]: readonly string[],
  { terminal, settings, tables, folder, pageReader }: Surroundings,
): Promise<Reply> {
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    const about = rest.find((word) => !word.startsWith("-"));
    return text(
      about === undefined ? overallHelp(terminal) : helpOf(about, verbNamed(about, []), terminal),
      name === undefined,
    );
  }
  if (name === "--version" || name === "-v") {
    return text(`${version()}\n`);
  }
  const verb = verbNamed(name, rest);
  const { values, positionals } = parse(rest, verb);
  if (values["help"]) {
    return text(helpOf(name, verb, terminal));
  }
  if (values["version"]) {
    return text(`${version()}\n`);
  }
  const cloud = cloudOf(values["cloud"]);
  const readSettings = new ReadSettings(settings);
  const request: Request = {
    words: positionals.map((word) => word.trim()).filter((word) => word !== ""),
    clouds: cloud ? [cloud] : allClouds,
    cloud,
    options: values,
    settings: (names) => readSettings.read(names),
    get tables() {
      return tables();
    },
    folder,
    pageReader,
  };
  const { exitCode, data, render, notes = [] } = await verb.answer(request);
  return values["json"]
    ? { exitCode, output: `${JSON.stringify(data, null, 2)}\n`, errors: linesOf(readSettings.problems) }
    : { exitCode, output: render(terminal), errors: linesOf([...notes, ...readSettings.problems]) };
}

/** @throws WrongUse if there is no such verb */
function verbNamed(name: string, rest: readonly string[]): Verb {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb) {
    throw new WrongUse(unknownVerb(name, rest));
  }
  return verb;
}

function linesOf(sentences: readonly string[]): string {
  return sentences.map((sentence) => `${sentence}\n`).join("");
}

/** The settings of the project. A configuration that cannot be loaded is said, and does not keep the tables from answering. */
class ReadSettings {
  readonly #settings: Surroundings["settings"];
  readonly problems: string[] = [];

  constructor(settings: Surroundings["settings"]) {
    this.#settings = settings;
  }

  async read(names: readonly SettingName[]): Promise<ProjectSettings> {
    try {
      return await this.#settings(names);
    } catch (error) {
      const [reason = ""] = messageOf(error).split("\n");
      this.problems.push(`The settings of this project do not count, because ESLint cannot read them: ${reason}`);
      return { knownActions: [], policySources: [], cloud: undefined };
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function text(output: string, isWrongUse = false): Reply {
  return isWrongUse
    ? { exitCode: exitCodes.wrongUse, output: "", errors: output }
    : { exitCode: exitCodes.found, output, errors: "" };
}

function parse(words: readonly string[], verb: Verb) {
  const options = { ...commonOptions, ...verb.options };
  try {
    const parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, { type, multiple = false }]) => [
          name,
          { type, multiple, ...(name === "help" ? { short: "h" } : {}) },
        ]),
      ),
    });
    return { ...parsed, values: parsed.values as Readonly<Record<string, string | boolean | string[] | undefined>> };
  } catch (error) {
    const unknown = /Unknown option '(?<option>-[^']*)'/u.exec(messageOf(error))?.groups?.["option"];
    if (unknown === undefined) {
      throw new WrongUse(messageOf(error).split("\n")[0]);
    }
    throw new WrongUse(unknownOption(unknown, Object.keys(options)));
  }
}

function unknownOption(written: string, known: readonly string[]): string {
  const near = nearest(written.replace(/^-+/u, ""), known);
  const advice =
    near === undefined ? `The options are ${listNames(known.map((name) => `--${name}`))}.` : `Did you mean --${near}?`;
  return `There is no option "${truncate(written)}". ${advice}`;
}

function unknownVerb(written: string, rest: readonly string[]): string {
  const names = Object.keys(verbs);
  const isQuestion = /[:/]/u.test(written) || /^(?:get|head|post|put|patch|delete)$/iu.test(written);
  const near = isQuestion ? undefined : nearest(written.toLowerCase(), names);
  const advice = isQuestion
    ? `Did you mean "explain ${truncate([written, ...rest].join(" "))}"?`
    : near === undefined
      ? `The verbs are ${listNames(names)}.`
      : `Did you mean "${near}"?`;
  return `There is no verb "${truncate(written)}". ${advice}`;
}

function nearest(written: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((name) => ({ name, distance: name.startsWith(written) && written.length > 2 ? 0 : leven(name, written) }))
    .sort((one, other) => one.distance - other.distance);
  return best && best.distance <= Math.min(3, best.name.length / 2) ? best.name : undefined;
}

function cloudOf(option: unknown): Cloud | undefined {
  const cloud = allClouds.find((known) => known === (typeof option === "string" ? option.toLowerCase() : undefined));
  if (option !== undefined && !cloud) {
    throw new WrongUse(`There is no cloud ${truncate(JSON.stringify(option))}. Write ${listChoices(allClouds)}.`);
  }
  return cloud;
}

function version(): string {
  const { version: own } = JSON.parse(readPackageFile("package.json")) as { version: string };
  return `${own}+${readIdentity().sha256.slice(0, 8)}`;
}

function overallHelp(terminal: Terminal): string {
  return [
    paragraph("Asks what the permission tables of Open Telekom Cloud, Swiss OTC and Huawei Cloud say.", terminal),
    "\nUsage: huaweicloud-iam <verb> [options]\n\n",
    table(
      [{ heading: "Verb" }, { heading: "" }],
      Object.entries(verbs).map(([name, { summary }]) => [name, summary]),
      terminal,
      "  ",
    ),
    "\n",
    optionTable(commonOptions, terminal),
    `\nExit codes: ${exitCodes.found} found, ${exitCodes.nothingFound} nothing found, ${exitCodes.wrongUse} wrong use.\n`,
    "More on a verb: huaweicloud-iam <verb> --help\n",
  ].join("");
}

function helpOf(name: string, { usage, summary, examples, options }: Verb, terminal: Terminal): string {
  return [
    paragraph(`Usage: huaweicloud-iam ${name} ${usage} [options]`, terminal, "", "  "),
    `\n${paragraph(`Prints ${summary}.`, terminal)}\n`,
    optionTable({ ...options, ...commonOptions }, terminal),
    "\nExamples:\n",
    ...examples.map((example) => `  huaweicloud-iam ${example}\n`),
  ].join("");
}

function optionTable(options: Verb["options"], terminal: Terminal): string {
  const rows = Object.entries(options).map(([name, { value, description }]) => [
    `--${name}${value === undefined ? "" : ` <${value}>`}`,
    description,
  ]);
  return table([{ heading: "Option" }, { heading: "" }], rows, terminal, "  ");
}
