import { iam } from "./plugin.js";

export default [{ files: ["**/*.json"], ...iam.configs["strict-json"] }];
