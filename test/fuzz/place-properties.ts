import assert from "node:assert/strict";
import { fuzzProperty } from "./fuzz-property.js";
import { hostNamed, plain } from "./hosts.js";
import { printJson } from "./json-tree.js";
import { lint } from "./lint.js";
import { policies } from "./policies.js";
import { settings } from "./settings.js";
import { visible } from "../../src/text/wording.js";

/** In one host: that the places are the same ones in all others, another property says. */
const host = hostNamed("API body");

export const placeProperties = [
  fuzzProperty(
    "a report marks what its message names, or the whole of what it is about",
    6_000,
    [policies, settings],
    (policy, setting) => {
      const { text } = host.write(printJson(policy), plain);
      for (const report of lint(text, host.config, setting).reports) {
        const marked = text.slice(report.start, report.end);
        const words = decoded(marked);
        const isNameless = unnamed.has(report.id) || words.trim() === "";
        assert.ok(
          isNamed(words, report.message) || (isNameless && isWhole(marked)),
          `${report.rule} ${report.id} marks ${marked}: ${report.message}`,
        );
      }
    },
  ),
];

/** Messages without the words that they are about: of what is missing, empty or of a wrong kind, or a whole policy. */
const unnamed: ReadonlySet<string> = new Set([
  ...[
    "denyOnly",
    "empty",
    "roleLevel",
    "mixedLevels",
    "joinedActions",
    "emptyKey",
    "noOperator",
    "notList",
    "actionMissing",
  ],
  ...["actionNotList", "actionNotString", "conditionNotObject", "effectMissing", "effectValue", "resourceNotList"],
  ...["resourceNotString", "noResources", "resourceEmpty", "statementMissing", "statementNotList", "versionMissing"],
  ...["statementNotObject", "duplicate", "uriMissing"],
]);

/** Whether a text is a value of JSON, a member, a word in quotes or the bracket at which an object begins. */
function isWhole(marked: string): boolean {
  return marked === "{" || [marked, `{${marked}}`, `"${marked}"`].some(isJson);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a message has the words that it marks, or marks words that it has in quotes; long ones are cut. */
function isNamed(marked: string, message: string): boolean {
  const quoted = [...message.matchAll(/"([^"]+)"/gu)].map(([, words = ""]) => words.replace(/…$/u, ""));
  const [own, whole] = [visible(marked.trim()).toLowerCase(), message.toLowerCase()];
  return (own !== "" && whole.includes(own)) || quoted.some((words) => own.includes(words.trim().toLowerCase()));
}

/** What a piece of JSON says: the text in quotes or between them. */
function decoded(marked: string): string {
  try {
    return String(JSON.parse(marked.startsWith('"') ? marked : `"${marked}"`));
  } catch {
    return marked;
  }
}
