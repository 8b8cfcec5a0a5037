#!/usr/bin/env bash
# One would expect: `env.path` in a Markdown plugin of VitePress is the file that is being rendered.
# What happens: with `rewrites` it is the path the page would have had if it lay at its address, below the source
#   folder, and there is no such file. The file is in `env.realPath`. The page data name them the other way round: there
#   `filePath` is the source, and `relativePath` the address, which is `env.relativePath` too.
# Why it matters: a plugin that reads a file beside the page, or a page per rule that lies with the rule's source, works
#   until the first rewrite. What is written for both takes `env.realPath ?? env.path`.
# Seen: vitepress 1.6.4, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error vitepress@1.6.4 > npm.log

mkdir -p site/.vitepress site/source/effect
echo '# Roles' > site/index.md
echo '# Effects' > site/source/effect/page.md
cat > site/.vitepress/config.js <<'JS'
import fs from "node:fs";
import path from "node:path";

const lines = new Set();
const shown = (file) => (path.isAbsolute(file) ? path.relative(path.resolve("site"), file) : file);
const note = (line) => fs.writeFileSync("seen.txt", [...lines.add(line)].sort().join("\n"));
export default {
  rewrites: { "source/:rule/page.md": "rules/:rule.md" },
  markdown: {
    config: (markdown) => {
      markdown.core.ruler.push("note", ({ env }) => {
        if (!env.relativePath) return;
        const title = path.basename(env.relativePath);
        for (const name of ["path", "realPath", "relativePath"]) {
          const exists = fs.existsSync(path.resolve("site", env[name]));
          note(`${title} | env.${name} | ${shown(env[name])} | exists: ${exists}`);
        }
      });
    },
  },
  transformPageData: ({ filePath, relativePath }) => {
    const title = path.basename(relativePath);
    note(`${title} | page.filePath | ${filePath}`);
    note(`${title} | page.relativePath | ${relativePath}`);
  },
};
JS
npx --no-install vitepress build site > build.log 2>&1
seen=$(cat seen.txt)

recorded='effect.md | env.path | rules/effect.md | exists: false
effect.md | env.realPath | source/effect/page.md | exists: true
effect.md | env.relativePath | rules/effect.md | exists: false
effect.md | page.filePath | source/effect/page.md
effect.md | page.relativePath | rules/effect.md
index.md | env.path | index.md | exists: true
index.md | env.realPath | index.md | exists: true
index.md | env.relativePath | index.md | exists: true
index.md | page.filePath | index.md
index.md | page.relativePath | index.md'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: which path a Markdown plugin of VitePress gets is not as recorded" >&2
  exit 1
fi
echo "as recorded"
