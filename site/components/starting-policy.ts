import type { SharedPolicy } from "../engine/shared-policy.js";

/** What a playground without a link begins with: a policy that somebody may have, with three mistakes. */
export const startingPolicy: SharedPolicy = {
  language: "json",
  set: "recommended",
  settings: { cloud: "otc" },
  rules: {},
  text: `{
  "Version": "1.1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "ims:images:lst",
        "ims:images:*",
        "ims:images:get",
        "ecs:servers:createImage"
      ]
    }
  ]
}
`,
};
