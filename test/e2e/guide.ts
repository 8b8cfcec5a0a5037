import { afterAll, expect } from "vitest";
import { blockOf, blocksOf } from "./page.js";

/** A page for users whose blocks a test tries: each has a name, in a comment before it. */
export interface Guide {
  /** A block's text, by its name: `<!-- try config -->`. */
  block(name: string): string;
}

/**
 * Reads a page. When the tests of the file have run, every block of the page must have been asked for: what the page
 * tells people to write or to run has then been written or run, as it stands there.
 *
 * @param path in the repository, as `docs/editor.md`
 */
export function guide(path: string): Guide {
  const untried = new Set(blocksOf(path).keys());
  afterAll(() => {
    expect([...untried], `blocks of ${path} that no test has tried`).toEqual([]);
  });
  return {
    block(name) {
      untried.delete(name);
      return blockOf(path, name);
    },
  };
}
