import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { examplesOf } from "../engine/rule-examples.js";
import { playgroundPolicy } from "../engine/rule-playground.js";
import type { SharedPolicy } from "../engine/shared-policy.js";

const folder = new URL("../../docs/rules/", import.meta.url);

/** The rules' pages: their texts by path. */
export const rulePages: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).map((name) => {
    const url = new URL(name, folder);
    return [fileURLToPath(url), readFileSync(url, "utf8")];
  }),
);

export const ruleNames = [...rulePages.keys()].map((file) => /[^/\\]+(?=\.md$)/u.exec(file)?.[0] ?? "");

/** An incorrect policy of each rule, which the playground offers. */
export function ruleExamples(): readonly { readonly rule: string; readonly policy: SharedPolicy }[] {
  return [...rulePages.values()].flatMap((page, index) => {
    const rule = ruleNames[index] ?? "";
    const [first] = examplesOf(page).filter(({ isCorrect }) => !isCorrect);
    const policy = first && playgroundPolicy(rule, first);
    return policy ? [{ rule, policy }] : [];
  });
}
