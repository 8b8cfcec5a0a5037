import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { hostileActions, hostileNames } from "./actions.js";
import { object, type JsonTree } from "./json-tree.js";

/** What stands where something else belongs. */
const leaves: fc.Arbitrary<JsonTree> = fc.oneof(
  fc.constantFrom(...hostileNames),
  hostileActions,
  fc.constantFrom<JsonTree>(null, true, false, 0, -0, 1.1, 1e308, "Allow", "Deny", "1.1", "ims:images:list", "*"),
);

const keys = fc.constantFrom(
  ...["Version", "Statement", "Effect", "Action", "NotAction", "Resource", "Condition", "uri", "Depends", "Principal"],
  ...["role", "policy", "display_name", "type", "catalog", "id", "role_assignments", "resource", "statement", "effect"],
  ...[
    "huaweicloud_identity_role",
    "opentelekomcloud_identity_role_v3",
    "count",
    "dynamic",
    "StringEquals",
    "g:UserName",
  ],
  ...hostileNames,
);

function treesWith(names: fc.Arbitrary<string>): fc.Arbitrary<JsonTree> {
  return fc.letrec<{ tree: JsonTree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaves,
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.array(fc.tuple(names, tie("tree")), { maxLength: 5 }).map((entries) => object(...entries)),
    ),
  })).tree;
}

/** JSON that has the words of policies in any place. */
export const hostileTrees: fc.Arbitrary<JsonTree> = treesWith(keys).map((tree) =>
  object(["Version", "1.1"], ["Statement", tree], ["resource", tree]),
);

/** JSON that has none of them. */
export const noise: fc.Arbitrary<JsonTree> = treesWith(fc.constantFrom(...hostileNames));

/** The policies of other clouds, by their own rules. */
export const foreignPolicies: fc.Arbitrary<JsonTree> = fc
  .tuple(
    fc.constantFrom<JsonTree>("2012-10-17", "2008-10-17", "2.0", "1", "2021-06-01"),
    fc.array(
      fc.tuple(
        fc.constantFrom("Allow", "Deny", "allow"),
        fc.array(fc.constantFrom("s3:GetObject", "s3:*", "*", "oss:GetObject", "name/cos:GetObject", "ecs:RunTask")),
        fc.constantFrom<JsonTree>(
          "arn:aws:s3:::a/*",
          ["arn:aws:s3:::a"],
          "acs:oss:*:*:a",
          ["qcs::cos:a:uid/1:a/*"],
          "*",
        ),
        fc.constantFrom<JsonTree>(object(), object(["StringLike", object(["aws:UserName", "a*"])])),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([version, statements]) =>
    object(
      ["Version", version],
      [
        "Statement",
        statements.map(([effect, action, resource, condition]) =>
          object(["Effect", effect], ["Action", action], ["Resource", resource], ["Condition", condition]),
        ),
      ],
    ),
  );

/** A file as projects have them, with what to parse it as. */
export interface Sample {
  readonly name: string;
  readonly text: string;
}

const fixtures = new URL("../fixtures/", import.meta.url);

const samples: readonly Sample[] = [
  "carriers",
  "huaweicloud-sdk",
  "own-carriers",
  "role-assignment-body",
  "terraform-json",
]
  .flatMap((folder) => readdirSync(new URL(folder, fixtures)).map((name) => `${folder}/${name}`))
  .filter((name) => /\.(?:ts|json)$/u.test(name) && !name.endsWith("tsconfig.json"))
  .map((name) => ({ name, text: readFileSync(new URL(name, fixtures), "utf8") }));

const sampleNames = fc.constantFrom(...samples.map(({ name }) => name));

/** What is written in the place of a name or a text. */
const expressions = fc.constantFrom(
  ...["undefined", "null", "0", "[]", "{}", "[,]", "...x", "await x", "(x)", "x.y", "f()", "`${x}`", "x ? y : z", "x!"],
  ...["new X()", "x => x", "class {}", "this", "this.x", "import('x')", "/x/u", "1n", "__proto__", "constructor"],
  ...hostileNames.map((name) => JSON.stringify(name)),
);

/** Changes of a sample: pieces that are cut out, written twice, or replaced. */
const changes = fc.array(
  fc.tuple(fc.constantFrom("cut", "double", "replace", "replace", "replace", "end"), fc.nat(), fc.nat(6), expressions),
  { minLength: 1, maxLength: 4 },
);

export const changedSamples: fc.Arbitrary<Sample> = fc.tuple(sampleNames, changes).map(([name, all]) => {
  const text = samples.find((sample) => sample.name === name)?.text ?? "";
  const pieces = text.match(/"(?:[^"\\\n]|\\.)*"|\w+|\s+|[^]/gu) ?? [];
  for (const [kind, place, length, expression] of all) {
    const at = place % (pieces.length + 1);
    switch (kind) {
      case "cut":
        pieces.splice(at, length);
        break;
      case "double":
        pieces.splice(at, 0, ...pieces.slice(at, at + length));
        break;
      case "replace":
        pieces.splice(nextWord(pieces, at), 1, expression);
        break;
      default:
        // A text that is cut off in the middle is seldom parsed: it need not be often.
        pieces.length = length === 0 ? at : pieces.length;
    }
  }
  return { name, text: pieces.join("") };
});

function nextWord(pieces: readonly string[], from: number): number {
  const found = pieces.findIndex((piece, index) => index >= from && /^["\w]/u.test(piece));
  return found < 0 ? 0 : found;
}

/** How a constant may be made of others, and of itself. */
const formulas = fc.tuple(
  fc.constantFrom(
    ...["[...A, ...B]", "{ ...A, b: B }", "`${A} ${B}`", "A + B", "A.concat(B)", "x ? A : B", "JSON.stringify(A)"],
    ...[
      "Object.freeze(A)",
      "A.x",
      "A[0]",
      "[A, B]",
      "A as typeof B",
      "A.withX(B)",
      "new Role(A, B)",
      '"ims:images:list"',
    ],
    ...['["ims:images:lst"]', '{ Effect: "Allow", Action: A }', '{ Version: "1.1", Statement: [A, B] }', "f(A)", "A!"],
    ...["new IdentityRole(A, 'a', { policy: B })", "{ role: { display_name: 'a', policy: A } }", "[, A]", "A.Action"],
  ),
  fc.nat(),
  fc.nat(),
);

/** Modules of constants that are made of one another, in circles too; each name may be one of another module. */
export const moduleTexts: fc.Arbitrary<readonly string[]> = fc
  .array(fc.array(formulas, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 })
  .map((modules) =>
    modules.map((constants, own) => {
      const nameOf = (number: number) => `c${number % constants.length}`;
      const lines = constants.map(([formula, one, other], index) => {
        const value = formula
          .replace(/\bA\b/gu, nameOf(one))
          .replace(/\bB\b/gu, other % 3 === 0 ? "other" : nameOf(other));
        return `export const c${index} = ${value};`;
      });
      const next = (own + 1) % modules.length;
      return [
        `import { c0 as other } from "./m${next}";`,
        `import { IdentityRole } from "@cdktf/provider-huaweicloud";`,
        `export * from "./m${own}";`,
        `export { other as c99 } from "./m${next}";`,
        ...lines,
        `export const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: c0 }, c1, ...c0, other] };`,
        "",
      ].join("\n");
    }),
  );
