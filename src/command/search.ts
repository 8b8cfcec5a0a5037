import type { Cloud } from "../catalog/format.js";
import { formatNumber, listNames, truncate } from "../text/wording.js";
import { table } from "./columns.js";
import { searchWords, type SearchResults } from "./search-words.js";
import { exitCodes, WrongUse, type Terminal, type Verb } from "./verb.js";

export const search: Verb = {
  usage: "<words>",
  summary: "the actions, APIs and services that some words match",
  examples: ["search export image", "search vault tags --cloud otc", 'search "DELETE snapshots" --json'],
  options: {},
  answer: ({ words, clouds, tables }) => {
    if (words.length === 0) {
      throw new WrongUse("Say what to search for, in one or more words.");
    }
    const found = searchWords(tables, words, clouds);
    const isFound = found.results.length > 0;
    return Promise.resolve({
      exitCode: isFound ? exitCodes.found : exitCodes.nothingFound,
      data: found,
      render: (terminal) => (isFound ? renderResults(found, clouds, terminal) : ""),
      notes: isFound ? [] : [nothingFor(words)],
    });
  },
};

/** What a terminal shows; all are in `--json`, and in a pipe. */
const maxShown = 40;

export function renderResults(
  { words, hasAllWords, results }: SearchResults,
  clouds: readonly Cloud[],
  terminal: Terminal,
): string {
  const shown = Number.isFinite(terminal.width) ? results.slice(0, maxShown) : results;
  const columns = [
    { heading: "Action" },
    { heading: "API", isLong: true } as const,
    ...(clouds.length > 1 ? [{ heading: "Clouds" }] : []),
  ];
  const rows = shown.map(({ actions, api, version, clouds: of }) => [
    actions.length > 0 ? listNames(actions, "and", 3) : "(none needed)",
    api ?? (version === "5.0" ? "(identity policies, version 5.0)" : ""),
    of.join(" "),
  ]);
  const left = results.length - shown.length;
  return [
    hasAllWords
      ? ""
      : `Nothing has all of ${listNames(words.map((word) => `"${word}"`))}. These have most of them:\n\n`,
    table(columns, rows, terminal),
    left > 0 ? `\n${formatNumber(left)} more: add a word, or pipe the output to see them all.\n` : "",
  ].join("");
}

export function nothingFor(words: readonly string[]): string {
  return `No action, API or service matches ${listNames(words.map((word) => `"${truncate(word, 40)}"`))}.`;
}
