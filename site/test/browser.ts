import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** A Chromium of the system; `undefined` if there is none. */
export const executablePath = [
  process.env["CHROMIUM"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== "" && existsSync(path));

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath ?? "" });
}
