import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.js";
import { serveSite } from "./serve.js";

/** Prints what the site costs, beside what it may cost. Medians of some runs; the first, which warms the disk, is left out. */

const runs = 7;

const site = await serveSite();
const browser = await launchBrowser();

const first = await measure("/playground/", usable);
const catalog = await measure("/catalog/#ims", usable);
const sizes = sizesOf(first.sent);
const scripts = sum(sizes, /\.js$/u);

print("playground: first usable", `${first.median.toFixed(0)} ms`, "1,000 ms");
print("catalogue, one service: first usable", `${catalog.median.toFixed(0)} ms`, "1,000 ms");
print("playground: scripts without TypeScript, compressed", `${(scripts / 1000).toFixed(0)} kB`, "600 kB");
print("playground: catalogue of the first policy, compressed", `${(sum(sizes, /\.json$/u) / 1000).toFixed(0)} kB`, "-");
print(
  "catalogue, one service: data, compressed",
  `${(sum(sizesOf(catalog.sent), /\.json$/u) / 1000).toFixed(0)} kB`,
  "-",
);
print("playground: findings after a keystroke, 200 lines", `${(await keystroke()).toFixed(1)} ms`, "50 ms");

await browser.close();
site.close();

function print(what: string, found: string, allowed: string): void {
  console.log(`${what.padEnd(56)} ${found.padStart(10)}   at most ${allowed}`);
}

/** When somebody can begin, from the start of the navigation, in ms, each time in a browser that knows nothing yet. */
async function measure(path: string, whenUsable: (page: Page) => Promise<number>) {
  const times: number[] = [];
  let sent: readonly { path: string; bytes: number }[] = [];
  for (let run = 0; run <= runs; run++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const before = site.sent.length;
    await page.goto(site.address + path);
    const time = await whenUsable(page);
    await page.waitForTimeout(1500);
    sent = site.sent.slice(before);
    if (run > 0) times.push(time);
    await context.close();
  }
  return { median: median(times), sent };
}

async function usable(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName("usable").length > 0);
  return page.evaluate(() => performance.getEntriesByName("usable")[0]?.startTime ?? NaN);
}

/** From a key to the findings that it makes, with 200 lines of actions in the editor. */
async function keystroke(): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${site.address}/playground/`);
  await usable(page);
  const lines = Array.from({ length: 192 }, (_, index) => `        "ims:images:update${index % 5 === 0 ? "x" : ""}"`);
  const text = `{\n  "Version": "1.1",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Action": [\n${lines.join(",\n")}\n      ]\n    }\n  ]\n}`;
  await page.getByRole("textbox", { name: "Policy" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
  await page.waitForTimeout(1500);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  const times: number[] = [];
  for (let run = 0; run <= 30; run++) {
    await page.evaluate(() => performance.clearMarks("findings"));
    await page.evaluate(() => {
      document.addEventListener("keydown", () => performance.mark("key"), { once: true, capture: true });
    });
    await page.keyboard.press(run % 2 === 0 ? "Space" : "Backspace");
    await page.waitForFunction(() => performance.getEntriesByName("findings").length > 0);
    const time = await page.evaluate(
      () =>
        (performance.getEntriesByName("findings").at(-1)?.startTime ?? NaN) -
        (performance.getEntriesByName("key").at(-1)?.startTime ?? NaN),
    );
    if (run > 5) times.push(time);
  }
  return median(times);
}

function sizesOf(sent: readonly { path: string; bytes: number }[]): ReadonlyMap<string, number> {
  return new Map(sent.map(({ path, bytes }) => [path, bytes]));
}

function sum(sizes: ReadonlyMap<string, number>, name: RegExp): number {
  return [...sizes].filter(([path]) => name.test(path)).reduce((total, [, bytes]) => total + bytes, 0);
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
