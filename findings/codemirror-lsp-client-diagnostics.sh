#!/usr/bin/env bash
# One would expect: CodeMirror's client for language servers shows what a server finds, as other clients do: with the
#   rule and the link to its page, and with positions as the protocol has them, where a character beyond the end of a
#   line is the end of the line.
# What happens: it announces that it can ask for diagnostics (`textDocument.diagnostic`), and never asks. A server that
#   only answers, as ESLint's does, shows nothing. Of what is published only the place, the severity and the
#   message are kept: rule, link, tags and source are gone. A character beyond the end of a line reaches into the next
#   one. One beyond the file, such as the largest integer for "the whole line", or a line below the last one is a
#   RangeError in the transport's handler: the other findings of the file are not shown either, and the former ones
#   stay. Support of code actions is not announced.
# Why it matters: in a playground or a console with this editor a linter that works elsewhere looks as if it found
#   nothing. Publish instead of answering, clamp every position, and name in the message what the rule is about.
# Seen: @codemirror/lsp-client 6.3.0, @codemirror/lint 6.9.8, @codemirror/view 6.43.15, jsdom 26.1.0, Node 20.20.2: the
#   lines under `recorded`: what is announced and sent, then what is published and what the editor has afterwards.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @codemirror/lsp-client@6.3.0 @codemirror/lint@6.9.8 @codemirror/state@6.7.6 @codemirror/view@6.43.15 \
  jsdom@26.1.0 > npm.log

cat > probe.js <<'JS'
import { JSDOM } from "jsdom";

const { window } = new JSDOM("", { pretendToBeVisual: true });
globalThis.window = window;
for (const name of ["document", "MutationObserver", "HTMLElement", "Node", "Range", "Window", "navigator"]) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
}
for (const name of ["getComputedStyle", "requestAnimationFrame", "cancelAnimationFrame"]) {
  globalThis[name] = window[name].bind(window);
}
const { EditorView } = await import("@codemirror/view");
const { languageServerExtensions, LSPClient } = await import("@codemirror/lsp-client");
const { forEachDiagnostic, linter } = await import("@codemirror/lint");

const sent = [];
let receive;
const reply = (message) => receive(JSON.stringify({ jsonrpc: "2.0", ...message }));
const transport = {
  subscribe: (handler) => (receive = handler),
  unsubscribe() {},
  send(text) {
    const { id, method, params } = JSON.parse(text);
    sent.push(method);
    if (method === "initialize") {
      const { diagnostic, publishDiagnostics, codeAction } = params.capabilities.textDocument;
      console.log(`announced | ${JSON.stringify({ diagnostic, publishDiagnostics, codeAction })}`);
      const diagnosticProvider = { interFileDependencies: false, workspaceDiagnostics: false };
      const capabilities = { textDocumentSync: 2, codeActionProvider: true, diagnosticProvider };
      setTimeout(() => reply({ id, result: { capabilities } }));
    }
  },
};
const client = new LSPClient({ extensions: languageServerExtensions() }).connect(transport);
await client.initializing;
const uri = "file:///policies/role.json";
const doc = '[\n"ims:*:*",\n"obs:*:*"\n]\n';
const view = new EditorView({ doc, parent: document.body, extensions: [client.plugin(uri, "json"), linter(null)] });
await new Promise((resolve) => setTimeout(resolve, 1000));
console.log(`sent within a second | ${sent.join(", ")}`);
const at = (startLine, start, endLine, end) => ({
  range: { start: { line: startLine, character: start }, end: { line: endLine, character: end } },
  message: "Too wide.",
  severity: 2,
  source: "eslint",
  code: "policy/wide",
  codeDescription: { href: "https://docs.example.org/wide" },
  tags: [1],
});
const show = (name, diagnostics) => {
  try {
    reply({ method: "textDocument/publishDiagnostics", params: { uri, diagnostics } });
  } catch (error) {
    console.log(`thrown to the transport: ${error.constructor.name}`);
  }
  const shown = [];
  forEachDiagnostic(view.state, (diagnostic, from, to) => {
    const keys = Object.keys(diagnostic).filter((key) => key !== "from" && key !== "to");
    shown.push(`${JSON.stringify(view.state.sliceDoc(from, to))} with ${keys}`);
  });
  console.log(`${name} | ${shown.join("; ")}`);
};
show("two texts", [at(1, 0, 1, 9), at(2, 0, 2, 9)]);
show("to character 14 of 10", [at(1, 0, 1, 14)]);
show("to the largest character, and a text", [at(1, 0, 1, 2147483647), at(2, 0, 2, 9)]);
show("to the line below the last", [at(2, 0, 5, 0)]);
process.exit(0);
JS
seen=$(node probe.js)

recorded='announced | {"diagnostic":{},"publishDiagnostics":{"versionSupport":true}}
sent within a second | initialize, initialized, textDocument/didOpen
two texts | "\"ims:*:*\"" with severity,message; "\"obs:*:*\"" with severity,message
to character 14 of 10 | "\"ims:*:*\",\n\"ob" with severity,message
thrown to the transport: RangeError
to the largest character, and a text | "\"ims:*:*\",\n\"ob" with severity,message
thrown to the transport: RangeError
to the line below the last | "\"ims:*:*\",\n\"ob" with severity,message'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what CodeMirror's client makes of diagnostics is not as recorded" >&2
  exit 1
fi
echo "as recorded"
