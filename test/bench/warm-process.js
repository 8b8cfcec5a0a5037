/**
 * `node --expose-gc warm-process.js <configuration> <file> <calls>`: lints one text over and over in one process, and
 * prints what a call takes when all is warm: processor time in milliseconds, and allocated bytes. With a young generation
 * that is large enough, nothing is collected in between.
 */
import { ESLint } from "eslint";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [, , config, file = "", calls = "0"] = process.argv;
const eslint = new ESLint({ overrideConfigFile: join(import.meta.dirname, "configs", `${config}.js`) });
const text = readFileSync(file, "utf8");

async function lintMany() {
  for (let call = 0; call < Number(calls); call++) {
    await eslint.lintText(text, { filePath: "policy.json" });
  }
}

await lintMany();
await lintMany();
gc?.();
const heap = process.memoryUsage().heapUsed;
const start = process.cpuUsage();
await lintMany();
const { user, system } = process.cpuUsage(start);
const bytes = process.memoryUsage().heapUsed - heap;
console.log(
  JSON.stringify({ processorTime: (user + system) / 1000 / Number(calls), bytes: Math.round(bytes / Number(calls)) }),
);
