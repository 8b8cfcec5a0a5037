import { describe, expect, it } from "vitest";
import { parseActionCell } from "../../../tools/import-catalog/action-cell.js";
import { type BlockKind, type Cell, block } from "../../../tools/import-catalog/grid.js";

/** Lines with `- ` are items, with `+ ` what follows inside an item, the others paragraphs. */
function cell(...lines: readonly string[]): Cell {
  const kinds: { readonly [mark: string]: BlockKind } = { "- ": "item", "+ ": "continuation" };
  return lines.flatMap((line) => {
    const kind = kinds[line.slice(0, 2)];
    return kind === undefined ? block("paragraph", line) : block(kind, line.slice(2));
  });
}

function parse(...lines: readonly string[]) {
  return parseFor("", ...lines);
}

/** As {@link parse}, in a row of the service `jampot` with a title. */
function parseFor(title: string, ...lines: readonly string[]) {
  return parseActionCell(cell(...lines), new Set(["jam", "ims", "evs", "as"]), { title, service: "jampot" });
}

const nothingElse = { cases: [], companionRoles: [], problems: [] };

describe("names in a cell", () => {
  it.each([
    ["paragraphs", ["jam:pot:get", "jam:pot:list"], ["jam:pot:get", "jam:pot:list"]],
    ["items and paragraphs", ["- jam:pot:get", "jam:lid-set:list_all"], ["jam:pot:get", "jam:lid-set:list_all"]],
    ["commas and quotes", ['"jam:*:get*",', '"jam:pot:list"，'], ["jam:*:get*", "jam:pot:list"]],
    ["an unbalanced quote", ['jam:pot:delete"'], ["jam:pot:delete"]],
    ["one line", ["jam:pot:get, jam:pot:list"], ["jam:pot:get", "jam:pot:list"]],
    ["spaces inside", ["jam: pot: get"], ["jam:pot:get"]],
    ["a name twice", ["jam:pot:get", "jam:pot:GET"], ["jam:pot:get"]],
    ["joined names", ["jam:pot:getims:images:update"], ["jam:pot:get", "ims:images:update"]],
    ["joined names, longest prefix", ["jam:pot:createevs:volumes:get"], ["jam:pot:create", "evs:volumes:get"]],
  ])("reads %s", (_, lines, names) => {
    expect(parse(...lines)).toEqual({ always: names, ...nothingElse });
  });

  it.each(["-", "N/A", "None", "无", "无。", "--", "/", "No authorization required", "无需授权", "Not required"])(
    "knows that %s says nothing",
    (text) => {
      expect(parse(text)).toEqual({ always: [], ...nothingElse });
    },
  );
});

describe("qualifiers", () => {
  const migration = { name: "jam:pot:cook", qualifier: "only-enterprise-project-migration" };
  const system = { name: "jam:pot:cook", qualifier: "only-system-disk-import" };

  it.each([
    ["English", "jam:pot:cook (only for migration to enterprise projects)", migration],
    ["Chinese", "jam:pot:cook（仅企业项目迁移需要）", migration],
    ["of a disk", "jam:pot:cook (required only for quickly importing system disk images)", system],
  ])("keeps a qualifier in %s as data", (_, text, expected) => {
    expect(parse("- jam:pot:get", `- ${text}`)).toEqual({ always: ["jam:pot:get", expected], ...nothingElse });
  });

  it("applies the qualifier of an item to the rest of the item", () => {
    const reading = parse(
      "- jam:pot:cook (only for migration to enterprise projects)",
      "+ jam:lid:get",
      "- jam:pot:get",
    );
    expect(reading.always).toEqual([
      migration,
      { name: "jam:lid:get", qualifier: "only-enterprise-project-migration" },
      "jam:pot:get",
    ]);
  });

  it("applies a qualifier to the last of joined names", () => {
    const reading = parse("jam:lid:getjam:pot:cook（仅企业项目迁移需要）");
    expect(reading.always).toEqual(["jam:lid:get", migration]);
  });

  it("drops qualified duplicates of a name that always applies", () => {
    const reading = parse(
      "- jam:pot:get",
      "- jam:lid:get (only for migration to enterprise projects)",
      "+ jam:pot:get",
    );
    expect(reading.always).toEqual([
      "jam:pot:get",
      { name: "jam:lid:get", qualifier: "only-enterprise-project-migration" },
    ]);
  });

  it("does not guess an unknown qualifier", () => {
    expect(parse("jam:pot:cook (on Sundays)")).toMatchObject({ always: [], problems: ["jam:pot:cook (on Sundays)"] });
  });

  it("makes a dependency of a single case conditional", () => {
    const reading = parse("- jam:pot:get", "- To see lids, jam:lid:get is required.", "- jam:pot:list");
    expect(reading.always).toEqual([
      "jam:pot:get",
      { name: "jam:lid:get", qualifier: "only-in-some-cases" },
      "jam:pot:list",
    ]);
  });

  it("applies the meaning of a line of prose to all names below it", () => {
    const reading = parse(
      "- jam:pot:get",
      "- To make a lid, the following permissions are required:",
      "- jam:lid:get",
      "- jam:lid:make",
    );
    expect(reading.always).toEqual([
      "jam:pot:get",
      { name: "jam:lid:get", qualifier: "only-in-some-cases" },
      { name: "jam:lid:make", qualifier: "only-in-some-cases" },
    ]);
  });
});

describe("requirements in words", () => {
  it.each([
    ["the row's own", "Changing the lid of a pot", "Changing a lid requires the following permissions:"],
    ["with the service's name", "Making a lid", "Making a jam pot lid requires lid-related permissions, all of them."],
    ["in Chinese", "", "创建SFS Turbo实例时，需要添加如下授权项："],
  ])("take what follows for needed always: %s", (_, title, line) => {
    expect(parseFor(title, line, "- jam:lid:*")).toEqual({ always: ["jam:lid:*"], ...nothingElse });
  });

  it.each([
    ["narrower than the row", "Making a lid", "Making a golden lid requires the following permissions:"],
    ["of something else", "Making a lid", "Washing a lid requires the following permissions:"],
    ["of a case, in Chinese", "", "煮果酱时，还需要添加如下授权项："],
  ])("take what follows for needed in some cases: %s", (_, title, line) => {
    const lid = { name: "jam:lid:*", qualifier: "only-in-some-cases" };
    expect(parseFor(title, line, "jam:lid:*")).toEqual({ always: [lid], ...nothingElse });
  });

  it("do not hide a role", () => {
    const role = "Making an encrypted lid requires the KMS Administrator permissions.";
    expect(parseFor("Making a lid", `- ${role}`)).toMatchObject({
      companionRoles: [{ anyOf: ["KMS Administrator"], qualifier: "only-encrypted" }],
      problems: [],
    });
  });
});

describe("cases", () => {
  it("reads labels before names, in both writings", () => {
    expect(parse("- Pot: jam:potTags:list", "- 盖子：jam:lidTags:list").cases).toEqual([
      { label: "Pot", names: ["jam:potTags:list"] },
      { label: "盖子", names: ["jam:lidTags:list"] },
    ]);
  });

  it("reads headings above names, and names above the first heading", () => {
    expect(
      parse("jam:pot:cook", "- New pot", "+ jam:pot:make", "- Old pot", "+ jam:pot:wash", "+ jam:pot:get"),
    ).toEqual({
      always: ["jam:pot:cook"],
      cases: [
        { label: "New pot", names: ["jam:pot:make"] },
        { label: "Old pot", names: ["jam:pot:wash", "jam:pot:get"] },
      ],
      companionRoles: [],
      problems: [],
    });
  });

  it("does not take a lone heading for a case", () => {
    expect(parse("Somebody knows")).toMatchObject({ cases: [], problems: ["Somebody knows"] });
  });
});

describe("roles and what is not understood", () => {
  it("reads the role for encrypted instances", () => {
    const reading = parse("jam:pot:make", "(For an encrypted pot, the KMS Administrator permission is needed.)");
    expect(reading).toEqual({
      always: ["jam:pot:make"],
      cases: [],
      companionRoles: [{ anyOf: ["KMS Administrator"], qualifier: "only-encrypted" }],
      problems: [],
    });
  });

  it.each(["pot:cook", "jam:pot:cook:now", "Ask the cook, he may know."])("lists %s", (text) => {
    expect(parse("jam:pot:get", text)).toMatchObject({ always: ["jam:pot:get"], problems: [text] });
  });
});
