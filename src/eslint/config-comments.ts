import type { RulesConfig } from "@eslint/core";
import type { Comment } from "../hosts/host.js";

/** A comment addressed to ESLint: `eslint-disable-next-line huaweicloud-iam/no-broad-grant -- a test`. */
export interface ConfigComment {
  /** `eslint`, or the name of a directive. */
  readonly label: string;
  readonly value: string;
  readonly justification: string;
  readonly node: Comment;
}

// The server that runs ESLint in editors writes `/** eslint-disable ... */` in languages that it does not know, HCL among
// them. To ESLint this is no directive: the comment would be there, and nothing disabled.
const labels =
  /^(?:\s*|\*\s*(?=eslint-))(?<label>eslint(?:-enable|-disable(?:(?:-next)?-line)?)?)(?=\s|$)(?<rest>[^]*)/u;

/** Reads a comment as ESLint does in its own languages; `undefined` if it is addressed to somebody else. */
export function readConfigComment(node: Comment): ConfigComment | undefined {
  const { label, rest = "" } = labels.exec(node.text.trimEnd())?.groups ?? {};
  if (label === undefined) {
    return undefined;
  }
  const [value = "", justification = ""] = splitJustification(rest);
  return { label, value: value.trim(), justification: justification.trim(), node };
}

/** The directive and the reason that follows two or more dashes. */
function splitJustification(text: string): readonly string[] {
  const dashes = /\s-{2,}\s/u.exec(text);
  return dashes ? [text.slice(0, dashes.index), text.slice(dashes.index + dashes[0].length)] : [text];
}

/** A text in quotes, the name of a rule in front of its colon, or a severity: the last two are no JSON by themselves. */
const words = /"(?:[^"\\]|\\.)*"|'(?<inQuotes>[^']*)'|(?<name>[\w@/-]+)(?=\s*:)|\b(?<severity>off|warn|error)\b/gu;

/**
 * Reads the rules of an `eslint` comment: `a: off, b/c: ["error", { "d": 1 }]`.
 *
 * @throws SyntaxError if the text is none
 */
export function parseRules(text: string): RulesConfig {
  const json = text.replace(words, (written: string, inQuotes?: string, name?: string, severity?: string) => {
    const word = inQuotes ?? name ?? severity;
    return word === undefined ? written : JSON.stringify(word);
  });
  return JSON.parse(`{${json}}`) as RulesConfig;
}
