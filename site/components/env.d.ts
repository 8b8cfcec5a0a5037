import type { SharedPolicy } from "../engine/shared-policy.js";

declare global {
  /** Where the files of the catalogue are published, below the root of the site. */
  const __DATA_FOLDER__: string;
  const __RULE_EXAMPLES__: readonly { readonly rule: string; readonly policy: SharedPolicy }[];
}
