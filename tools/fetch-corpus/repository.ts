/** One repository somewhere else, of which only the commits and the files that are asked for are brought here. */
import { mkdirSync } from "node:fs";
import { ToolError } from "../import-catalog/tool-error.js";
import { git } from "./git.js";

/** The hash that git gives a file for its content alone. */
export type Blob = string;

export class Repository {
  private readonly fetched = new Set<string>();

  /**
   * @param gitFolder where to keep what is fetched; made here, to be deleted by the caller
   * @param name for messages: `owner/name`
   */
  constructor(
    private readonly gitFolder: string,
    private readonly url: string,
    readonly name: string,
  ) {
    mkdirSync(gitFolder, { recursive: true });
    this.mustSucceed(["init", "--quiet", "--bare", "."]);
    this.mustSucceed(["remote", "add", "--", "origin", url]);
  }

  /**
   * Brings a commit with its tree and without its files.
   *
   * @param revision the full hash of a commit, or `HEAD` for the newest
   * @returns the commit's hash, or nothing where the repository does not have it
   * @throws {ToolError} when the repository cannot be reached
   */
  fetch(revision: string): string | undefined {
    if (this.fetched.has(revision)) return revision;
    const { succeeded, complaint } = git(this.gitFolder, [
      ...["fetch", "--quiet", "--no-tags", "--depth=1", "--filter=blob:none", "origin"],
      revision,
    ]);
    if (succeeded) {
      const commit = this.mustSucceed(["rev-parse", "FETCH_HEAD"]).toString("utf8").trim();
      this.fetched.add(commit);
      return commit;
    }
    if (complaint.includes("not our ref")) return undefined;
    throw this.unreachable(complaint);
  }

  /** The files of a fetched commit, by their path. */
  list(commit: string): ReadonlyMap<string, Blob> {
    const entries = this.mustSucceed(["ls-tree", "-r", "-z", commit]).toString("utf8").split("\0").slice(0, -1);
    return new Map(
      entries.map((entry) => {
        const [facts = "", path = ""] = entry.split("\t");
        return [path, facts.split(" ")[2] ?? ""];
      }),
    );
  }

  /**
   * The contents of files.
   *
   * @throws {ToolError} when the repository cannot be reached any more
   */
  read(blobs: readonly Blob[]): ReadonlyMap<Blob, Buffer> {
    const wanted = [...new Set(blobs)].map((blob) => `${blob}\n`).join("");
    if (wanted === "") return new Map();
    // All at once. Where that is refused, git fetches each one when it reads it.
    git(
      this.gitFolder,
      ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--filter=blob:none", "--stdin", "origin"],
      wanted,
    );
    const { succeeded, output, complaint } = git(this.gitFolder, ["cat-file", "--batch"], wanted);
    if (!succeeded) throw this.unreachable(complaint);
    return parseBatch(output);
  }

  private unreachable(complaint: string): ToolError {
    return new ToolError(
      `${this.name} cannot be fetched from ${this.url}: ${complaint}. Try again with a connection, or name a copy: --mirror <folder or address>.`,
      1,
    );
  }

  private mustSucceed(args: readonly string[]): Buffer {
    const { succeeded, output, complaint } = git(this.gitFolder, args);
    if (!succeeded) throw new ToolError(`${this.name}: git ${args[0] ?? ""} failed: ${complaint}`, 1);
    return output;
  }
}

/** `<hash> blob <bytes>`, a line break, the content and a line break, for each file; `<hash> missing` for none. */
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
