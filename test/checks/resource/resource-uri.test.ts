import { describe, expect, it } from "vitest";
import { readUri, type UriPart } from "../../../src/checks/resource/resource-uri.js";

function partsOf(text: string): Record<string, string> | undefined {
  const uri = readUri(text);
  return (
    uri &&
    Object.fromEntries(
      Object.entries(uri).map(([name, part]) => [name, text.slice((part as UriPart).start, (part as UriPart).end)]),
    )
  );
}

describe("the parts of a resource", () => {
  it.each([
    ["obs:*:*:bucket:my-bucket", ["obs", "*", "*", "bucket", "my-bucket"]],
    ["obs:::object:", ["obs", "", "", "object", ""]],
    ["dms:eu-de:1:kafka:a:b:c", ["dms", "eu-de", "1", "kafka", "a:b:c"]],
    // A placeholder may expand to several parts.
    ["obs:cn-north-1:*:bucket:${bucket}", ["obs", "cn-north-1", "*", "bucket"]],
    ["obs:cn-${region}:*:bucket:b", ["obs"]],
    ["obs:<region>", ["obs"]],
    ["obs:*:*:object:b/\uFFFC", ["obs", "*", "*", "object"]],
    ["%s:*:*:object:b", []],
  ])("of %s", (text, parts) => {
    const names = ["service", "region", "domainId", "resourceType", "path"];
    expect(partsOf(text)).toEqual(Object.fromEntries(parts.map((part, index) => [names[index], part])));
  });

  it.each(["", "obs", "*", "obs:*:*:bucket", "/iam/agencies/x"])("are too few in %j", (text) => {
    expect(readUri(text)).toBeUndefined();
  });
});
