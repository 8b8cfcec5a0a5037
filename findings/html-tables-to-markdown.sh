#!/usr/bin/env bash
# One would expect: what turns an HTML table into Markdown or into records keeps a cell in its column, and two
#   paragraphs of a cell apart.
# What happens: a cell that spans rows moves the cells of the next row to the left in turndown and node-html-markdown,
#   so that an action stands where APIs do; rehype-remark and tabletojson keep the column. One that spans columns moves
#   the rest of its row in all but rehype-remark. Two paragraphs become one word in all but turndown, and so do two
#   entries of a list and two lines of a `<br>` in node-html-markdown and tabletojson: `ims:images:get` and
#   `ims:images:list` are read as `ims:images:getims:images:list`. turndown writes the lines, and a bare `|`, into the
#   row, so that the rest is in other rows, in other cells or in none; rehype-remark does with lists. All is silent.
# Why it matters: permission tables are full of spanning cells and of two actions in a cell. A catalogue made over such
#   a converter has names that no service has, or none where there are some. Read the tree, count the spans, and compare
#   the number of actions with the page.
# Seen: turndown 7.2.5 with turndown-plugin-gfm 1.0.2, node-html-markdown 2.0.0, rehype-remark 10.0.1 with
#   remark-gfm 4.0.1, tabletojson 4.1.15, Node 20.20.2: the lines under `recorded`, which are the rows that remark-gfm
#   reads in the Markdown.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  turndown@7.2.5 turndown-plugin-gfm@1.0.2 node-html-markdown@2.0.0 \
  rehype-parse@9.0.1 rehype-remark@10.0.1 remark-gfm@4.0.1 remark-parse@11.0.0 remark-stringify@11.0.0 \
  unified@11.0.5 tabletojson@4.1.15 > npm.log

cat > probe.js <<'JS'
import { NodeHtmlMarkdown } from "node-html-markdown";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { tabletojson } from "tabletojson";
import TurndownService from "turndown";
import gfm from "turndown-plugin-gfm";
import { unified } from "unified";

const hast = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkGfm).use(remarkStringify);
const reader = unified().use(remarkParse).use(remarkGfm);
const text = (node) => node.value ?? (node.children ?? []).map(text).join("");
const rows = (markdown) =>
  reader
    .parse(markdown)
    .children.flatMap((node) =>
      node.type === "table" ? node.children.slice(1).map((row) => row.children.map(text)) : [`no row: ${text(node)}`],
    );
const record = (row) => ["API", "Action", "Note"].filter((key) => key in row).map((key) => row[key]);
const tools = {
  turndown: (html) => rows(new TurndownService().use(gfm.gfm).turndown(html)),
  "node-html-markdown": (html) => rows(NodeHtmlMarkdown.translate(html)),
  "rehype-remark": (html) => rows(String(hast.processSync(html))),
  tabletojson: (html) => tabletojson.convert(html)[0].map(record),
};
const head = "<thead><tr><th>API</th><th>Action</th><th>Note</th></tr></thead>";
const tables = {
  rowspan:
    '<tr><td rowspan="2">GET /images</td><td>ims:images:list</td><td>a</td></tr>' +
    "<tr><td>ims:images:get</td><td>b</td></tr>",
  colspan: '<tr><td colspan="2">none</td><td>a</td></tr>',
  paragraphs: "<tr><td>GET /images</td><td><p>ims:images:get</p><p>ims:images:list</p></td><td>a</td></tr>",
  list: "<tr><td>GET /images</td><td><ul><li>ims:images:get</li><li>ims:images:list</li></ul></td><td>a</td></tr>",
  "line break": "<tr><td>GET /images</td><td>ims:images:get<br>ims:images:list</td><td>a</td></tr>",
  pipe: "<tr><td>GET /images</td><td>ims:images:get | ims:images:list</td><td>a</td></tr>",
};
for (const [name, body] of Object.entries(tables)) {
  for (const [tool, convert] of Object.entries(tools)) {
    const converted = convert(`<table>${head}<tbody>${body}</tbody></table>`);
    console.log(`${name} | ${tool} | ${converted.map((row) => JSON.stringify(row)).join(", ")}`);
  }
}
JS
seen=$(node probe.js)

recorded='rowspan | turndown | ["GET /images","ims:images:list","a"], ["ims:images:get","b"]
rowspan | node-html-markdown | ["GET /images","ims:images:list","a"], ["ims:images:get","b",""]
rowspan | rehype-remark | ["GET /images","ims:images:list","a"], ["","ims:images:get","b"]
rowspan | tabletojson | ["GET /images","ims:images:list","a"], ["GET /images","ims:images:get","b"]
colspan | turndown | ["none","a"]
colspan | node-html-markdown | ["none","a",""]
colspan | rehype-remark | ["none","","a"]
colspan | tabletojson | ["none","a"]
paragraphs | turndown | ["GET /images"], ["ims:images:get"], "no row: ims:images:list", "no row: | a |"
paragraphs | node-html-markdown | ["GET /images","ims:images:getims:images:list","a"]
paragraphs | rehype-remark | ["GET /images","ims:images:getims:images:list","a"]
paragraphs | tabletojson | ["GET /images","ims:images:getims:images:list","a"]
list | turndown | ["GET /images"], "no row: ims:images:getims:images:list", "no row: | a |"
list | node-html-markdown | ["GET /images","ims:images:getims:images:list","a"]
list | rehype-remark | ["GET /images","* ims:images:get"], "no row: ims:images:list | a    |"
list | tabletojson | ["GET /images","ims:images:getims:images:list","a"]
line break | turndown | ["GET /images","ims:images:get"], ["ims:images:list","a"]
line break | node-html-markdown | ["GET /images","ims:images:getims:images:list","a"]
line break | rehype-remark | ["GET /images","ims:images:get ims:images:list","a"]
line break | tabletojson | ["GET /images","ims:images:getims:images:list","a"]
pipe | turndown | ["GET /images","ims:images:get","ims:images:list","a"]
pipe | node-html-markdown | ["GET /images","ims:images:get | ims:images:list","a"]
pipe | rehype-remark | ["GET /images","ims:images:get | ims:images:list","a"]
pipe | tabletojson | ["GET /images","ims:images:get | ims:images:list","a"]'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what becomes of the cells of HTML tables is not as recorded" >&2
  exit 1
fi
echo "as recorded"
