import { main } from "./cli.js";

process.exitCode = main(process.argv.slice(2), (line) => {
  process.stdout.write(`${line}\n`);
});
