#!/usr/bin/env node
import process from "node:process";
import { publishedTables } from "../catalog/catalog.js";
import { projectSettings } from "./project-settings.js";
import { run } from "./run.js";
import { exitOnClosedPipe, terminalOf } from "./terminal.js";

const { stdout, stderr, env } = process;

stdout.on("error", (error: NodeJS.ErrnoException) => {
  exitOnClosedPipe(error, () => process.exit());
});

const { exitCode, output, errors } = await run(process.argv.slice(2), {
  terminal: terminalOf(stdout, env["COLUMNS"]),
  settings: () => projectSettings(process.cwd()),
  tables: () => publishedTables,
});
process.exitCode = exitCode;
stdout.write(output);
stderr.write(errors);
