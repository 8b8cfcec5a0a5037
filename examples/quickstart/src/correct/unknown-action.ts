import type { Policy } from "eslint-plugin-huaweicloud-iam/otc";

export const imagePublisher = {
  Version: "1.1",
  Statement: [{ Effect: "Allow", Action: ["ims:images:list", "ims:images:update"] }],
} satisfies Policy;
