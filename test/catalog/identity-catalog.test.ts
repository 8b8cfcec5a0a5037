import { describe, expect, it } from "vitest";
import { catalogOf } from "../../src/catalog/catalog.js";
import type { Cloud } from "../../src/catalog/format.js";
import { identityActionNameOf } from "../../src/policy/pattern.js";

const identity = (cloud?: Cloud) => catalogOf(cloud).identity;
const namesOf = (actions: readonly { name: string }[]) => actions.map(({ name }) => name);

describe("what identity policies may use", () => {
  it("is known of pages in every cloud, and of files in their cloud", () => {
    expect(identity("otc-swiss").action("eip:publicips:get")?.name).toBe("eip:publicIps:get");
    expect(identity("otc").action("lorry:trucks:load")?.name).toBe("lorry:trucks:load");
    expect(identity("huaweicloud").action("lorry:trucks:load")).toBeUndefined();
    expect(namesOf(identity().ofService("lorry"))).toHaveLength(6);
  });

  it.each(["toy:boxes:open", "nothing", "", "__proto__:x:y", "constructor:x:y"])("is nothing of %j", (text) => {
    expect(identity().action(text)).toBeUndefined();
  });

  it("is complete where each of the clouds has a complete source", () => {
    expect(identity("otc").isComplete("lorry")).toBe(true);
    expect(identity("huaweicloud").isComplete("lorry")).toBe(false);
    expect(identity().isComplete("lorry")).toBe(false);
    expect(identity("otc").isComplete("eip")).toBe(false);
  });

  it("is matched by patterns, also by the names of version 1.1", () => {
    const matching = (text: string) => {
      const { pattern } = identityActionNameOf(text);
      return pattern
        ? [namesOf(identity("otc").matching(pattern)), namesOf(identity("otc").withAliasMatching(pattern))]
        : [];
    };
    expect(matching("lorry:trucks:*")).toEqual([["lorry:trucks:hire", "lorry:trucks:load", "lorry:trucks:wash"], []]);
    expect(matching("lorry:truck:h?lt")).toEqual([[], ["lorry:trailers:park", "lorry:trucks:wash"]]);
    expect(matching("lorry:truck:rent")).toEqual([[], ["lorry:trucks:hire"]]);
    expect(matching("lorry:truck:*:x")).toEqual([]);
  });
});

describe("the names that version 1.1 has", () => {
  it("are those that a source lists", () => {
    expect(namesOf(identity("otc").withAlias("lorry:truck:halt"))).toEqual([
      "lorry:trailers:park",
      "lorry:trucks:wash",
    ]);
    expect(identity("otc").withAlias("vpc:publicips:update")).toHaveLength(3);
    expect(identity("otc").withAlias("toy:box:open")).toEqual([]);
  });

  it("are the same name only where the tables of version 1.1 have it", () => {
    expect(identity("otc").action("ims:images:list")?.aliases).toEqual(["ims:images:list"]);
    expect(namesOf(identity("otc").withAlias("ims:images:list"))).toContain("ims:images:list");
    expect(identity("otc").action("lorry:trucks:load")?.aliases).toEqual([]);
  });

  it("are unknown where a source may lack some", () => {
    expect(identity().action("lorry:trucks:load")?.aliases).toBeUndefined();
    expect(identity("huaweicloud").action("lorry:drivers:rest")?.aliases).toBeUndefined();
    expect(identity().action("sts:agencies:assume")?.aliases).toBeUndefined();
  });
});

describe("the resources that an action takes", () => {
  it("may be of other services", () => {
    expect(identity("otc").action("lorry:trucks:load")?.resources).toEqual([
      { service: "lorry", type: "truck" },
      { service: "lorry", type: "trailer" },
      { service: "er", type: "instances" },
    ]);
  });

  it("are none, or not known", () => {
    expect(identity("otc").action("lorry:quotas:show")?.resources).toEqual([]);
    expect(identity().action("lorry:trucks:load")?.resources).toBeUndefined();
    // A source without any resource says nothing of them.
    expect(identity("otc").action("jar::list")?.resources).toBeUndefined();
    expect(identity("otc").action("eip:publicips:get")?.resources).toBeUndefined();
  });

  it("have types, those that only an action names among them", () => {
    expect(identity("otc").typesOf("lorry")).toEqual(["truck", "trailer"]);
    expect(identity("otc").typesOf("iam")).toContain("agency");
    expect(identity("otc").typesOf("constructor")).toEqual([]);
  });
});
