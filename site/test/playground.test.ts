import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser, pagesOfSite } from "./pages.js";

const policy = (action: string) =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["${action}"] }] }`;

const editor = (page: Page) => page.getByRole("textbox", { name: "Policy" });
const list = (page: Page) => page.locator(".findings li");
const status = (page: Page) => page.locator(".findings [role=status]");

async function write(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

const textOf = (page: Page) => page.locator(".cm-line").allTextContents();

describeInBrowser("the playground", () => {
  const open = pagesOfSite();

  it("underlines a mistake that is typed, at its characters", async () => {
    const { page } = await open("/playground/");
    await write(page, policy("ims:images:list"));
    await status(page).getByText("No findings.").waitFor();
    await write(page, policy("ims:images:lst"));
    await list(page).first().waitFor();
    expect(await list(page).allInnerTexts()).toEqual([expect.stringContaining("no-unknown-action")]);
    await page.locator(".cm-lintRange-error").waitFor();
    expect(await page.locator(".cm-lintRange-error").allTextContents()).toEqual(["lst"]);
  });

  it("repairs it by click", async () => {
    const { page } = await open("/playground/");
    await write(page, policy("ims:images:lst"));
    await page.getByRole("button", { name: "Replace with ims:images:list" }).click();
    await status(page).getByText("No findings.").waitFor();
    expect(await textOf(page)).toEqual([policy("ims:images:list")]);
  });

  it("repairs it without a mouse, in the editor", async () => {
    const { page } = await open("/playground/");
    await write(page, policy("ims:images:lst"));
    await list(page).first().waitFor();
    // The first key leaves the editor, as on any page; the buttons are reached by it, too.
    await page.keyboard.press("Tab");
    const reached: string[] = [];
    for (let step = 0; step < 8 && !reached.at(-1)?.startsWith("Replace"); step++) {
      reached.push(await page.evaluate(() => document.activeElement?.textContent.trim() ?? ""));
      if (!reached.at(-1)?.startsWith("Replace")) await page.keyboard.press("Tab");
    }
    expect(reached.at(-1)).toBe("Replace with ims:images:list");
    await page.keyboard.press("Enter");
    await status(page).getByText("No findings.").waitFor();
  });

  it("shows the finding of the place that somebody asks for with a key", async () => {
    const { page } = await open("/playground/");
    await write(page, policy("ims:images:lst"));
    await list(page).first().waitFor();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("F8");
    await page.locator(".cm-tooltip, .cm-panel").first().waitFor();
  });

  it("makes a link that restores the text and how it is checked", async () => {
    const { page } = await open("/playground/");
    await page.getByLabel("Cloud").selectOption("huaweicloud");
    await page.getByLabel(/^Rules/u).selectOption("strict");
    await page.getByLabel("Language").selectOption("yaml");
    await write(page, "Version: '1.1'\nStatement:\n- Effect: Allow\nAction: ['ims:images:lst']\n");
    await page.getByRole("button", { name: "Copy a link" }).click();
    await page.waitForFunction(() => location.hash.startsWith("#policy="));
    const { page: other } = await open(new URL(page.url()).pathname + new URL(page.url()).hash);
    await other.locator(".cm-line").first().waitFor();
    await expect.poll(() => textOf(other)).toEqual(await textOf(page));
    expect(await other.getByLabel("Cloud").inputValue()).toBe("huaweicloud");
    expect(await other.getByLabel(/^Rules/u).inputValue()).toBe("strict");
    expect(await other.getByLabel("Language").inputValue()).toBe("yaml");
  });

  it("says that a link is damaged, and that there is none to make", async () => {
    const { page } = await open("/playground/#policy=q1ZKzs9Ny");
    const said = page.locator(".controls [role=status]");
    await said.getByText("This link is damaged").waitFor();
    expect(await textOf(page)).not.toEqual([]);
    await page.getByText("Settings and rule options as JSON").click();
    await page.getByLabel("Settings and rule options as JSON").fill("{");
    await page.getByRole("button", { name: "Copy a link" }).click();
    await said.getByText("The settings and rule options are not valid JSON.").waitFor();
    expect(new URL(page.url()).hash).toBe("#policy=q1ZKzs9Ny");
  });

  it("checks Terraform, YAML and TypeScript, and loads what TypeScript needs when it is chosen", async () => {
    const { page, requests } = await open("/playground/");
    await list(page).first().waitFor();
    for (const [language, text] of [
      [
        "hcl",
        'resource "opentelekomcloud_identity_role_v3" "a" {\n  statement {\n  effect = "Allow"\n  action = ["ims:images:lst"]\n',
      ],
      ["yaml", "Version: '1.1'\nStatement:\n  - Effect: Allow\n    Action: ['ims:images:lst']"],
      ["typescript", `export const policy = ${policy("ims:images:lst")} as const;`],
    ] as const) {
      expect(requests.some((url) => url.includes("typescript-parser"))).toBe(false);
      await page.getByLabel("Language").selectOption(language);
      await write(page, language === "hcl" ? `${text}  }\n}\n` : text);
      await expect.poll(() => page.locator(".cm-lintRange-error").allTextContents()).toEqual(["lst"]);
    }
    expect(requests.some((url) => url.includes("typescript-parser"))).toBe(true);
  });

  it("loads the catalogue service by service", async () => {
    const { page, requests } = await open("/playground/");
    await status(page).getByText("findings").waitFor();
    await write(page, policy("dns:zone:list"));
    await status(page).getByText("No findings.").waitFor();
    expect(requests.filter((url) => url.endsWith("/otc/dns.json"))).toHaveLength(1);
    expect(requests.filter((url) => url.endsWith("/otc/dds.json"))).toEqual([]);
    expect(requests.filter((url) => url.endsWith("/all.json"))).toEqual([]);
  });

  it("takes options of rules, and says what is wrong with them", async () => {
    const { page } = await open("/playground/");
    await write(page, policy("ims:images:lst"));
    await list(page).first().waitFor();
    await page.getByText("Settings and rule options as JSON").click();
    const more = page.getByLabel("Settings and rule options as JSON");
    await more.fill('{ "rules": { "huaweicloud-iam/no-unknown-action": "off" } }');
    await status(page).getByText("No findings.").waitFor();
    await more.fill('{ "settings": { "colour": "red" } }');
    await page.getByRole("alert").getByText('"colour" is not a setting').waitFor();
  });

  it("opens an example of a rule, from its page and from the list", async () => {
    const { page } = await open("/rules/no-unknown-action.html");
    await page.getByRole("link", { name: "Try it in the playground" }).first().click();
    await expect.poll(() => page.locator(".cm-lintRange-error").allTextContents()).toContain("uplaod");
    await page.getByLabel("Example").selectOption("valid-condition");
    await expect
      .poll(() =>
        list(page)
          .allInnerTexts()
          .then((texts) => texts.join()),
      )
      .toContain("valid-condition");
  });

  it("answers on a phone", async () => {
    const { page } = await open("/playground/", { viewport: { width: 390, height: 844 } });
    await list(page).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
