import { problemOfChoice, settingsKey, type Settings } from "./settings.js";
import type { Comment } from "../hosts/host.js";
import type { Range } from "../text/range.js";

/** What the comments of a file say of its policies: `// huaweicloud-iam scope: enterprise-project`. */
export interface FileComments {
  readonly settings: Settings;
  readonly problems: readonly CommentProblem[];
}

/** A comment that is meant for the plugin and not understood. */
export interface CommentProblem {
  readonly range: Range;
  /** A sentence that says why. */
  readonly problem: string;
}

/** A comment for the plugin: its name, and what follows it up to a reason behind two dashes. */
const directive = new RegExp(`^[\\s*]*${settingsKey}\\s+(?<directive>.*?)(?:\\s--\\s.*)?[\\s*]*$`, "su");

/** Reads the comments that begin with the plugin's name. The last one of a key counts. */
export function readFileComments(comments: readonly Comment[]): FileComments {
  const settings: Record<string, string> = {};
  const problems: CommentProblem[] = [];
  for (const { text, range } of comments) {
    const words = directive.exec(text)?.groups?.["directive"] ?? "";
    const [, key, setting] = /^(?<key>[\w-]+)\s*:\s*(?<setting>\S*)$/u.exec(words) ?? [];
    if (key === undefined || setting === undefined) {
      // Prose may begin with the plugin's name too, but hardly with the name of a setting behind it.
      if (/^(?:cloud|scope)\b/u.test(words)) {
        problems.push({ range, problem: notUnderstood });
      }
      continue;
    }
    const problem = problemOfChoice(key, setting);
    if (problem) {
      problems.push({ range, problem });
    } else {
      settings[key] = setting;
    }
  }
  return { settings, problems };
}

const notUnderstood = `write "${settingsKey} scope: enterprise-project", with a reason after " -- " if you like.`;
