import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readListedPages } from "../../../tools/fetch-corpus/listed-page.js";
import { readCorpus } from "../../../tools/import-catalog/corpus.js";
import { readIdentityFiles, readServiceFiles } from "../../../tools/import-catalog/read-catalogue.js";
import { corpusFolder, hasCorpus } from "../import-catalog/corpus-folder.js";
import { blobOf } from "./git-repository.js";

const lists = fileURLToPath(new URL("../../../tools/fetch-corpus", import.meta.url));
const pages = readListedPages(lists);

describe("the list of pages", () => {
  it("has full hashes, and local paths that differ even without case", () => {
    expect(
      pages.filter(({ commit, blob }) => !/^[0-9a-f]{40}$/u.test(commit) || !/^[0-9a-f]{40}$/u.test(blob)),
    ).toEqual([]);
    expect(new Set(pages.map(({ local }) => local.normalize("NFC").toLowerCase())).size).toBe(pages.length);
  });

  it("has one commit for the newest pages of a repository", () => {
    const heads = pages.filter(({ status }) => status === "head");
    const commits = new Set(heads.map(({ repository, commit }) => `${repository} ${commit}`));
    expect(commits.size).toBe(new Set(heads.map(({ repository }) => repository)).size);
  });

  it("has every page of the catalogue", () => {
    const listed = new Set(pages.map(({ repository, commit, path }) => `${repository} ${commit} ${path}`));
    const named = [
      ...readServiceFiles("catalog").flatMap((file) => file.pages),
      ...readIdentityFiles("catalog").flatMap((file) => file.sources),
    ];
    const missing = named.filter(
      (page) => "path" in page && !listed.has(`${page.repository} ${page.commit} ${page.path}`),
    );
    expect(missing).toEqual([]);
  });
});

// A corpus that was fetched before the schemas were listed has the same pages.
describe.skipIf(!hasCorpus)("the lists (needs the corpus next to the checkout)", () => {
  it("match the corpus", () => {
    const corpus = readCorpus(corpusFolder);
    const withoutSchemas = ({ status }: { readonly status: string }) => status !== "schema";
    expect(readCorpus(lists).pages.filter(withoutSchemas)).toEqual(corpus.pages.filter(withoutSchemas));
    expect(readCorpus(lists).examples).toEqual(corpus.examples);
  });

  it("have the hash of each page", () => {
    const differing = pages.filter(
      ({ local, blob, status }) =>
        status !== "schema" && blobOf(readFileSync(join(corpusFolder, local), "utf8")) !== blob,
    );
    expect(differing).toEqual([]);
  });
});
