import { publishedTables, type Tables } from "../../src/catalog/catalog.js";
import { run, type Reply } from "../../src/command/run.js";
import { pageReader } from "../../tools/import-catalog/own-pages.js";
import type { ProjectSettings } from "../../src/command/verb.js";

const noSettings: ProjectSettings = { knownActions: [], policySources: [], cloud: undefined };

/** Runs the command as a terminal without colours does, in a project with some settings. */
export function ask(
  words: readonly string[],
  {
    width = Infinity,
    settings = {},
    tables = publishedTables,
    folder = "",
  }: { width?: number; settings?: Partial<ProjectSettings> | Error; tables?: Tables; folder?: string } = {},
): Promise<Reply> {
  return run(words, {
    terminal: { width, style: (_, text) => text },
    settings: () =>
      settings instanceof Error ? Promise.reject(settings) : Promise.resolve({ ...noSettings, ...settings }),
    tables: () => tables,
    folder,
    pageReader: () => Promise.resolve(pageReader),
  });
}

/** The same with a style that shows. */
export function askInColour(words: readonly string[]): Promise<Reply> {
  return run(words, {
    terminal: { width: 80, style: (format, text) => `<${format}>${text}</${format}>` },
    settings: () => Promise.resolve(noSettings),
    tables: () => publishedTables,
    folder: "",
    pageReader: () => Promise.resolve(pageReader),
  });
}
