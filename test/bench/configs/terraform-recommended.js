import { iam } from "./plugin.js";

export default [{ ...iam.configs["recommended-terraform"], files: ["**/*.tf"] }];
