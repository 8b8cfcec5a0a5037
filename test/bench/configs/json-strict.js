import iam from "../../../dist/src/index.js";

export default [{ files: ["**/*.json"], ...iam.configs["strict-json"] }];
