import { describe, expect, it } from "vitest";
import { quoteScalar } from "../../src/edit/quotes.js";
import type { ObjectValue } from "../../src/policy/value.js";
import { edited, memberIn, ofKind, type EditedSample, type UneditedSample } from "./edited.js";

describe("a number or boolean gets quotes", () => {
  const quoted = (object: ObjectValue) => {
    const member = memberIn(object, "Resource");
    const [element] = member.value.kind === "array" ? member.value.placed : [{ value: member.value, place: undefined }];
    return quoteScalar(member, ofKind(element?.value, "scalar"), element?.place);
  };

  it.each<EditedSample>([
    ["behind its key", "p = { Statement: [], Resource: 7 };", 'p = { Statement: [], Resource: "7" };'],
    ["in a list", "p = { Statement: [], Resource: [7, yes] };", 'p = { Statement: [], Resource: ["7", yes] };'],
    [
      "in a list that is spread in",
      "const list = [7]; p = { Statement: [], Resource: [...list] };",
      'const list = ["7"]; p = { Statement: [], Resource: [...list] };',
    ],
  ])("%s", (_, code, text) => expect(edited(code, quoted)).toBe(text));

  it.each<UneditedSample>([
    ["that is null", "p = { Statement: [], Resource: [null] };"],
    ["of a constant", "const seven = 7; p = { Statement: [], Resource: seven };"],
    ["of an assertion in a list", "p = { Statement: [], Resource: [7 as Version] };"],
    ["behind an assertion in a list", "p = { Statement: [], Resource: [<Version>7] };"],
    ["of a constant in a list", "const seven = 7; p = { Statement: [], Resource: [seven] };"],
  ])("but not one %s", (_, code) => expect(edited(code, quoted)).toBeUndefined());
});
