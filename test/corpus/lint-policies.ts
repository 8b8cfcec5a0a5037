import json from "@eslint/json";
import { Linter } from "eslint";
import plugin from "../../src/index.js";
import type { CorpusPolicy } from "./files.js";

/** A report on a policy of the corpus: the policy's number, from 1, and the place in its text. */
export interface CorpusFinding {
  readonly policy: number;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
}

/** Text that is no strict JSON is read as JSONC; what is not even that, as text in a template literal. */
const languages = [
  { language: "json/json" },
  { language: "json/jsonc", languageOptions: { allowTrailingCommas: true } },
] as const;

/** Lints the clouds' own policies of the corpus. */
export function lintOurPolicies(
  policies: readonly CorpusPolicy[],
  configuration: "recommended" | "strict" = "recommended",
  settings: Readonly<Record<string, unknown>> = {},
): CorpusFinding[] {
  const config = {
    plugins: { json: json as never, "huaweicloud-iam": plugin },
    rules: plugin.configs[configuration].rules ?? {},
    settings: { "huaweicloud-iam": settings },
  };
  return policies.flatMap(({ ours, text }, index) => (ours ? lint(text, index + 1, config) : []));
}

function lint(text: string, policy: number, config: Linter.Config): CorpusFinding[] {
  const linter = new Linter();
  for (const language of languages) {
    const messages = linter.verify(text, { ...config, ...language });
    if (!messages.some(({ fatal }) => fatal)) {
      return messages.map((message) => findingOf(policy, message));
    }
  }
  const literal = text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
  return linter.verify(`\`${literal}\``, config).map((message) => findingOf(policy, message));
}

function findingOf(policy: number, { line, column, ruleId, message }: Linter.LintMessage): CorpusFinding {
  return { policy, line, column, rule: ruleId?.replace("huaweicloud-iam/", "") ?? "", message };
}
