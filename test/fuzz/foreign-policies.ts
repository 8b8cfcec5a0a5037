import fc from "fast-check";
import { object, type JsonTree } from "./json-tree.js";

/** The policies of other clouds, by their own rules. */
export const foreignPolicies: fc.Arbitrary<JsonTree> = fc
  .tuple(
    fc.constantFrom<JsonTree>("2012-10-17", "2008-10-17", "2.0", "1", "2021-06-01"),
    fc.array(
      fc.tuple(
        fc.constantFrom("Allow", "Deny", "allow"),
        fc.array(fc.constantFrom("s3:GetObject", "s3:*", "*", "oss:GetObject", "name/cos:GetObject", "ecs:RunTask")),
        fc.constantFrom<JsonTree>(
          "arn:aws:s3:::a/*",
          ["arn:aws:s3:::a"],
          "acs:oss:*:*:a",
          ["qcs::cos:a:uid/1:a/*"],
          "*",
        ),
        fc.constantFrom<JsonTree>(object(), object(["StringLike", object(["aws:UserName", "a*"])])),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([version, statements]) =>
    object(
      ["Version", version],
      [
        "Statement",
        statements.map(([effect, action, resource, condition]) =>
          object(["Effect", effect], ["Action", action], ["Resource", resource], ["Condition", condition]),
        ),
      ],
    ),
  );
