import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { candidateFilter } from "../../../src/carriers/candidate-filter.js";
import { hclHost } from "../../../src/hosts/hcl/host.js";
import { parseHcl } from "../../../src/hosts/hcl/structure.js";
import { memberOf } from "../../../src/policy/members.js";
import type { Value } from "../../../src/policy/value.js";
import { plainOf } from "../../sources.js";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "module-"));
  writeFileSync(
    join(folder, "locals.tf"),
    '\uFEFFlocals {\n  read = concat(["a:b:c"], local.more, local.own)\n  role = x.y\n}\n',
  );
  writeFileSync(
    join(folder, "more.tofu"),
    'locals {\n  more = ["d:e:f"]\n}\nvariable "extra" {\n  default = ["g:h:i"]\n}\n',
  );
  writeFileSync(join(folder, "broken.tf"), "locals {\n  read = [\n");
  writeFileSync(join(folder, "other.txt"), 'locals {\n  other = "x"\n}\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The statement of the first object with one in a file of the folder. */
function statementIn(text: string, name = "main.tf"): Value | undefined {
  const source = { ast: parseHcl(text), text, filename: name === "" ? "<input>" : join(folder, name) };
  const object = [...hclHost.candidates(source, candidateFilter([], source.text))].find(
    ({ kind }) => kind === "object",
  );
  return object?.kind === "object" ? memberOf(object, "Statement") : undefined;
}

function plain(expression: string, name?: string): unknown {
  const text = `a = { Statement = ${expression} }\nlocals {\n  own = ["j:k:l"]\n}\n`;
  return plainOf(statementIn(text, name), text);
}

describe("a name that another file of the module defines", () => {
  it("has its value, which may use names of all of them", () => {
    expect(plain("local.read")).toEqual(["a:b:c", "d:e:f", "j:k:l"]);
    expect(plain("local.read[1]")).toBe("d:e:f");
    expect(plain("var.extra")).toEqual({ oneOf: [["g:h:i"], { unknown: "var.extra" }] });
  });

  it("is located at the reference, says where it is from, and cannot be edited", () => {
    const text = "a = { Statement = local.more[0] }\n";
    const value = statementIn(text);
    expect(value).toMatchObject({ kind: "string", origin: "more.tofu", isLiteral: false });
    expect(text.slice(...(value?.range ?? [0, 0]))).toBe("local.more[0]");
    expect(value?.kind === "string" ? value.slice(0, 1) : undefined).toBeNull();
  });

  it("keeps the reference that it is", () => {
    expect(statementIn("a = { Statement = local.role }\n")).toMatchObject({ kind: "unknown", reference: "${x.y}" });
  });

  it("is unknown in a file of another kind, or without a folder", () => {
    expect(plain("local.other")).toEqual({ unknown: "local.other" });
    expect(plain("local.more", "")).toEqual({ unknown: "local.more" });
    expect(plain("local.more", "missing/main.tf")).toEqual({ unknown: "local.more" });
  });

  it("has its new value when the file changes", () => {
    const path = join(folder, "changing.tf");
    writeFileSync(path, "locals {\n  changing = 1\n}\n");
    expect(plain("local.changing")).toBe(1);
    writeFileSync(path, "locals {\n  changing = 2\n}\n");
    utimesSync(path, 1, 1);
    expect(plain("local.changing")).toBe(2);
  });

  it("is unknown in the end where files refer to each other in a circle", () => {
    writeFileSync(join(folder, "one.tf"), "locals {\n  one = [local.two]\n}\n");
    writeFileSync(join(folder, "two.tf"), "locals {\n  two = [local.one]\n}\n");
    expect(plain("local.one")).toBeUndefined();
  });
});
