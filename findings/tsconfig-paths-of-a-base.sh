#!/usr/bin/env bash
# One would expect: `paths` that a tsconfig.json takes from its base by `extends` are relative to the base, as
#   TypeScript has it since they need no `baseUrl`, for everything that reads such files.
# What happens: tsconfig-paths takes them from the folder of the file that extends. Where a file of that name exists
#   there it is found, without an error, and it is another one. tsconfck rebases `outDir` and `include` in its merged
#   config and leaves `paths` as they are, and so does get-tsconfig, which remembers the folder under a symbol: its own
#   matcher is right until the config is copied by `structuredClone` or as JSON. The bundlers and resolvers agree with
#   TypeScript.
# Why it matters: a rule that follows imports reads other values than the program does, in just those monorepos that
#   share a base. Resolve with what follows TypeScript, and hand a config on as the object it is.
# Seen: tsconfig-paths 4.2.0, tsconfck 3.1.6, get-tsconfig 4.14.3, oxc-resolver 11.24.2, enhanced-resolve 5.27.0,
#   esbuild 0.28.2, typescript 5.9.3, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  tsconfig-paths@4.2.0 tsconfck@3.1.6 get-tsconfig@4.14.3 oxc-resolver@11.24.2 enhanced-resolve@5.27.0 \
  esbuild@0.28.2 typescript@5.9.3 > npm.log

mkdir -p base/lib app/lib
echo '{ "compilerOptions": { "outDir": "./out", "paths": { "#lib/*": ["./lib/*"] } }, "include": ["lib"] }' \
  > base/tsconfig.json
echo '{ "extends": "../base/tsconfig.json" }' > app/tsconfig.json
echo 'export const action = "ims:*:get" as string;' > base/lib/actions.ts
echo 'export const action = "ims:*:*" as string;' > app/lib/actions.ts
echo 'import { action } from "#lib/actions"; console.log(action);' > app/main.ts
cat > probe.js <<'JS'
import path from "node:path";
import enhancedResolve from "enhanced-resolve";
import * as esbuild from "esbuild";
import { createPathsMatcher, parseTsconfig } from "get-tsconfig";
import { ResolverFactory } from "oxc-resolver";
import * as tsconfck from "tsconfck";
import tsconfigPaths from "tsconfig-paths";
import ts from "typescript";

const folder = path.resolve("app");
const [file, main] = [path.join(folder, "tsconfig.json"), path.join(folder, "main.ts")];
const name = "#lib/actions";
const extensions = [".ts"];
const config = parseTsconfig(file);
const matched = (given) => createPathsMatcher({ path: file, config: given })(name)[0];
const tools = {
  TypeScript: () => {
    const { options } = ts.getParsedCommandLineOfConfigFile(file, {}, ts.sys);
    const resolution = { ...options, moduleResolution: ts.ModuleResolutionKind.Bundler };
    return ts.resolveModuleName(name, main, resolution, ts.sys).resolvedModule.resolvedFileName;
  },
  esbuild: async () => {
    const { metafile } = await esbuild.build({ entryPoints: [main], bundle: true, write: false, metafile: true });
    return Object.keys(metafile.inputs).find((input) => input.endsWith("actions.ts"));
  },
  "oxc-resolver": () => new ResolverFactory({ tsconfig: { configFile: file }, extensions }).sync(folder, name).path,
  "enhanced-resolve": () => enhancedResolve.create.sync({ tsconfig: file, extensions })(folder, name),
  "tsconfig-paths": () => {
    const { absoluteBaseUrl, paths } = tsconfigPaths.loadConfig(folder);
    return tsconfigPaths.createMatchPath(absoluteBaseUrl, paths)(name, undefined, undefined, extensions);
  },
  "get-tsconfig": () => matched(config),
  "get-tsconfig, spread": () => matched({ ...config }),
  "get-tsconfig, cloned": () => matched(structuredClone(config)),
};
for (const [tool, resolve] of Object.entries(tools)) {
  console.log(`${tool} | ${path.relative("", await resolve()).replace(/\.ts$/, "")}`);
}
const { compilerOptions, include } = (await tsconfck.parse(file)).tsconfig;
console.log(`tsconfck | ${JSON.stringify({ ...compilerOptions, include })}`);
JS
seen=$(node probe.js)

recorded='TypeScript | base/lib/actions
esbuild | base/lib/actions
oxc-resolver | base/lib/actions
enhanced-resolve | base/lib/actions
tsconfig-paths | app/lib/actions
get-tsconfig | base/lib/actions
get-tsconfig, spread | base/lib/actions
get-tsconfig, cloned | app/lib/actions
tsconfck | {"outDir":"../base/out","paths":{"#lib/*":["./lib/*"]},"include":["../base/lib"]}'

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: where paths of a base lead to is not as recorded" >&2
  exit 1
fi
echo "as recorded"
