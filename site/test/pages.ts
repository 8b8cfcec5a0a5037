import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { executablePath, launchBrowser } from "./browser.js";
import { serveSite, type ServedSite } from "./serve.js";

/** Tests in a browser. Without one on the machine, they are skipped, and say so. */
export const describeInBrowser = describe.skipIf(executablePath === undefined);

if (executablePath === undefined) {
  console.warn("There is no Chromium on this machine: the tests of the site are skipped.");
}

/** What goes wrong on a page: errors of its scripts, and requests that leave the site. */
export interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
}

/** Opens pages of the site for the tests of a file. After each test, none may have had an error or asked elsewhere. */
export function pagesOfSite(): (path: string, options?: BrowserContextOptions) => Promise<Opened> {
  let site: ServedSite | undefined;
  let browser: Browser | undefined;
  let errors: string[] = [];

  beforeAll(async () => {
    if (executablePath !== undefined) {
      site = await serveSite();
      browser = await launchBrowser();
    }
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    expect(errors).toEqual([]);
    errors = [];
  });

  return async (path, options = {}) => {
    const address = site?.address ?? "";
    const context = await browser?.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context?.newPage();
    if (!page) {
      throw new Error("There is no browser.");
    }
    const requests: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") {
        errors.push(message.text());
      }
    });
    page.on("request", (request) => {
      requests.push(request.url());
      if (!request.url().startsWith(address) && !/^(?:data|blob):/u.test(request.url())) {
        errors.push(`asks elsewhere: ${request.url()}`);
      }
    });
    await page.goto(address + path);
    return { page, requests };
  };
}
