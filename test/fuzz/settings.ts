import fc from "fast-check";
import type { Setting } from "./lint.js";

/** What a configuration may say of policies. */
export const settings: fc.Arbitrary<Setting> = fc
  .record({
    cloud: fc.constantFrom(undefined, "otc", "otc-swiss", "huaweicloud"),
    scope: fc.constantFrom(undefined, "enterprise-project", "iam-project"),
    alsoGranted: fc.constantFrom(undefined, undefined, ["vpc:*:get"], ["*:*:*"]),
  })
  .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
