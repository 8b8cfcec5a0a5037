import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isFile } from "./files.js";

/** The fields of a `package.json` that resolution looks at, as somebody wrote them. */
export interface Manifest {
  readonly name?: unknown;
  readonly main?: unknown;
  readonly module?: unknown;
  readonly types?: unknown;
  readonly typings?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
  readonly workspaces?: unknown;
}

/** What the `package.json` of a folder says; nothing if it is broken, undefined if there is none. */
export function manifestOf(folder: string): Manifest | undefined {
  const file = join(folder, "package.json");
  if (!isFile(file)) {
    return undefined;
  }
  try {
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest | null;
    return typeof manifest === "object" && manifest !== null ? manifest : {};
  } catch {
    return {};
  }
}
