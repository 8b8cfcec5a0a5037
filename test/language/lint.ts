import { Linter } from "eslint";
import plugin from "../../src/index.js";

/** A finding, as far as these tests ask. */
export interface Found {
  readonly rule: string;
  readonly message: string;
  /** Start and end, by line and column. */
  readonly place: string;
}

export type Setting = Readonly<Record<string, unknown>>;

/** What a configuration of the plugin says of a JSON file. */
export function lintJson(
  text: string,
  config: "recommended-json" | "strict-json" = "recommended-json",
  setting: Setting = {},
): Found[] {
  const settings = { "huaweicloud-iam": setting };
  const messages = new Linter().verify(
    text,
    [{ files: ["**/*.json"], ...plugin.configs[config], settings }],
    "policy.json",
  );
  return messages.map(({ ruleId, message, line, column, endLine, endColumn }) => ({
    rule: ruleId?.replace("huaweicloud-iam/", "") ?? "parser",
    message,
    place: `${line}:${column}-${endLine ?? line}:${endColumn ?? column}`,
  }));
}
