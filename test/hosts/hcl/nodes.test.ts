import { describe, expect, it } from "vitest";
import { parseHcl } from "../../../src/hosts/hcl/structure.js";
import { acceptedTexts } from "./accepted-texts.js";
import { nodesIn, outlineOf } from "./tree.js";

const outlines: readonly (readonly [expression: string, outline: string])[] = [
  [
    "a.b[0].*.c[*]",
    "Traversal a.b[0].*.c[*] [Variable a, AttributeStep .b, IndexStep [0] [NumberLiteral 0], SplatStep .*, AttributeStep .c, SplatStep [*]]",
  ],
  [
    "1 + 2 * 3 - x",
    "Operation 1 + 2 * 3 - x [NumberLiteral 1, Operation 2 * 3 [NumberLiteral 2, NumberLiteral 3], Variable x]",
  ],
  [
    "a && b || c == d",
    "Operation a && b || c == d [Operation a && b [Variable a, Variable b], Operation c == d [Variable c, Variable d]]",
  ],
  ["!-a.b", "UnaryOperation !-a.b [Traversal a.b [Variable a, AttributeStep .b]]"],
  [
    "a ? b : c ? d : e",
    "Conditional a ? b : c ? d : e [ConditionalCase a ? b [Variable a, Variable b], ConditionalCase c ? d [Variable c, Variable d], Variable e]",
  ],
  ["(a)", "Parentheses (a) [Variable a]"],
  ["f(1, x...)", "Call f(1, x...) [Name f, NumberLiteral 1, Variable x]"],
  ["provider::a::b(null)", "Call provider::a::b(null) [Name provider::a::b, NullLiteral null]"],
  [
    "[for k, v in c : v if k]",
    "ForExpression [for k, v in c : v if k] [Name k, Name v, Variable c, Variable v, Variable k]",
  ],
  [
    "{ for k, v in c : k => v... }",
    "ForExpression { for k, v in c : k => v... } [Name k, Name v, Variable c, Variable k, Variable v]",
  ],
  [
    '{ a = 1, "b" : [] }',
    'Object { a = 1, \\"b\\" : [] } [Member a = 1 [Variable a, NumberLiteral 1], Member \\"b\\" : [] [Template \\"b\\" [TemplateText b], List []]]',
  ],
  [
    '"x${ y }$${z}"',
    'Template \\"x${ y }$${z}\\" [TemplateText x, Interpolation ${ y } [Variable y], TemplateText $${, TemplateText z}]',
  ],
  [
    '"%{ if a }b%{ else }c%{ endif }"',
    'Template \\"%{ if a }b%{ else }c%{ endif }\\" [IfDirective %{ if a }b%{ else }c%{ endif } [Variable a, TemplateText b, TemplateText c]]',
  ],
  [
    '"%{ for a, b in c }${b}%{ endfor }"',
    'Template \\"%{ for a, b in c }${b}%{ endfor }\\" [ForDirective %{ for a, b in c }${b}%{ endfor } [Name a, Name b, Variable c, Interpolation ${b} [Variable b]]]',
  ],
  [
    "<<-E\n  x\n  ${y}\n  E",
    "Template <<-E\\n  x\\n  ${y}\\n  E [TemplateText   x\\n, TemplateText   , Interpolation ${y} [Variable y], TemplateText \\n]",
  ],
];

describe("the tree of an HCL file", () => {
  it.each(Object.entries(acceptedTexts))("has nodes in their parents, one behind the other: %s", (_, texts) => {
    for (const text of texts) {
      for (const { node, parent, before } of nodesIn(parseHcl(text))) {
        const [start, end] = node.range;
        expect([text, node.type, start <= end]).toEqual([text, node.type, true]);
        expect(start).toBeGreaterThanOrEqual(Math.max(parent?.range[0] ?? 0, before?.range[1] ?? 0));
        expect(end).toBeLessThanOrEqual(parent?.range[1] ?? text.length);
      }
    }
  });

  it.each(outlines)("has the parts of an expression: %s", (expression, outline) => {
    const text = `a = ${expression}\n`;
    const [attribute] = parseHcl(text).body;
    expect(attribute?.type === "Attribute" && outlineOf(attribute.value, text)).toBe(outline);
  });
});
