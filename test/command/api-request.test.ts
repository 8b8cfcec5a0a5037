import { describe, expect, it } from "vitest";
import { publishedTables } from "../../src/catalog/catalog.js";
import { clouds } from "../../src/catalog/format.js";
import { apisMatching, parseApiRequest, similarApis, type ApiRequest } from "../../src/command/api-request.js";

const exportApi = "POST /v1/cloudimages/{image_id}/file";

function parsed(text: string): ApiRequest {
  const request = parseApiRequest(text);
  if (!request) {
    throw new Error(`No request in ${text}`);
  }
  return request;
}

describe("a request", () => {
  it.each([
    ["POST /v1/cloudimages/1/file", { method: "POST", host: undefined, path: "/v1/cloudimages/1/file" }],
    ["/v1/cloudimages", { method: undefined, host: undefined, path: "/v1/cloudimages" }],
    ["https://ims.eu-de.example.com/v1/a?b=c", { method: undefined, host: "ims.eu-de.example.com", path: "/v1/a?b=c" }],
    [
      '403 Forbidden: "get https://IMS.example.com:443/v1/a" HTTP/1.1',
      { method: "GET", host: "ims.example.com:443", path: "/v1/a" },
    ],
    ["curl -X POST 'https://ims.example.com/v1/a' -d {}", { method: "POST", host: "ims.example.com", path: "/v1/a" }],
  ])("is found in %s", (text, request) => {
    expect(parseApiRequest(text)).toEqual(request);
  });

  it.each(["ims:images:get", "export image", "", "and/or"])("is not in %j", (text) => {
    expect(parseApiRequest(text)).toBeUndefined();
  });
});

describe("the API of a request", () => {
  it.each([
    ["as the table has it", exportApi],
    ["with an id", "POST /v1/cloudimages/4ca46bf1-5c61-48ff-b4f3-0ad4e5e3ba86/file"],
    ["with another name for the id", "POST /v1/cloudimages/{id}/file"],
    ["with a placeholder of another kind", "POST /v1/cloudimages/<image id>/file".replace(" id", "_id")],
    ["with a variable", "POST /v1/cloudimages/$IMAGE/file"],
    ["in another case", "post /V1/CloudImages/{image_id}/File"],
    ["with a slash behind it", "POST /v1/cloudimages/1/file/"],
    ["with a query", "POST /v1/cloudimages/1/file?x=1"],
    ["without a version", "POST /cloudimages/1/file"],
    ["without a method", "/v1/cloudimages/1/file"],
    ["as a URL", "POST https://ims.eu-de.otc.t-systems.com/v1/cloudimages/1/file"],
  ])("is found %s", (_, text) => {
    expect(apisMatching(publishedTables, parsed(text), ["otc"])).toEqual([exportApi]);
  });

  it("is the one with the same words, where a parameter would match, too", () => {
    expect(apisMatching(publishedTables, parsed("POST /v2/cloudimages/action"), ["otc"])).toEqual([
      "POST /v2/cloudimages/action",
    ]);
  });

  it("is told from others by its query", () => {
    const path = "POST /v1.0/1/graphs/2/action";
    expect(apisMatching(publishedTables, parsed(`${path}?action_id=import-graph`), ["huaweicloud"])).toEqual([
      "POST /v1.0/{project_id}/graphs/{graph_id}/action?action_id=import-graph",
    ]);
    expect(apisMatching(publishedTables, parsed(path), ["huaweicloud"]).length).toBeGreaterThan(3);
  });

  it("is told from another service's by the host", () => {
    const quotas = apisMatching(publishedTables, parsed("GET /v1/1/quotas"), ["otc"]);
    const ofVpc = apisMatching(publishedTables, parsed("GET https://vpc.eu-de.otc.t-systems.com/v1/1/quotas"), ["otc"]);
    expect(quotas).toEqual(expect.arrayContaining([...ofVpc]));
    expect(ofVpc.length).toBeGreaterThan(0);
  });

  it.each(["PUT /v1/cloudimages/1/file", "POST /v1/cloudimages/1", "POST /v1/cloudimages//file", "GET /nothing/of/it"])(
    "is none for %s",
    (text) => {
      expect(apisMatching(publishedTables, parsed(text), clouds)).toEqual([]);
    },
  );
});

describe("the neighbours of a request", () => {
  it.each([
    ["another method", "PUT /v1/cloudimages/1/file"],
    ["another version", "POST /v9/cloudimages/1/file"],
    ["a misspelt word", "POST /v1/cloudimage/{image_id}/file"],
    ["a part left out", "POST /v1/cloudimages/file"],
  ])("begin with the API that has %s", (_, text) => {
    expect(similarApis(publishedTables, parsed(text), ["otc"])[0]).toBe(exportApi);
  });

  it("are at most five, and none of something else", () => {
    expect(similarApis(publishedTables, parsed("GET /v2/1/servers/2/unheard-of"), clouds)).toHaveLength(5);
    expect(similarApis(publishedTables, parsed("GET /entirely/other/words"), clouds)).toEqual([]);
  });
});
