import { App, TerraformStack } from "cdktf";
import { IdentityRole } from "../.gen/providers/huaweicloud/identity-role/index.js";
import { imageReads, images, imageWrites } from "./actions.js";

export const app = new App();
export const stack = new TerraformStack(app, "image-roles");

export const reader = new IdentityRole(stack, "reader", {
  name: "image-reader",
  description: "Looks at images",
  type: "XA",
  policy: JSON.stringify({
    Version: "1.1",
    Statement: [{ Effect: "Allow", Action: imageReads }],
  }),
});

export const keeper = new IdentityRole(stack, "keeper", {
  name: "image-keeper",
  description: "Keeps images",
  type: "XA",
  policy: JSON.stringify({
    Version: "1.1",
    Statement: [{ Effect: "Allow", Action: [...imageReads, ...imageWrites, images.remove] }],
  }),
});

export const creator = new IdentityRole(stack, "creator", {
  name: "image-creator",
  description: "Creates images",
  type: "XA",
  policy: JSON.stringify({
    Version: "1.1",
    Statement: [{ Effect: "Allow", Action: [...imageReads, images.create] }],
  }),
});
