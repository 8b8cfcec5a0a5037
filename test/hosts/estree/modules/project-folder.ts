import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach } from "vitest";

/** A folder for the files of one test, removed after it. */
export interface ProjectFolder {
  /** The absolute path of what is in the folder. */
  path(name?: string): string;
  /** Writes files, by their paths in the folder; objects as JSON. */
  write(files: Readonly<Record<string, string | object>>): void;
  /** Makes a symbolic link, relative as those of npm. */
  link(name: string, target: string): void;
  /** The path in the folder of a file that was found. */
  nameOf(file: string | undefined): string | undefined;
}

/** A fresh folder for each test of the file. */
export function projectFolder(): ProjectFolder {
  let folder = "";
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "estree-modules-")));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const path = (name = ".") => join(folder, name);
  return {
    path,
    write: (files) => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(path(name)), { recursive: true });
        writeFileSync(path(name), typeof content === "string" ? content : JSON.stringify(content));
      }
    },
    link: (name, target) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      symlinkSync(relative(dirname(path(name)), path(target)) || ".", path(name), "dir");
    },
    nameOf: (file) => file && relative(folder, file).replaceAll("\\", "/"),
  };
}
