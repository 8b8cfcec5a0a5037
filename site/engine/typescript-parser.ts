import "./no-process.js";

// Large: whoever checks no TypeScript does not load it. By name, because a bundler cannot list what this package exports.
export { meta, parseForESLint, version } from "@typescript-eslint/parser";
