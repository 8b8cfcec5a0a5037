/**
 * `npx tsx test/bench/write-policies.ts <folder> json|ts <number>`: the policies that the bench lints, to profile ESLint
 * on them.
 */
import { writePolicies } from "./policy-files.js";

const [folder, extension, count] = process.argv.slice(2);
if (folder === undefined || (extension !== "json" && extension !== "ts") || !(Number(count) > 0)) {
  throw new Error("Give a folder, json or ts, and a number.");
}
writePolicies(folder, extension, Number(count));
