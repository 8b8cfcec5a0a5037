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

/** A comment addressed to the plugin: its name and the directive, up to an optional reason after two dashes. */
const directive = new RegExp(`^[\\s*]*${settingsKey}\\s+(?<directive>.*?)(?:\\s--\\s.*)?[\\s*]*$`, "su");

/** Reads the comments that begin with the plugin's name. The last one for a key takes precedence. */
export function readFileComments(comments: readonly Comment[]): FileComments {
  const settings: Record<string, string> = {};
  const problems: CommentProblem[] = [];
  for (const { text, range } of comments) {
    const words = directive.exec(text)?.groups?.["directive"] ?? "";
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

const notUnderstood = `write "${settingsKey} scope: enterprise-project", with a reason after " -- " if you like.`;
