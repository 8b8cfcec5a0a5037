// Loaded before ESLint: tells at the end what the whole process took, with its threads, where lint-process.ts listens.
import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));
}
