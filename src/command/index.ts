#!/usr/bin/env node
import process from "node:process";
import type { PageReader } from "../catalog/own/page-reader.js";
import { tablesOfProject } from "../catalog/own/read.js";
import { projectSettings } from "./project-settings.js";
import { run } from "./run.js";
import { endOnFailedWrite, terminalOf } from "./terminal.js";

const { stdout, stderr, env } = process;
const folder = process.cwd();

/** A part of the build by itself, from `tools/import-catalog`: it is larger than all else, and adds pages only. */
const pageReader = new URL("./page-reader.js", import.meta.url).href;

stdout.on("error", (error: NodeJS.ErrnoException) => {
  endOnFailedWrite(error, { exit: (code) => process.exit(code), complain: (sentence) => stderr.write(sentence) });
});

const { exitCode, output, errors } = await run(process.argv.slice(2), {
  terminal: terminalOf(stdout, env["COLUMNS"]),
  settings: (names) => projectSettings(folder, names),
  tables: () => tablesOfProject(folder),
  folder,
  pageReader: async () => ((await import(pageReader)) as { pageReader: PageReader }).pageReader,
});
process.exitCode = exitCode;
stdout.write(output);
stderr.write(errors);
