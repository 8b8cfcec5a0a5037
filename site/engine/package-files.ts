/** In a browser, stands for `src/catalog/package-file.ts`: files are fetched first, and read when the plugin asks. */
const texts = new Map<string, string>();

/** The SHA-256 of each text that is kept: a browser computes it asynchronously only. */
const hashes = new Map<string, string>();

/** The files that were asked for and were not there. */
const missing = new Set<string>();

/** Keeps the text of a file, so that the plugin can read it. */
export async function keepPackageFile(path: string, text: string): Promise<void> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  hashes.set(text, [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
  texts.set(path, text);
  missing.delete(path);
}

export function hasPackageFile(path: string): boolean {
  return texts.has(path);
}

/** Whether files were asked for that are not there yet. */
export function lacksPackageFiles(): boolean {
  return missing.size > 0;
}

/**
 * Reads a file of the package as text.
 *
 * @param path relative to the root folder of the package
 * @throws Error if the file has not been fetched
 */
export function readPackageFile(path: string): string {
  const text = texts.get(path);
  if (text === undefined) {
    missing.add(path);
    throw new Error(`"${path}" has not been fetched`);
  }
  return text;
}

/** The SHA-256 of the text of a file that is kept, in hexadecimal; no hash of any other text. */
export function hashOfPackageFile(text: string): string {
  return hashes.get(text) ?? "";
}
