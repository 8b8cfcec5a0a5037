import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ask } from "./ask.js";

const root = join(import.meta.dirname, "..", "..");

interface Shown {
  readonly words: readonly string[];
  /** What the page shows below the command, without what follows. */
  readonly output: string | undefined;
}

/** The commands that a page shows in blocks of their own. */
function commandsOn(page: string): readonly Shown[] {
  const blocks = readFileSync(join(root, page), "utf8").matchAll(
    /^```sh\nnpx huaweicloud-iam (?<line>.*)\n```\n(?:\n(?:<!-- .* -->\n\n)?```text\n(?<output>[^`]*)```\n)?/gmu,
  );
  return [...blocks].map(({ groups }) => ({ words: wordsOf(groups?.["line"] ?? ""), output: groups?.["output"] }));
}

/** The words that a shell makes of a line, without where the output goes. */
function wordsOf(line: string): readonly string[] {
  return [...line.replace(/ > \S+$/u, "").matchAll(/"(?<quoted>[^"]*)"|(?<plain>\S+)/gu)].map(
    ({ groups }) => groups?.["quoted"] ?? groups?.["plain"] ?? "",
  );
}

describe.each(["README.md", "docs/command.md"])("%s", (page) => {
  it("shows commands that find something, with the beginning of their output", async () => {
    const commands = commandsOn(page);
    expect(commands.length).toBeGreaterThan(0);
    for (const { words, output = "" } of commands) {
      const reply = await ask(words, { width: 80 });
      expect(reply.exitCode).toBe(0);
      expect(reply.output.slice(0, output.length)).toBe(output);
    }
  });
});
