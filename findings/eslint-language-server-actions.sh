#!/usr/bin/env bash
# One would expect: a code action that ESLint's language server offers for a finding changes that finding, and "Disable
#   for the entire file" writes a comment that ESLint reads.
# What happens: the server keeps what an action does under the rule's name (and the suggestion's number). Where the
#   range asked for has two findings of a rule, every action is offered for both and all of them change the last one:
#   the first "quote" and the first "Fix this" edit another text. JSON is a language that it has no comments for, so it
#   writes `/** ... */` for the file; the second star makes it no directive, and nothing is disabled. The comment for
#   one line is `//`, and works.
# Why it matters: with a selection, in a client that asks for a whole line, or where a rule reports two things in one
#   place (a list and its entry), "use ims:images:list instead" overwrites another action than the one it was offered
#   for. One entry on each line keeps them apart. Who says "I disabled the file, and it is still red" should look for
#   the second star.
# Seen: vscode-langservers-extracted 4.10.0, eslint 10.15.0, @eslint/json 2.1.1, Node 20.20.2: the lines under
#   `recorded`, which are each action, the text afterwards, and what ESLint says of it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  vscode-langservers-extracted@4.10.0 vscode-jsonrpc@8.2.1 vscode-languageserver-textdocument@1.0.12 eslint@10.15.0 \
  @eslint/json@2.1.1 > npm.log

cat > eslint.config.js <<'JS'
import json from "@eslint/json";

const rule = {
  meta: { fixable: "code", hasSuggestions: true },
  create(context) {
    const check = (node) => {
      if (!String(node.value).startsWith("ims:")) {
        return;
      }
      const write = (name) => (fixer) => fixer.replaceText(node, `"${name}"`);
      context.report({ node, message: "old", fix: write("fixed"), suggest: [{ desc: "quote", fix: write("quoted") }] });
    };
    return { String: check };
  },
};
const policy = { rules: { old: rule } };
const rules = { "policy/old": "error" };
export default [
  { files: ["*.json"], plugins: { json, policy }, language: "json/jsonc", rules },
];
JS
cat > probe.js <<'JS'
import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ESLint } from "eslint";
import rpc from "vscode-jsonrpc/node.js";
import { TextDocument } from "vscode-languageserver-textdocument";

const root = pathToFileURL(process.cwd()).href;
const main = "node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server";
const server = spawn(process.execPath, [main, "--stdio"]);
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = rpc;
const connection = createMessageConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
const settings = {
  validate: "on",
  run: "onType",
  useESLintClass: true,
  experimental: {},
  options: {},
  rulesCustomizations: [],
  onIgnoredFiles: "off",
  problems: { shortenToSingleLine: false },
  nodePath: null,
  workspaceFolder: { name: "policies", uri: root },
  workingDirectory: { mode: "location" },
  codeActionOnSave: { mode: "all" },
  codeAction: {
    disableRuleComment: { enable: true, location: "separateLine" },
    showDocumentation: { enable: false },
  },
};
let edits = [];
connection.onRequest("workspace/configuration", ({ items }) => items.map(() => settings));
connection.onRequest("workspace/applyEdit", ({ edit }) => {
  edits = edit.documentChanges.flatMap((change) => change.edits);
  return { applied: true };
});
connection.onRequest(() => null);
connection.listen();
const textDocument = { publishDiagnostics: {}, diagnostic: {} };
const workspace = { configuration: true, applyEdit: true, workspaceEdit: { documentChanges: true } };
await connection.sendRequest("initialize", {
  processId: process.pid,
  rootUri: root,
  workspaceFolders: [settings.workspaceFolder],
  capabilities: { workspace, textDocument },
});
await connection.sendNotification("initialized", {});
const eslint = new ESLint();
const show = async (name, languageId, text, wanted) => {
  const uri = `${root}/${name}`;
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  const { items } = await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  const range = { start: items[0].range.start, end: items.at(-1).range.end };
  const context = { diagnostics: items };
  const actions = await connection.sendRequest("textDocument/codeAction", { textDocument: { uri }, range, context });
  for (const { title, command } of actions.filter((action) => wanted.test(action.title))) {
    await connection.sendRequest("workspace/executeCommand", command);
    const after = TextDocument.applyEdits(TextDocument.create(uri, languageId, 1, text), edits);
    const [{ messages }] = await eslint.lintText(after, { filePath: path.resolve(name) });
    const said = messages.map(({ line, ruleId }) => `${line}: ${ruleId ?? "parsing error"}`);
    console.log(`${name} | ${title} | ${JSON.stringify(after)} | ${said.join(", ") || "silent"}`);
  }
};
await show("two.json", "json", '["ims:a", "ims:b"]', /quote|Fix this/);
await show("one.json", "json", '["ims:a"]', /Disable/);
server.kill();
process.exit(0);
JS
seen=$(node probe.js)

recorded='two.json | Fix this policy/old problem | "[\"ims:a\", \"fixed\"]" | 1: policy/old
two.json | Fix this policy/old problem | "[\"ims:a\", \"fixed\"]" | 1: policy/old
two.json | quote (policy/old) | "[\"ims:a\", \"quoted\"]" | 1: policy/old
two.json | quote (policy/old) | "[\"ims:a\", \"quoted\"]" | 1: policy/old
one.json | Disable policy/old for this line | "// eslint-disable-next-line policy/old\n[\"ims:a\"]" | silent
one.json | Disable policy/old for the entire file | "/** eslint-disable policy/old */\n[\"ims:a\"]" | 2: policy/old'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what the code actions of ESLint's language server change is not as recorded" >&2
  exit 1
fi
echo "as recorded"
