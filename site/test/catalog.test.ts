import { expect, it } from "vitest";
import { describeInBrowser, pagesOfSite } from "./pages.js";

describeInBrowser("the catalogue", () => {
  const open = pagesOfSite();

  it("finds createImage by the path of its API", async () => {
    const { page } = await open("/catalog/");
    await page.getByLabel("Action, API or service").fill("POST /v2.1/{project_id}/servers/{server_id}/action");
    const action = page.getByRole("link", { name: "ecs:servers:createImage" });
    await action.first().click();
    await page.getByRole("heading", { name: "Action ecs:servers:createImage" }).waitFor();
  });

  it("says what an API needs on each cloud", async () => {
    const { page } = await open("/catalog/");
    await page.getByLabel("Action, API or service").fill("POST /v2/cloudimages/action");
    await page.getByRole("link", { name: "POST /v2/cloudimages/action" }).click();
    const rows = page.getByRole("region", { name: "Permission rows" }).getByRole("row");
    await rows.nth(3).waitFor();
    const texts = (await rows.allInnerTexts()).join("\n");
    for (const cloud of ["Open Telekom Cloud", "Swiss OTC", "Huawei Cloud"]) {
      expect(texts).toContain(cloud);
    }
    expect(texts).toContain("ims:serverImages:create");
  });

  it("has an address for a service, and loads that service alone", async () => {
    const { page, requests } = await open("/catalog/#ims");
    await page.getByRole("heading", { name: "Service ims" }).waitFor();
    expect(await page.getByRole("region", { name: "What is known of the service" }).innerText()).toContain("complete");
    await page.getByLabel("Only those with").fill("quickimport");
    await expect.poll(() => page.getByRole("region", { name: "Actions" }).getByRole("row").count()).toBeLessThan(6);
    expect(requests.filter((url) => /\/(?:otc|otc-swiss|huaweicloud)\/\w+\.json$/u.test(url))).toHaveLength(3);
    expect(requests.filter((url) => url.endsWith("all.json"))).toEqual([]);
  });

  it("draws the dependencies of an action, and leads from one to the next and back", async () => {
    const { page } = await open("/catalog/#ecs/servers:createImage");
    const picture = page.getByRole("group", { name: "Dependencies of ecs:servers:createImage" });
    await picture.getByRole("link", { name: "ims:images:create" }).click();
    await page.getByRole("heading", { name: "Action ims:images:create" }).waitFor();
    await page.goBack();
    await picture.waitFor();
  });

  it("is reached from the actions in a rule's page", async () => {
    const { page } = await open("/rules/require-action-dependencies.html");
    await page.getByRole("link", { name: "ims:images:share" }).first().click();
    await page.getByRole("heading", { name: "Action ims:images:share" }).waitFor();
  });

  it("works without a mouse", async () => {
    const { page } = await open("/catalog/");
    await page.getByLabel("Action, API or service").focus();
    await page.keyboard.type("ims:images:list");
    // What was found for the first letters may still be there.
    await page.getByRole("region", { name: "Search results" }).getByText("1 found", { exact: true }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Action ims:images:list" }).waitFor();
  });

  it("fits a phone", async () => {
    const { page } = await open("/catalog/#ecs:servers:createImage", { viewport: { width: 390, height: 844 } });
    await page.getByRole("group", { name: /^Dependencies of/u }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

describeInBrowser("the pages", () => {
  const open = pagesOfSite();

  it("are found by all words of an action", async () => {
    const { page } = await open("/");
    await page.getByRole("button", { name: "Search" }).first().click();
    await page.getByRole("searchbox").fill("require dependencies");
    await page.locator(".VPLocalSearchBox .result").first().waitFor();
    expect(await page.locator(".VPLocalSearchBox .results").innerText()).toContain("require-action-dependencies");
  });
});
