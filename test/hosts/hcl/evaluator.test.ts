import { describe, expect, it } from "vitest";
import { MappedText } from "../../../src/text/mapped-text.js";
import { plainOf } from "../../sources.js";
import { definitionsIn } from "../../../src/hosts/hcl/definitions.js";
import { Evaluator } from "../../../src/hosts/hcl/evaluator.js";
import { parseHcl } from "../../../src/hosts/hcl/structure.js";
import { firstValue } from "./literals.js";

/** The value of an expression, in a file with some locals and variables. */
function valueOf(expression: string): unknown {
  const text = `a = ${expression}\n${definitions}`;
  return plainOf(firstValue(text), text);
}

const definitions = `
locals {
  read   = ["ims:images:list", "ims:images:get"]
  all    = concat(local.read, ["ims:images:delete"])
  prefix = "ims"
  roles  = { readers = { actions = ["a:b:c"] }, writers = { actions = ["d:e:f"] } }
  self   = [local.self]
  one    = local.two
  two    = local.one
  enabled = true
}
variable "extra" {
  default = ["x:y:z"]
}
variable "name" {
  type = string
}
locals { last = local.prefix }
`;

const u = (source: string) => ({ unknown: source });

describe("the value of an HCL expression", () => {
  it.each<[string, unknown]>([
    ["1", 1],
    ["-1.5", -1.5],
    ["!true", false],
    ["null", null],
    ["(true)", true],
    ['"a\\u00e9\\n$${x}"', "aé\n${x}"],
    ['"${1}-${true}-${"x"}"', "1-true-x"],
    ['"${["x"]}"', ["x"]],
    ['"ims:${var.name}:get"', "ims:\uFFFC:get"],
    ['"%{ if var.name }x%{ endif }y"', "\uFFFCy"],
    ["<<E\nx\n  ${local.prefix}\nE", "x\n  ims\n"],
    ["<<-E\n    x\n      y\n    E", "x\n  y\n"],
    ["[1, [2]]", [1, [2]]],
    ['{ a = 1, "b" : 2, (local.prefix) = 3, 4 = 5, null = 6 }', { a: 1, b: 2, ims: 3, 4: 5, null: 6 }],
    ["{ (var.name) = 1, b = 2 }", { b: 2, "...": true }],
    ["{ var.name = 1 }", { "...": true }],
    ["1 + 1", u("1 + 1")],
    ['"a" == "a"', true],
    ['"a" != local.prefix', true],
    ["1 == 2", false],
    ['1 == "1"', u('1 == "1"')],
    ['"a" == null', false],
    ["local.prefix == var.name", u("local.prefix == var.name")],
    ["var.name != 1", u("var.name != 1")],
    ["[] == []", u("[] == []")],
    ["1 == 1 == true", u("1 == 1 == true")],
    ["1 != 1 != true", u("1 != 1 != true")],
    ["true && local.enabled && !false", true],
    ["var.name && false", false],
    ["true && var.name", u("true && var.name")],
    ["var.name || true", true],
    ["false || false", false],
    ['"${["x", 1, null, { a = "\\"y\\"", a = "\\n" }]}!"', '["x",1,null,{"a":"\\n"}]!'],
    ['"${[var.name, { (var.name) = 1 }]}!"', "[\uFFFC,\uFFFC]!"],
    ['"${["a${local.prefix}"]}!"', '["aims"]!'],
    ['"%{ if local.enabled }x%{ else }z%{ endif }y"', "xy"],
    ['"%{ if !local.enabled }x%{ endif }y"', "y"],
    ['"%{ for i, x in local.read }${x},%{ endfor }"', "ims:images:list,ims:images:get,"],
    ['"%{ for k, x in local.roles }${k}=${x.actions[0]} %{ endfor }"', "readers=a:b:c writers=d:e:f "],
    ['"%{ for x in var.extra }${x},%{ endfor }"', "\uFFFC"],
    ['"a:${local.enabled ? "b" : "c"}"', "a:b"],
    ['"a:${var.name ? "b" : "c"}"', { oneOf: ["a:b", "a:c"] }],
    ['"${var.name ? "a" : "b"}:${var.name ? "b" : "c"}"', "\uFFFC:\uFFFC"],
    ['"a:${var.extra[0]}"', "a:\uFFFC"],
    ['[for x in concat(["a"], var.name ? ["b"] : []) : x]', ["a", { oneOf: ["b"] }]],
    ["x", u("x")],
    ["each.value.x", u("each.value.x")],
  ])("%s", (expression, value) => {
    expect(valueOf(expression)).toEqual(value);
  });

  describe("that refers to others", () => {
    it.each<[string, unknown]>([
      ["local.all", ["ims:images:list", "ims:images:get", "ims:images:delete"]],
      ["local.all[1]", "ims:images:get"],
      ["local.all[9]", u("local.all[9]")],
      ["local.last", "ims"],
      ['local.roles["readers"].actions[0]', "a:b:c"],
      ["local.roles.writers.actions", ["d:e:f"]],
      ["local.roles[var.name].actions", { oneOf: [["a:b:c"], ["d:e:f"], u("local.roles[var.name].actions")] }],
      ["values(local.roles)[*].actions", [["a:b:c"], ["d:e:f"]]],
      ["[{ x = 1 }, { x = 2 }][*].x", [1, 2]],
      ["[{ x = 1 }].*.x", [1]],
      ["local.missing", u("local.missing")],
      ["local.one", u("local.two")],
      ["var.extra", { oneOf: [["x:y:z"], u("var.extra")] }],
      ["var.name", u("var.name")],
      ["huaweicloud_identity_role.x.id", u("huaweicloud_identity_role.x.id")],
    ])("%s", (expression, value) => {
      expect(valueOf(expression)).toEqual(value);
    });

    it.each([
      ["x.y.id", "${x.y.id}"],
      ['"${ x.y[0].id }"', "${x.y[0].id}"],
      ["var.extra", "${var.extra}"],
      ["x", "${x}"],
    ])("keeps the reference: %s", (expression, reference) => {
      expect(firstValue(`a = ${expression}\n${definitions}`)).toMatchObject({ reference });
    });
  });

  describe("that depends on a condition", () => {
    it.each<[string, unknown]>([
      ['local.enabled ? "x" : "y"', "x"],
      ['!local.enabled ? "x" : "y"', "y"],
      ['var.name ? "x" : "y"', { oneOf: ["x", "y"] }],
      ['var.name ? "x" : var.z ? "y" : "z"', { oneOf: ["x", "y", "z"] }],
      ['var.name ? "x" : local.enabled ? "y" : "z"', { oneOf: ["x", "y"] }],
    ])("%s", (expression, value) => {
      expect(valueOf(expression)).toEqual(value);
    });
  });

  describe("of a function", () => {
    it.each<[string, unknown]>([
      ['concat(["a"], local.read, var.x)', ["a", "ims:images:list", "ims:images:get", u("var.x")]],
      ['concat(["a"], var.name ? ["b"] : [])', ["a", { oneOf: ["b"] }]],
      ['concat([["a"], ["b"]]...)', ["a", "b"]],
      ['flatten([["a", ["b"]], "c", [], var.x])', ["a", "b", "c", u("var.x")]],
      ["merge({ a = 1, b = 2 }, { b = 3 })", { a: 1, b: 3 }],
      ["merge({ a = 1 }, var.x)", { a: { oneOf: [1, u("1")] }, "...": true }],
      ["merge({ a = 1 }, var.x ? { a = 2 } : {})", { a: { oneOf: [2, u("2")] }, "...": true }],
      ['toset(["a", "b", "a"])', ["a", "b"]],
      ['distinct(concat(["a"], ["a", "c"]))', ["a", "c"]],
      ['setunion(["a"], ["a", "b"])', ["a", "b"]],
      ['tolist(sort(sensitive(["a"])))', ["a"]],
      ['format("OBS:*:*:bucket:%s", local.prefix)', "OBS:*:*:bucket:ims"],
      ['format("%s-%d-%%-%v-%q-%5d", "x", 3, true, "y", 4)', "x-3-%-true-\uFFFC-\uFFFC"],
      ['format("%s:%s", var.name)', "\uFFFC:\uFFFC"],
      ["format(var.name, 1)", u("format(var.name, 1)")],
      ['join(":", ["a", var.name, "b"])', "a:\uFFFC:b"],
      ['join(":", var.name)', u('join(":", var.name)')],
      ["jsonencode({ a = [1] })", { a: [1] }],
      ["jsonencode(var.name)", u("var.name")],
      ['file("x.json")', u('file("x.json")')],
      ['provider::x::concat(["a"])', u('provider::x::concat(["a"])')],
      ['constructor("x")', u('constructor("x")')],
      ['chunklist(["a", "b", "c"], 2)', [["a", "b"], ["c"]]],
      ["chunklist(var.x, 2)", u("chunklist(var.x, 2)")],
      ['chunklist(["a"], 0)', u('chunklist(["a"], 0)')],
      ['compact(["a", "", null, var.x])', ["a", u("var.x")]],
      ['contains(local.read, "ims:images:get")', true],
      ['contains(local.read, "x")', false],
      ['contains(var.x, "x")', u('contains(var.x, "x")')],
      ['element(["a", "b"], 3)', "b"],
      ["element(local.read, var.x)", { oneOf: ["ims:images:list", "ims:images:get", u("element(local.read, var.x)")] }],
      ["element([], 0)", u("element([], 0)")],
      ["element(var.x, 0)", u("element(var.x, 0)")],
      ["element()", u("element()")],
      ["length(local.read)", 2],
      ["length({ a = 1, a = 2 })", 1],
      ["length(var.x)", u("length(var.x)")],
      ['one(["a"])', "a"],
      ["one([])", null],
      ['one(concat(["a"], var.x))', { oneOf: ["a", u("var.x"), u('one(concat(["a"], var.x))')] }],
      ["one(var.x)", u("one(var.x)")],
      ['reverse(["a", "b"])', ["b", "a"]],
      ['setintersection(["c", "a"], ["a", "b"])', ["a"]],
      ['setintersection(["a"], var.x)', [{ oneOf: ["a"] }]],
      ["setintersection(var.x)", u("setintersection(var.x)")],
      ['setsubtract(["c", "b", "a"], ["b"])', ["c", "a"]],
      ['setsubtract(["a", var.x], var.y)', [{ oneOf: ["a"] }, { oneOf: [u("var.x")] }]],
      ["setsubtract(var.x, [])", u("setsubtract(var.x, [])")],
      ['setunion([["b"], ["a"]]...)', ["b", "a"]],
      ['slice(["a", "b", "c"], 1, 2)', ["b"]],
      ['slice(["a", "b"], 0, var.x)', [{ oneOf: ["a"] }, { oneOf: ["b"] }]],
      ["slice(var.x, 0, 1)", u("slice(var.x, 0, 1)")],
      ['sort(["b", "a"])[0]', "a"],
      ['sort(["b", var.x])[0]', { oneOf: ["b", u("var.x"), u('sort(["b", var.x])[0]')] }],
      ['tolist(toset(["b", "a", "b"]))', ["b", "a"]],
      ["keys(local.roles)", ["readers", "writers"]],
      ["keys({ b = 1, a = 2 })[0]", "a"],
      ["keys({ (var.x) = 1 })", [u("keys({ (var.x) = 1 })")]],
      ["keys(var.x)", u("keys(var.x)")],
      ["keys()", u("keys()")],
      ["values({ b = 1, a = 2, a = 3 })", [3, 1]],
      ['lookup({ a = 1 }, "a", 2)', 1],
      ['lookup({ a = 1 }, "b", 2)', 2],
      ['lookup({ (var.x) = 1 }, "b", 2)', { oneOf: [u('lookup({ (var.x) = 1 }, "b", 2)'), 2] }],
      ["lookup({ a = 1 }, var.x, 2)", { oneOf: [1, 2] }],
      ['lookup(var.x, "a", 2)', { oneOf: [u('lookup(var.x, "a", 2)'), 2] }],
      ["lookup()", u("lookup()")],
      ['zipmap(["a", "b"], [1, 2])', { a: 1, b: 2 }],
      ['zipmap(["a", var.x], [1, 2])', { a: 1, "...": true }],
      ["zipmap(var.x, [1])", u("zipmap(var.x, [1])")],
      ['coalesce(null, "", "a", "b")', "a"],
      ['coalesce(var.x, "a", "b")', { oneOf: [u("var.x"), "a"] }],
      ['coalesce("")', u('coalesce("")')],
      ['coalesce("x${var.x}", [])', { oneOf: ["x\uFFFC", []] }],
      ['coalescelist([], ["a"], ["b"])', ["a"]],
      ['coalescelist(var.x, ["a"])', { oneOf: [u("var.x"), ["a"]] }],
      ["try(local.roles.readers.actions, [])", ["a:b:c"]],
      ["try(local.roles.none.actions, [])", { oneOf: [u("local.roles.none.actions"), []] }],
      ['formatlist("ims:%s:%s", ["a", "b"], "get")', ["ims:a:get", "ims:b:get"]],
      ['formatlist("ims:%s", var.x)', u('formatlist("ims:%s", var.x)')],
      ['formatlist("%s%s", ["a"], ["b", "c"])', u('formatlist("%s%s", ["a"], ["b", "c"])')],
      ['lower("IMS:x")', "ims:x"],
      ['lower("É")', u('"É"')],
      ['upper("${var.x}")', u('upper("${var.x}")')],
      ['upper("a")', "A"],
      ['upper("A")', "A"],
      ['replace("a.b.c", ".", ":")', "a:b:c"],
      ['replace("a", "/a/", ":")', u('replace("a", "/a/", ":")')],
      ['replace("a", var.x, ":")', u('replace("a", var.x, ":")')],
      ['replace("a${var.x}", "a", "$&")', u('replace("a${var.x}", "a", "$&")')],
      ['split(",", "a,b,")', ["a", "b", ""]],
      ['split("", "a")', u('split("", "a")')],
      ['split(",", var.x)', u('split(",", var.x)')],
      ['trimspace("  a b\\n")', "a b"],
      ['trimspace(" ")', ""],
      ['chomp("a\\n\\n")', "a"],
      ['trimprefix("ims:a", "ims:")', "a"],
      ['trimprefix("ims:a", "x")', "ims:a"],
      ['trimprefix("ims:a", var.x)', u('trimprefix("ims:a", var.x)')],
      ['trimsuffix("ims:a", ":a")', "ims"],
      ['trimsuffix("ims:a", ":b")', "ims:a"],
      ["tostring(12)", "12"],
      ["tostring(null)", u("tostring(null)")],
      ["tostring()", u("tostring()")],
      ['jsondecode("[1]")', u('jsondecode("[1]")')],
      ["jsondecode(jsonencode([1]))", [1]],
      ['jsondecode("{")', u('jsondecode("{")')],
      ["jsondecode(var.x)", u("jsondecode(var.x)")],
      ["jsondecode()", u("jsondecode()")],
      ['templatefile("x.json.tftpl", {})', u('templatefile("x.json.tftpl", {})')],
      ['templatefile("x.json.tftpl")', u('templatefile("x.json.tftpl")')],
      ["file([]...)", u("file([]...)")],
      ["merge(var.x...)", u("merge(var.x...)")],
      ["compact(var.x...)", u("compact(var.x...)")],
      ["concat()", []],
      ["flatten()", []],
      ["toset()", u("toset()")],
    ])("%s", (expression, value) => {
      expect(valueOf(expression)).toEqual(value);
    });

    it.each(['jsonencode("{}")', 'jsonencode(file("x.json"))', "jsonencode(jsonencode({}))"])(
      "knows a text that is encoded twice: %s",
      (expression) => {
        expect(firstValue(`a = ${expression}\n`)).toMatchObject({ kind: "unknown", isQuotedText: true });
      },
    );
  });

  describe("of a loop", () => {
    it.each<[string, unknown]>([
      ['[for x in local.read : "${x}!"]', ["ims:images:list!", "ims:images:get!"]],
      ['[for x in ["a", "b"] : { y = x } if x != "a"]', [{ y: "b" }]],
      ['[for x in ["a", "b"] : { y = x } if var.name == x]', [{ oneOf: [{ y: "a" }] }, { oneOf: [{ y: "b" }] }]],
      [
        '[for x in var.extra : "${x}!"]',
        [{ oneOf: ["x:y:z!"] }, { oneOf: ["\uFFFC!"] }, u('[for x in var.extra : "${x}!"]')],
      ],
      ['{ for x in var.extra : "k" => x }', { k: { oneOf: [u('{ for x in var.extra : "k" => x }')] }, "...": true }],
      ['{ for x in ["a"] : x => x if var.name }', { a: { oneOf: ["a"] } }],
      [
        '[for x in concat(["a"], var.name) : x]',
        ["a", { oneOf: [u('[for x in concat(["a"], var.name) : x]')] }, u('[for x in concat(["a"], var.name) : x]')],
      ],
      ['[for k, v in local.roles : "${k}:${v.actions[0]}"]', ["readers:a:b:c", "writers:d:e:f"]],
      ["[for x in [1, 2] : x if false]", []],
      ['[for x in [1, 2, 3] : "a:b:c"]', ["a:b:c"]],
      ['[for x in var.name : "a:${x}"]', [{ oneOf: ["a:\uFFFC"] }, u('[for x in var.name : "a:${x}"]')]],
      ["{ for k, v in local.roles : k => v.actions }", { readers: ["a:b:c"], writers: ["d:e:f"] }],
      ['{ for x in ["a"] : upper(x) => x }', { A: "a" }],
      ['{ for x in ["a"] : title(x) => x }', { "...": true }],
      ["{ for x in var.name : x => x }", { "...": true }],
      ['{ for x in ["a"] : x => x... }', { "...": true }],
      ['[for x in ["a"] : [for y in ["b"] : "${x}${y}"]]', [["ab"]]],
    ])("%s", (expression, value) => {
      expect(valueOf(expression)).toEqual(value);
    });
  });
});

describe("an HCL value", () => {
  it("has a place for each character, also without indentation and behind escapes", () => {
    const text = 'a = <<-E\n    {"x":\n      "${local.y}"}\n    E\nlocals { y = "\\u0061b" }\n';
    const value = firstValue(text);
    if (value?.kind !== "string") {
      throw new Error("It is a string.");
    }
    expect(value.value).toBe('{"x":\n  "ab"}\n');
    expect(text.slice(...(value.slice(0, 4) ?? []))).toBe('{"x"');
    expect(text.slice(...(value.slice(9, 11) ?? []))).toBe("\\u0061b");
    expect(value.slice(4, 9)).toBeNull();
    expect(value.isLiteral).toBe(false);
  });

  it("is unknown in the end where locals double each other", () => {
    const lines = Array.from({ length: 60 }, (_, index) => `x${index + 1} = concat(local.x${index}, local.x${index})`);
    const texts = Array.from({ length: 60 }, (_, index) => `y${index + 1} = "\${local.y${index}}\${local.y${index}}"`);
    const text = `a = [local.x60, local.y60]\nlocals {\nx0 = ["a"]\ny0 = "a"\n${[...lines, ...texts].join("\n")}\n}\n`;
    const value = firstValue(text);
    expect(value?.kind === "array" && value.elements.map((element) => element.kind)).toEqual(["array", "string"]);
  });

  it("is a hole in a text where its JSON text would be too long", () => {
    const doubled = Array.from({ length: 40 }, (_, index) => `x${index + 1} = [local.x${index}, local.x${index}]`);
    const text = `a = "\${jsonencode(local.x40)}!"\nlocals {\nx0 = ["a"]\n${doubled.join("\n")}\n}\n`;
    expect(plainOf(firstValue(text), text)).toBe("\uFFFC!");
    const long = `a = "\${jsonencode(["${"x".repeat(100_001)}"])}!"\n`;
    expect(plainOf(firstValue(long), long)).toBe("\uFFFC!");
    const self = `a = "\${jsonencode(local.self)}!"\n${definitions}`;
    expect(plainOf(firstValue(self), self)).toBe("\uFFFC!");
  });

  it("is unknown where it holds itself", () => {
    const text = `a = local.self\n${definitions}`;
    const [attribute] = parseHcl(text).body;
    const evaluator = new Evaluator(MappedText.verbatim(text), definitionsIn(parseHcl(text)));
    expect(attribute?.type === "Attribute" && evaluator.boundedValue(attribute.value).kind).toBe("unknown");
  });

  it("is unknown where locals hold each other more deeply than checks can follow", () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `x${index + 1} = [local.x${index}]`);
    const text = `a = local.x20000\nlocals {\nx0 = 1\n${lines.join("\n")}\n}\n`;
    const [attribute] = parseHcl(text).body;
    const evaluator = new Evaluator(MappedText.verbatim(text), definitionsIn(parseHcl(text)));
    expect(attribute?.type === "Attribute" && evaluator.boundedValue(attribute.value).kind).toBe("unknown");
  });

  it("is unknown where locals refer to each other more deeply than the stack allows", () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `x${index + 1} = local.x${index}`);
    expect(firstValue(`a = local.x20000\nlocals {\nx0 = 1\n${lines.join("\n")}\n}\n`)?.kind).toBe("unknown");
  });
});
