import { iam } from "./plugin.js";

export default [{ ...iam.configs["recommended-yaml"], files: ["**/*.yaml"] }];
