import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const packages = ["web-tree-sitter@0.27.2", "@tree-sitter-grammars/tree-sitter-hcl@1.2.0"];

/** What is used of web-tree-sitter, which no part of the project depends on. */
interface WebTreeSitter {
  readonly Parser: { init(): Promise<void>; new (): WasmParser };
  readonly Language: { load(grammar: Uint8Array): Promise<object> };
}

interface WasmParser {
  setLanguage(language: object): void;
  parse(text: string): { walk(): TreeCursor; delete(): void };
}

interface TreeCursor {
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
  delete(): void;
}

/**
 * Installs the grammar of HCL that editors use, compiled to WebAssembly, in a folder.
 *
 * @returns what parses a text and goes over its nodes, as whoever reads the tree has to, and returns their number
 */
export async function installedWasmGrammar(folder: string): Promise<(text: string) => number> {
  const options = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder];
  execFileSync("npm", [...options, ...packages], { cwd: folder, stdio: "ignore" });
  const { resolve } = createRequire(join(folder, "index.js"));
  const { Parser, Language } = (await import(pathToFileURL(resolve("web-tree-sitter")).href)) as WebTreeSitter;
  await Parser.init();
  const parser = new Parser();
  const grammar = readFileSync(resolve("@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm"));
  parser.setLanguage(await Language.load(grammar));
  return (text) => {
    const tree = parser.parse(text);
    const cursor = tree.walk();
    const count = nodesAt(cursor);
    cursor.delete();
    tree.delete();
    return count;
  };
}

function nodesAt(cursor: TreeCursor): number {
  for (let count = 1; ;) {
    if (cursor.gotoFirstChild() || cursor.gotoNextSibling()) {
      count++;
    } else {
      do {
        if (!cursor.gotoParent()) {
          return count;
        }
      } while (!cursor.gotoNextSibling());
      count++;
    }
  }
}
