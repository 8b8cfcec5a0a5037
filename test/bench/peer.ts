import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cacheFolder } from "./temporary-folder.js";

/** The first build that was measured side by side. */
export const peerCommit = "ad674b5";

const root = join(import.meta.dirname, "../..");

/**
 * Builds the plugin as it was, in a folder that stays, and gives the URL of the build; `undefined` where the history is
 * too short. It shares the installed packages with today's plugin, so that nothing but the plugin differs.
 */
export function buildPeer(): string | undefined {
  const folder = join(cacheFolder, peerCommit);
  const built = join(folder, "dist/src/index.js");
  if (!existsSync(built)) {
    if (!hasCommit()) {
      return undefined;
    }
    mkdirSync(folder, { recursive: true });
    const archive = execFileSync("git", ["archive", peerCommit], { cwd: root, maxBuffer: 1e9 });
    execFileSync("tar", ["-x", "-C", folder], { input: archive });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    const options = ["--bundle", "--format=esm", "--platform=node", "--packages=external", `--outfile=${built}`];
    execFileSync(join(root, "node_modules/.bin/esbuild"), ["src/index.ts", ...options, "--log-level=warning"], {
      cwd: folder,
    });
  }
  return pathToFileURL(built).href;
}

function hasCommit(): boolean {
  try {
    execFileSync("git", ["cat-file", "-e", `${peerCommit}^{commit}`], { cwd: root, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
