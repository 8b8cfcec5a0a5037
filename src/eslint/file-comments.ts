import { enumSettingProblem, settingsKey, type Settings } from "./settings.js";
import type { Comment } from "../hosts/host.js";
import type { Range } from "../text/range.js";

/** Settings from the comments of a file: `// huaweicloud-iam scope: enterprise-project`. */
export interface FileComments {
  readonly settings: Settings;
  readonly problems: readonly CommentProblem[];
}

/** A comment addressed to the plugin that is not valid. */
export interface CommentProblem {
  readonly range: Range;
  /** The reason, as a sentence. */
  readonly problem: string;
}

/** What a comment addressed to the plugin begins with. */
const address = new RegExp(`^[\\s*]*${settingsKey}\\s+`, "u");

/** Reads the comments that begin with the plugin's name. The last one for a key takes precedence. */
export function readFileComments(comments: readonly Comment[]): FileComments {
  const settings: Record<string, string> = {};
  const problems: CommentProblem[] = [];
  for (const { text, range } of comments) {
    const words = directiveOf(text);
    const [, key, setting] = /^(?<key>[\w-]+)\s*:\s*(?<setting>\S*)$/u.exec(words) ?? [];
    if (key === undefined || setting === undefined) {
      // Prose may begin with the plugin's name too, but hardly with a setting's name after it.
      if (/^(?:cloud|scope)\b/u.test(words)) {
        problems.push({ range, problem: notUnderstood });
      }
      continue;
    }
    const problem = enumSettingProblem(key, setting);
    if (problem) {
      problems.push({ range, problem });
    } else {
      settings[key] = setting;
    }
  }
  return { settings, problems };
}

/** What a comment says after the plugin's name, up to an optional reason after two dashes; empty in any other comment. */
function directiveOf(text: string): string {
  const [name] = address.exec(text) ?? [];
  const [words = ""] = name === undefined ? [] : text.slice(name.length).split(/\s--\s/u, 1);
  let end = words.length;
  // One pattern for all of it would take time with the square of the blanks in a comment.
  while (end > 0 && /[\s*]/u.test(words.charAt(end - 1))) {
    end--;
  }
  return words.slice(0, end);
}

const notUnderstood = `write "${settingsKey} scope: enterprise-project", with a reason after " -- " if you like.`;
