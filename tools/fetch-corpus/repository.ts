/** A remote repository. Fetches single commits and files, without history. */
import { mkdirSync } from "node:fs";
import { ToolError } from "../import-catalog/tool-error.js";
import { git } from "./git.js";

/** The hash that git gives to the content of a file. */
export type Blob = string;

export class Repository {
  private readonly fetched = new Set<string>();

  /**
   * @param gitFolder the folder for fetched objects. Created here, to be deleted by the caller
   * @param name `owner/name`, for messages
   */
  constructor(
    private readonly gitFolder: string,
    private readonly url: string,
    readonly name: string,
  ) {
    mkdirSync(gitFolder, { recursive: true });
    this.run(["init", "--quiet", "--bare", "."]);
    this.run(["remote", "add", "--", "origin", url]);
  }

  /**
   * Fetches a commit with its tree, but without its files.
   *
   * @param revision the full hash of a commit, or `HEAD` for the newest
   * @returns the hash of the commit, or `undefined` if the repository does not have it
   * @throws {ToolError} if the repository cannot be reached
   */
  fetch(revision: string): string | undefined {
    if (this.fetched.has(revision)) return revision;
    const { succeeded, errorText } = git(this.gitFolder, [
      ...["fetch", "--quiet", "--no-tags", "--depth=1", "--filter=blob:none", "origin"],
      revision,
    ]);
    if (succeeded) {
      const commit = this.run(["rev-parse", "FETCH_HEAD"]).toString("utf8").trim();
      this.fetched.add(commit);
      return commit;
    }
    if (errorText.includes("not our ref")) return undefined;
    throw this.unreachable(errorText);
  }

  /** The files of a fetched commit, by path. */
  list(commit: string): ReadonlyMap<string, Blob> {
    const entries = this.run(["ls-tree", "-r", "-z", commit]).toString("utf8").split("\0").slice(0, -1);
    return new Map(
      entries.map((entry) => {
        const [facts = "", path = ""] = entry.split("\t");
        return [path, facts.split(" ")[2] ?? ""];
      }),
    );
  }

  /**
   * The content of files, by hash.
   *
   * @throws {ToolError} if the repository cannot be reached
   */
  read(blobs: readonly Blob[]): ReadonlyMap<Blob, Buffer> {
    const wanted = [...new Set(blobs)].map((blob) => `${blob}\n`).join("");
    if (wanted === "") return new Map();
    // Fetches all files at once. If the server refuses, git fetches each one when it reads it.
    git(
      this.gitFolder,
      ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--filter=blob:none", "--stdin", "origin"],
      wanted,
    );
    const { succeeded, output, errorText } = git(this.gitFolder, ["cat-file", "--batch"], wanted);
    if (!succeeded) throw this.unreachable(errorText);
    return parseBatch(output);
  }

  private unreachable(errorText: string): ToolError {
    return new ToolError(
      `${this.name} cannot be fetched from ${this.url}: ${errorText}. Check the connection, or use a copy: --mirror <folder or address>.`,
      1,
    );
  }

  private run(args: readonly string[]): Buffer {
    const { succeeded, output, errorText } = git(this.gitFolder, args);
    if (!succeeded) throw new ToolError(`${this.name}: git ${args[0] ?? ""} failed: ${errorText}`, 1);
    return output;
  }
}

/** Parses `<hash> blob <size>\n<content>\n` for each file, and `<hash> missing\n` for missing ones. */
function parseBatch(output: Buffer): ReadonlyMap<Blob, Buffer> {
  const contents = new Map<Blob, Buffer>();
  for (let start = 0; start < output.length;) {
    const end = output.indexOf("\n", start);
    const [blob = "", kind, size] = output.toString("utf8", start, end).split(" ");
    const length = kind === "blob" ? Number(size) : -1;
    if (length >= 0) contents.set(blob, output.subarray(end + 1, end + 1 + length));
    start = end + 1 + length + 1;
  }
  return contents;
}
