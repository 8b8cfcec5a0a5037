import { main } from "./cli.js";

process.exitCode = main(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  progress: (line) => process.stderr.write(`${line}\n`),
});
