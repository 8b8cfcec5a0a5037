import { readdirSync, readFileSync } from "node:fs";
import { parseForESLint } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import fc from "fast-check";
import { readMarks } from "../hosts-table.js";
import { hostileNames } from "./actions.js";
import type { Setting } from "./lint.js";

/** A file as projects have them. */
export interface Sample {
  readonly name: string;
  readonly text: string;
}

const fixtures = new URL("../fixtures/", import.meta.url);

const samples: readonly Sample[] = [
  "carriers",
  "huaweicloud-sdk",
  "policy-sources",
  "role-assignment-body",
  "terraform-json",
]
  .flatMap((folder) => readdirSync(new URL(folder, fixtures)).map((name) => `${folder}/${name}`))
  .filter((name) => /\.(?:ts|json)$/u.test(name) && !name.endsWith("tsconfig.json"))
  .map((name) => ({ name, text: readMarks(readFileSync(new URL(name, fixtures), "utf8")).code }));

/** What the samples of `policy-sources` need, of which the others have nothing. */
export const policySourcesSetting: Setting = {
  policySources: [
    { function: "grantPolicy", module: "./iam", enterpriseProject: "epsId", iamProject: "projectId" },
    { function: "PolicyGrant", argument: 1 },
    { property: "policyDocument", enterpriseProject: "epsId" },
  ],
};

/** A sample with other values in the place of some, which may be cut off at some place. */
export const changedSamples: fc.Arbitrary<Sample> = fc
  .constantFrom(...samples.map(({ name }) => name))
  .chain((name) => {
    const forms = name.endsWith(".json") ? jsonForms : codeForms;
    const change = fc.tuple(fc.nat(), fc.constantFrom(...forms), fc.nat());
    return fc.tuple(
      fc.constant(name),
      fc.array(change, { minLength: 1, maxLength: 5 }),
      fc.oneof({ weight: 14, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat() }),
    );
  })
  .map(([name, changes, end]) => {
    const text = changes.reduce((before, change) => changed(name, before, ...change), textOf(name));
    // Behind a backslash at the end of the text, ESLint's parser of JSON5 goes on for ever.
    return { name, text: end === undefined ? text : text.slice(0, end % text.length).replace(/\\+$/u, "") };
  });

/** What is written in the place of a value: `A` is the value itself and `B` another one of the file. */
const jsonForms = [
  ...["B", "B", "B", "[A, B]", '{ "B": A }', '{ "Statement": A }', '{ "role": A }', "null", "0", "[]", "{}", "true"],
  ...hostileNames.map((name) => JSON.stringify(name)),
];
const codeForms = [
  ...jsonForms,
  ...["undefined", "[, A]", "[...A]", "{ ...A, ...B }", "await A", "(A)", "A.y", "f(A)", "x => A", "A.withX(B)"],
  ...["`${A}`", "`a${A}${B}`", "x ? A : B", "A!", "A as const", "new X(A)", "A + B", "A.concat(B)", "A?.x", "A[B]"],
  ...["JSON.stringify(A)", "JSON.stringify(JSON.stringify(A))", "Object.freeze(A)", "this", "this.x", "class {}"],
  ...["import('x')", "/x/u", "1n", "__proto__", "constructor", "toString", "(B, A)", "A ?? B", "A || B", "`A`"],
];

function textOf(wanted: string): string {
  return samples.find(({ name }) => name === wanted)?.text ?? "";
}

function changed(name: string, text: string, at: number, form: string, otherAt: number): string {
  const slots = slotsIn(name, text);
  const [slot, other] = [at, otherAt].map((place) => slots[place % slots.length]);
  if (!slot || !other) {
    return text;
  }
  const written = form.replace(/\b[AB]\b/gu, (letter) => text.slice(...(letter === "A" ? slot : other)));
  return text.slice(0, slot[0]) + written + text.slice(slot[1]);
}

/** Where values stand, by the kind of node that they are a part of. */
const slotKeys: Readonly<Record<string, readonly string[]>> = {
  ArrayExpression: ["elements"],
  BinaryExpression: ["left", "right"],
  CallExpression: ["callee", "arguments"],
  ConditionalExpression: ["consequent", "alternate"],
  MemberExpression: ["object"],
  NewExpression: ["arguments"],
  Property: ["value"],
  ReturnStatement: ["argument"],
  SpreadElement: ["argument"],
  TemplateLiteral: ["expressions"],
  VariableDeclarator: ["init"],
};

/** The ranges of a file's values; none in a text that is no code any more. JSON is an expression of JavaScript. */
function slotsIn(name: string, text: string): readonly (readonly [number, number])[] {
  const isJson = name.endsWith(".json");
  try {
    const { ast, visitorKeys } = parseForESLint(isJson ? `(${text})` : text, { range: true });
    const slots = slotsOf(ast, visitorKeys);
    return isJson ? slots.map(({ range: [start, end] }) => [start - 1, end - 1]) : slots.map(({ range }) => range);
  } catch {
    return [];
  }
}

function slotsOf(node: TSESTree.Node, visitorKeys: ReturnType<typeof parseForESLint>["visitorKeys"]): TSESTree.Node[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => {
    const children = (
      [node[key as keyof TSESTree.Node]].flat() as unknown as readonly (TSESTree.Node | null | undefined)[]
    ).filter((child) => child !== null && child !== undefined);
    const isSlot = slotKeys[node.type]?.includes(key) ?? false;
    return [...(isSlot ? children : []), ...children.flatMap((child) => slotsOf(child, visitorKeys))];
  });
}
