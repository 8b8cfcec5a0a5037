import type { Comment } from "../host.js";
import type { ReadFile, Reader, SyntaxProblem } from "../reader.js";
import { ownRoot, visitorKeys, type YamlFile } from "./nodes.js";
import { yamlParser } from "./parser.js";

/** Reads YAML: `*.yaml` and `*.yml` files. */
export const yamlReader: Reader = {
  visitorKeys,
  read(text) {
    const problem = isTooDeep(text) ? tooDeep : undefined;
    const file = problem ?? parse(text);
    return !file.isValid && isTemplate(text) ? parse("") : file;
  },
};

/** @throws Error if the parser is not installed */
function parse(text: string): ReadFile | SyntaxProblem {
  const { parseYAML } = yamlParser();
  try {
    const root: YamlFile = Object.assign(parseYAML(text), { type: ownRoot } as const);
    return { isValid: true, root, comments: commentsOf(root) };
  } catch (error) {
    if (error instanceof SyntaxError && "index" in error && typeof error.index === "number") {
      return { isValid: false, message: messageOf(error.message), range: [error.index, error.index] };
    }
    throw error;
  }
}

/** Comments without the sign in front of them. */
export function commentsOf({ comments }: YamlFile): readonly Comment[] {
  return comments.map(({ value, range }) => ({ text: value, range }));
}

/**
 * Whether a text is the template of a file, for Helm or Jinja. It need not be YAML before it is filled in, so a syntax
 * error in it is no mistake.
 */
function isTemplate(text: string): boolean {
  return text.includes("{{") || text.includes("{%");
}

function messageOf(message: string): string {
  switch (message) {
    case "Alias cannot be an empty string":
      return 'A star without quotes begins an alias, which needs a name. If you mean the star, put it in quotes: "*".';
    case "Nested mappings are not allowed in compact mappings":
      return "A key may not stand behind another one in its line. If the colon is part of a text, put the text in quotes.";
    case 'Missing closing "quote':
    case "Missing closing 'quote":
      return "A text in quotes has no closing quote.";
    case "Maximum call stack size exceeded":
      return tooDeep.message;
    default:
      return `${message}.`;
  }
}

const tooDeep: SyntaxProblem = {
  isValid: false,
  message: "The values are nested too deeply to be read.",
  range: [0, 0],
};

/** Far more than the parser, which is recursive, can read: with still more, it ends the whole process. */
const maxLevels = 10_000;

/** Whether a text has too many brackets in each other, in texts and comments or not, or too many dashes in a row. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/gu)) {
    depth = Math.max(0, depth + (bracket === "]" || bracket === "}" ? -1 : 1));
    if (depth > maxLevels) {
      return true;
    }
  }
  return tooManyDashes.test(text);
}

const tooManyDashes = new RegExp(`(?:[-?:][ \\t]+){${maxLevels}}`, "u");
