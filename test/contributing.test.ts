import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../", import.meta.url);

describe("the pages for contributors", () => {
  it.each(["CONTRIBUTING.md", "tools/import-catalog/README.md", "tools/fetch-corpus/README.md", "findings/README.md"])(
    "%s names files and folders that exist",
    (page) => {
      const text = readFileSync(new URL(page, root), "utf8");
      const paths = [...text.matchAll(/`(?<path>(?:rules|src|test|tools|docs|catalog|findings)\/[\w./-]*)`/gu)];
      const missing = paths
        .map(({ groups }) => groups?.["path"] ?? "")
        .filter((path) => !existsSync(new URL(path, root)) && !existsSync(new URL(path, new URL(page, root))));
      expect(missing).toEqual([]);
    },
  );

  it("say where the statement limit is", () => {
    const text = readFileSync(new URL("CONTRIBUTING.md", root), "utf8");
    const [, file = ""] = /the statement limit is 8 *\| `(?<file>[^`]+)`/u.exec(text) ?? [];
    expect(readFileSync(new URL(file, root), "utf8")).toContain("maxStatements: 8");
  });
});
