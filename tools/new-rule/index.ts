import { join } from "node:path";
import { main } from "./cli.js";

process.exitCode = await main(join(import.meta.dirname, "..", ".."), process.argv.slice(2), (line) => {
  process.stdout.write(`${line}\n`);
});
