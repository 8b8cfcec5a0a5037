#!/usr/bin/env node
import process from "node:process";
import { styleText } from "node:util";
import { projectSettings } from "./project-settings.js";
import { run } from "./run.js";
import type { Terminal } from "./verb.js";

const { stdout, stderr, env } = process;

// `head` and `less` close the pipe when they have seen enough.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") {
    throw error;
  }
  process.exit();
});

const isTerminal = stdout.isTTY;
const hasColours = isTerminal && stdout.hasColors();
const columns = Number(env["COLUMNS"]);

const terminal: Terminal = {
  width: isTerminal ? stdout.columns : Number.isInteger(columns) && columns > 0 ? columns : Infinity,
  style: (format, text) => (hasColours ? styleText(format, text) : text),
};

const { exitCode, output, errors } = await run(process.argv.slice(2), {
  terminal,
  settings: () => projectSettings(process.cwd()),
});
process.exitCode = exitCode;
stdout.write(output);
stderr.write(errors);
