import type { Example } from "./rule-examples.js";
import { languageOfBlock } from "./languages.js";
import type { SharedPolicy } from "./shared-policy.js";

/** An example of a rule's page as the playground shows it; `undefined` for a language that it does not have. */
export function playgroundPolicy(rule: string, { code, language, setup }: Example): SharedPolicy | undefined {
  const known = languageOfBlock(language);
  return (
    known && {
      language: known,
      text: code,
      set: "recommended",
      settings: setup.settings ?? {},
      // Some rules are in no set but the strict one; their pages show what they report all the same.
      rules: { [`huaweicloud-iam/${rule}`]: ["error", ...(setup.options ?? [])] },
    }
  );
}
