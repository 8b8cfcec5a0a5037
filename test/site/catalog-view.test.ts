import { describe, expect, it } from "vitest";
import {
  actionView,
  allServiceFacts,
  apiView,
  fragmentFor,
  placeOf,
  search,
  serviceView,
} from "../../site/engine/catalog-view.js";

describe("an address", () => {
  it.each([
    ["", { kind: "start" }],
    ["#", { kind: "start" }],
    ["#IMS", { kind: "service", name: "ims" }],
    ["#ims:images:list", { kind: "action", name: "ims:images:list" }],
    ["#ims/images:list", { kind: "action", name: "ims:images:list" }],
    ["#GET%20/v2/images", { kind: "api", name: "GET /v2/images" }],
    ["#50%", { kind: "api", name: "50%" }],
  ])("%s", (fragment, place) => {
    expect(placeOf(fragment)).toEqual(place);
  });

  it.each(["ims", "ims:images:list", "POST /v1/{project_id}/a?b=c", "Listing Buckets"])("leads back to %s", (name) => {
    expect(placeOf(fragmentFor(name))).toMatchObject({ name });
  });
});

describe("a search", () => {
  it("finds an action by the path of its API", () => {
    const { found, isNear } = search("POST /v2.1/{project_id}/servers/{server_id}/action");
    expect(isNear).toBe(false);
    expect(found.flatMap(({ actions }) => actions)).toContain("ecs:servers:createImage");
  });

  it("finds an API by the address in a log", () => {
    const { found } = search("POST https://ims.eu-de.otc.t-systems.com/v2/cloudimages/action");
    expect(found.map(({ name }) => name)).toEqual(["POST /v2/cloudimages/action"]);
  });

  it("finds an action, its service and what has its words", () => {
    expect(search("ims:images:list").found).toMatchObject([{ kind: "action", name: "ims:images:list" }]);
    expect(search("ims").found[0]).toMatchObject({ kind: "service", name: "ims" });
    expect(search("createImage").found.flatMap(({ name, actions }) => [name, ...actions])).toContain(
      "ecs:servers:createImage",
    );
  });

  it("says when what it finds is only near", () => {
    const { found, isNear } = search("POST /v2/cloudimages/actions");
    expect(isNear).toBe(true);
    expect(found[0]?.name).toBe("POST /v2/cloudimages/action");
  });

  it("finds nothing like nonsense", () => {
    expect(search("qqqqzzzz").found).toEqual([]);
  });
});

describe("a service", () => {
  it("has the marks of each cloud", () => {
    const list = serviceView("ims")?.actions.find(({ name }) => name === "ims:images:list");
    expect(list?.marks.otc).toMatchObject({ iamProject: "all", enterpriseProject: "mixed", evidence: "table" });
    expect(Object.keys(list?.marks ?? {})).toEqual(["otc", "otc-swiss", "huaweicloud"]);
  });

  it("is in the list of services with what is known of it", () => {
    const ims = allServiceFacts().find(({ name }) => name === "ims");
    expect(ims?.facts.map(({ cloud, verdict }) => [cloud, verdict])).toEqual([
      ["otc", "complete"],
      ["otc-swiss", "complete"],
      ["huaweicloud", "complete"],
    ]);
  });

  it("is undefined if no cloud has it", () => {
    expect(serviceView("imsx")).toBeUndefined();
  });
});

it("an action and an API have what each cloud says", () => {
  expect(actionView("ims:images:list").map(({ cloud }) => cloud)).toEqual(["otc", "otc-swiss", "huaweicloud"]);
  expect(actionView("ims:images:lst")).toEqual([]);
  const rows = apiView("POST /v2/cloudimages/action");
  expect(new Set(rows.map(({ cloud }) => cloud)).size).toBe(3);
});
