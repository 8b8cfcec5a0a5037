import { describe, expect, it } from "vitest";
import { findingsIn, misspelt, policy, saidOf, testPrograms, testSilent, type Program } from "../programs.js";

const given = "declare const prod: boolean, stack: never, name: string;\n";
const actions = (title: string, setup: string, list: string, more?: Program[2]): Program => [
  title,
  `${given}${setup}\n${policy(list)}`,
  more,
];
const other = (title: string, code: string, more?: Program[2]): Program => [title, given + code, more];

testPrograms("static members", [
  actions("an action", 'class Images {\n  static ALL = "ims:images:⟦lst⟧";\n}', "[Images.ALL]"),
  actions(
    "a readonly action",
    'class Images {\n  static readonly ALL = "ims:images:⟦lst⟧";\n  static readonly ONE = "ims:images:get";\n}',
    "[Images.ALL, Images.ONE]",
  ),
  actions("a list", 'class Images {\n  static READ = ["ims:images:⟦lst⟧", "ims:images:get"];\n}', "[...Images.READ]"),
  actions(
    "a private list",
    'class Images {\n  private static read = ["ims:images:⟦lst⟧"];\n  static all() {\n    return Images.read;\n  }\n}',
    "Images.all()",
  ),
  actions(
    "with #",
    'class Images {\n  static #read = ["ims:images:⟦lst⟧"];\n  static all() {\n    return Images.#read;\n  }\n}',
    "Images.all()",
  ),
  actions(
    "of another one",
    'class Images {\n  static TYPE = "ims:images";\n  static ALL = `${Images.TYPE}:⟦lst⟧`;\n}',
    "[Images.ALL]",
  ),
  actions(
    "of this",
    'class Images {\n  static TYPE = "ims:images";\n  static ALL = `${this.TYPE}:⟦lst⟧`;\n}',
    "[Images.ALL]",
  ),
  actions(
    "of a parent",
    'class Base {\n  static ALL = "ims:images:⟦lst⟧";\n}\nclass Images extends Base {}',
    "[Images.ALL]",
  ),
  actions(
    "a method",
    "class Images {\n  static act(verb: string) {\n    return `ims:images:${verb}`;\n  }\n}",
    '[Images.act("⟦lst⟧")]',
    { findings: [misspelt("(made by act)")] },
  ),
  actions(
    "a block",
    'class Images {\n  static all: string[] = [];\n  static {\n    this.all.push("ims:images:⟦lst⟧");\n  }\n}',
    "Images.all",
  ),
  actions("of a class expression", 'const Images = class {\n  static ALL = "ims:images:⟦lst⟧";\n};', "[Images.ALL]"),
]);

testPrograms("instance members", [
  actions("a field", 'class Images {\n  all = "ims:images:⟦lst⟧";\n}', "[new Images().all]"),
  actions(
    "a readonly list",
    'class Images {\n  readonly read = ["ims:images:⟦lst⟧"];\n}\nconst images = new Images();',
    "[...images.read]",
  ),
  actions(
    "of the constructor",
    "class Images {\n  actions: string[];\n  constructor(...actions: string[]) {\n    this.actions = actions;\n  }\n}",
    'new Images("ims:images:⟦lst⟧").actions',
  ),
  actions(
    "of a parameter",
    "class Images {\n  constructor(readonly actions: string[]) {}\n}",
    'new Images(["ims:images:⟦lst⟧"]).actions',
  ),
  actions(
    "of a parameter with a default",
    'class Images {\n  constructor(private readonly actions = ["ims:images:⟦lst⟧"]) {}\n  all() {\n    return this.actions;\n  }\n}',
    "new Images().all()",
  ),
  actions("a method", 'class Images {\n  all() {\n    return ["ims:images:⟦lst⟧"];\n  }\n}', "new Images().all()"),
  actions(
    "a field with an arrow",
    'class Images {\n  type = "images";\n  act = (verb: string) => `ims:${this.type}:${verb}`;\n}',
    '[new Images().act("⟦lst⟧")]',
  ),
  actions(
    "of a parent",
    'class Base {\n  all() {\n    return [`ims:${this.type}:⟦lst⟧`];\n  }\n  type = "none";\n}\nclass Images extends Base {\n  type = "images";\n}',
    "new Images().all()",
  ),
  actions(
    "of super",
    'class Base {\n  all() {\n    return ["ims:images:⟦lst⟧"];\n  }\n}\nclass Images extends Base {\n  all() {\n    return [...super.all(), "ims:images:get"];\n  }\n}',
    "new Images().all()",
  ),
  actions(
    "with #",
    'class Images {\n  #all = ["ims:images:⟦lst⟧"];\n  get all() {\n    return this.#all;\n  }\n}',
    "new Images().all",
  ),
  other(
    "of a class that nothing makes",
    'export class Images {\n  read = ["ims:images:⟦lst⟧"];\n  policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: [...this.read] }] };\n  }\n}',
  ),
  other(
    "of a class that nothing makes, in the constructor",
    'export class Images {\n  readonly policy: object;\n  constructor(more: string[]) {\n    this.policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧", ...more] }] };\n  }\n}',
  ),
  other(
    "of a field with a policy",
    'export class Images {\n  policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] };\n}',
  ),
  other(
    "of an abstract class",
    'export abstract class Base {\n  abstract actions(): string[];\n  policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧", ...this.actions()] }] };\n  }\n}',
  ),
]);

testPrograms("getters of a class", [
  other(
    "of an instance",
    'export class Images {\n  get actions() {\n    return ["ims:images:⟦lst⟧"];\n  }\n  policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: [...this.actions] }] };\n  }\n}',
  ),
  actions(
    "that are static",
    'class Images {\n  static get all() {\n    return ["ims:images:⟦lst⟧"];\n  }\n}',
    "Images.all",
  ),
  actions(
    "of a field",
    'class Images {\n  #verbs = ["⟦lst⟧", "get"];\n  get all() {\n    return this.#verbs.map((verb) => `ims:images:${verb}`);\n  }\n}',
    "new Images().all",
    { findings: [misspelt()] },
  ),
  actions(
    "of a parent",
    'class Base {\n  get all() {\n    return ["ims:images:⟦lst⟧"];\n  }\n}\nclass Images extends Base {}',
    "new Images().all",
  ),
]);

const builder = `class Policies {
  private readonly statements: object[] = [];
  allow(...actions: string[]) {
    this.statements.push({ Effect: "Allow", Action: actions });
    return this;
  }
  deny(...actions: string[]): this {
    this.statements.push({ Effect: "Deny", Action: actions });
    return this;
  }
  build() {
    return { Version: "1.1", Statement: this.statements };
  }
}
`;

testPrograms("a builder", [
  other(
    "in a chain",
    `${builder}export const policy = new Policies().allow("ims:images:⟦lst⟧").deny("ims:images:delete").build();`,
  ),
  other(
    "line by line",
    `${builder}const policies = new Policies();\npolicies.allow("ims:images:⟦lst⟧");\npolicies.deny("ims:images:delete");\nexport const policy = policies.build();`,
  ),
  other(
    "with a wrong effect in it",
    `${builder.replace('Effect: "Allow"', 'Effect: "⟦Alow⟧"')}export const policy = new Policies().allow("ims:images:get").build();`,
    { findings: [["valid-policy", "Alow"]], isSilentForAws: false },
  ),
  other(
    "of actions",
    'class Actions {\n  private list: string[] = [];\n  add(action: string) {\n    this.list.push(action);\n    return this;\n  }\n  get all() {\n    return this.list;\n  }\n}\nexport const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: new Actions().add("ims:images:⟦lst⟧").add("ims:images:get").all }] };',
  ),
  other(
    "that makes copies",
    'class Actions {\n  constructor(readonly list: readonly string[] = []) {}\n  add(action: string) {\n    return new Actions([...this.list, action]);\n  }\n}\nexport const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: new Actions().add("ims:images:⟦lst⟧").add("ims:images:get").list }] };',
  ),
  other(
    "that starts with a static method",
    `${builder}class Start {\n  static policy() {\n    return new Policies();\n  }\n}\nexport const policy = Start.policy().allow("ims:images:⟦lst⟧").build();`,
  ),
]);

const imports = `import { IdentityRoleV3 } from "@cdktf/provider-opentelekomcloud/lib/identity-role-v3";\nimport { Construct } from "constructs";\n`;
const inRole = (statement: string) =>
  `{ displayName: "r", displayLayer: "project", description: "r", statement: [${statement}] }`;
const ours = { isSilentForAws: false };

testPrograms("a wrapper of a construct", [
  [
    "that passes its actions to super",
    `${imports}class ImageRole extends IdentityRoleV3 {\n  constructor(scope: Construct, id: string, actions: string[]) {\n    super(scope, id, ${inRole('{ effect: "Allow", action: actions }')});\n  }\n}\nnew ImageRole(stack, "r", ["ims:images:⟦lst⟧"]);`,
    ours,
  ],
  [
    "that has its actions itself",
    `${imports}export class ImageRole extends IdentityRoleV3 {\n  constructor(scope: Construct, id: string) {\n    super(scope, id, ${inRole('{ effect: "Allow", action: ["ims:images:⟦lst⟧"] }')});\n  }\n}`,
    ours,
  ],
  [
    "that nothing makes, with more actions",
    `${imports}export class ImageRole extends IdentityRoleV3 {\n  constructor(scope: Construct, id: string, more: string[] = []) {\n    super(scope, id, ${inRole('{ effect: "Allow", action: ["ims:images:⟦lst⟧", ...more] }')});\n  }\n}`,
    ours,
  ],
  [
    "that gives properties on",
    `${imports}class ImageRole extends IdentityRoleV3 {\n  constructor(scope: Construct, id: string, props: { actions: string[]; effect?: string }) {\n    super(scope, id, ${inRole('{ effect: props.effect ?? "Allow", action: props.actions }')});\n  }\n}\nnew ImageRole(stack, "r", { actions: ["ims:images:⟦lst⟧"] });`,
    ours,
  ],
  [
    "that gives a wrong effect on",
    `${imports}class ImageRole extends IdentityRoleV3 {\n  constructor(scope: Construct, id: string, effect: string) {\n    super(scope, id, ${inRole('{ effect, action: ["ims:images:get"] }')});\n  }\n}\nnew ImageRole(stack, "r", "⟦Alow⟧");`,
    { ...ours, findings: [["valid-policy", "Alow"]] },
  ],
  [
    "that has the role inside",
    `${imports}class Images extends Construct {\n  readonly role: IdentityRoleV3;\n  constructor(scope: Construct, id: string, actions: string[]) {\n    super(scope, id);\n    this.role = new IdentityRoleV3(this, "role", ${inRole('{ effect: "Allow", action: actions }')});\n  }\n}\nnew Images(stack, "i", ["ims:images:⟦lst⟧"]);`,
    ours,
  ],
  [
    "that has the role in a field",
    `${imports}export class Images extends Construct {\n  readonly role: IdentityRoleV3;\n  constructor(scope: Construct, id: string) {\n    super(scope, id);\n    this.role = new IdentityRoleV3(this, "role", ${inRole('{ effect: "Allow", action: ["ims:images:⟦lst⟧"] }')});\n  }\n}`,
    ours,
  ],
  [
    "that has the role in a field by way of a variable",
    `${imports}export class Images extends Construct {\n  constructor(scope: Construct, id: string) {\n    super(scope, id);\n    const role = new IdentityRoleV3(this, "role", ${inRole('{ effect: "Allow", action: ["ims:images:⟦lst⟧"] }')});\n    this.roles = { role };\n  }\n}`,
    ours,
  ],
  ...["this.roles.push(first)", "this.byName.set('first', first)", "this.named.first = { role: first }"].map(
    (keep): Program => [
      `beside one that its stack keeps: ${keep}`,
      `${imports}export class Images extends Construct {\n  readonly roles: IdentityRoleV3[] = [];\n  readonly byName = new Map<string, IdentityRoleV3>();\n  readonly named: Record<string, unknown> = {};\n  constructor(scope: Construct, id: string) {\n    super(scope, id);\n    const first = new IdentityRoleV3(this, "first", ${inRole('{ effect: "Allow", action: ["ims:images:get"] }')});\n    ${keep};\n    new IdentityRoleV3(this, "role", ${inRole('{ effect: "Allow", action: ["ims:images:⟦lst⟧"] }')});\n  }\n}`,
      ours,
    ],
  ),
  [
    "of Pulumi, whose parent is the component",
    `import * as pulumi from "@pulumi/pulumi";\nimport { Role } from "@huaweicloudos/pulumi/iam";\nexport class Images extends pulumi.ComponentResource {\n  readonly role: Role;\n  constructor(name: string) {\n    super("acme:Images", name);\n    this.role = new Role("r", { type: "XA", name: "r", description: "r", policy: JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:⟦lst⟧"] }] }) }, { parent: this });\n  }\n}`,
    { ...ours, findings: [misspelt("IMS on Huawei Cloud")] },
  ],
  [
    "of a wrapper",
    `${imports}class Role extends IdentityRoleV3 {\n  constructor(scope: Construct, id: string, ...actions: string[]) {\n    super(scope, id, ${inRole('{ effect: "Allow", action: actions }')});\n  }\n}\nclass ImageRole extends Role {\n  constructor(scope: Construct, id: string) {\n    super(scope, id, "ims:images:get", "ims:images:⟦lst⟧");\n  }\n}\nnew ImageRole(stack, "r");`,
    ours,
  ],
  [
    "made twice",
    `${imports}class ImageRole extends IdentityRoleV3 {\n  constructor(scope: Construct, id: string, actions: string[]) {\n    super(scope, id, ${inRole('{ effect: "Allow", action: actions }')});\n  }\n}\nnew ImageRole(stack, "a", ["ims:images:get"]);\nnew ImageRole(stack, "b", ["ims:images:⟦lst⟧"]);`,
    ours,
  ],
  [
    "without a constructor",
    `${imports}class ImageRole extends IdentityRoleV3 {}\nnew ImageRole(stack, "r", ${inRole('{ effect: "Allow", action: ["ims:images:⟦lst⟧"] }')});`,
    ours,
  ],
  [
    "by a factory",
    `${imports}const makeRole = (id: string, actions: string[]) => new IdentityRoleV3(stack, id, ${inRole('{ effect: "Allow", action: actions }')});\nmakeRole("a", ["ims:images:get"]);\nmakeRole("b", ["ims:images:⟦lst⟧"]);`,
    ours,
  ],
  [
    "by a stack with a policy in its constructor",
    `${imports}import { TerraformStack } from "cdktf";\nexport class Iam extends TerraformStack {\n  constructor(scope: Construct, id: string) {\n    super(scope, id);\n    const actions = ["ims:images:⟦lst⟧"];\n    new IdentityRoleV3(this, "r", ${inRole('{ effect: "Allow", action: actions }')});\n  }\n}`,
    ours,
  ],
  [
    "by a method of a stack",
    `${imports}import { TerraformStack } from "cdktf";\nexport class Iam extends TerraformStack {\n  constructor(scope: Construct, id: string) {\n    super(scope, id);\n    this.role("r", ["ims:images:⟦lst⟧"]);\n  }\n  private role(id: string, actions: string[]) {\n    return new IdentityRoleV3(this, id, ${inRole('{ effect: "Allow", action: actions }')});\n  }\n}`,
    ours,
  ],
]);

const otc = { cloud: "otc" };
const needy = '"functiongraph:function:publish"';
const needed = '"functiongraph:function:getCode"';

describe("what a class may still change", () => {
  it.each([
    [
      "a field that a method changes",
      `class A {\n  list = [${needy}];\n  add(name: string) {\n    this.list.push(name);\n  }\n  policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: this.list }] };\n  }\n}\nexport { A };`,
    ],
    [
      "a static field that others change",
      `export class A {\n  static list = [${needy}];\n  static add(name: string) {\n    A.list.push(name);\n  }\n  static policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: A.list }] };\n  }\n}`,
    ],
    [
      "a field that a subclass may set",
      `export abstract class A {\n  protected abstract extra: string[];\n  policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: [${needy}, ...this.extra] }] };\n  }\n}`,
    ],
    [
      "a method that a subclass overrides",
      `class A {\n  extra(): string[] {\n    return [];\n  }\n  policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: [${needy}, ...this.extra()] }] };\n  }\n}\nclass B extends A {\n  extra() {\n    return [${needed}];\n  }\n}\nexport const policy = new B().policy();`,
    ],
    [
      "a setter",
      `class A {\n  #list = [${needy}];\n  set extra(name: string) {\n    this.#list.push(name);\n  }\n  policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: this.#list }] };\n  }\n}\nconst a = new A();\na.extra = ${needed};\nexport const policy = a.policy();`,
    ],
    [
      "a builder that gets the dependency",
      `${builder}export const policy = new Policies().allow(${needy}).allow(${needed}).build();`,
    ],
    [
      "a builder that something fills",
      `${builder}const policies = new Policies().allow(${needy});\nfill(policies);\nexport const policy = policies.build();`,
    ],
    [
      "a builder that something fills, with a result",
      `${builder}const policies = new Policies().allow(${needy});\nconst filled = fill(policies);\nexport const policy = policies.build();`,
    ],
    [
      "a builder under a condition",
      `${builder}const policies = new Policies().allow(${needy});\nif (prod) {\n  policies.allow(${needed});\n}\nexport const policy = policies.build();`,
    ],
    [
      "a field that the constructor replaces",
      `class A {\n  list = [${needy}];\n  constructor() {\n    this.list = [...this.list, ${needed}];\n  }\n  policy = () => ({ Version: "1.1", Statement: [{ Effect: "Allow", Action: this.list }] });\n}\nexport const policy = new A().policy();`,
    ],
    [
      "a decorated field",
      `class A {\n  @complete() list = [${needy}];\n  policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: this.list }] };\n  }\n}\nexport const policy = new A().policy();`,
    ],
    [
      "a mixin",
      `class A extends Mixin(Base) {\n  list = [${needy}];\n  constructor() {\n    super();\n    this.complete();\n  }\n  policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: this.list }] };\n  }\n}\nexport const policy = new A().policy();`,
    ],
    [
      "an accessor of a prototype",
      `class A {\n  list = [${needy}];\n}\nA.prototype.complete = function () { this.list.push(${needed}); };\nconst a = new A();\na.complete();\nexport const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: a.list }] };`,
    ],
    [
      "Object.assign to this",
      `class A {\n  list = [${needy}];\n  constructor(options: object) {\n    Object.assign(this, options);\n  }\n}\nexport const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: new A({ list: [${needy}, ${needed}] }).list }] };`,
    ],
    [
      "an instance that is handed over with a result",
      `class A {\n  list = [${needy}];\n}\nconst a = new A();\nconst done = complete(a);\nexport const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: a.list }] };`,
    ],
    [
      "this, which is handed over",
      `class A {\n  list = [${needy}];\n  constructor() {\n    register(this);\n  }\n}\nexport const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: new A().list }] };`,
    ],
  ])("is not complete: %s", (_, code) => {
    expect(saidOf(given + code, { settings: otc })).toEqual([]);
  });

  it.each([
    ["a static list", `class A {\n  static readonly list = [${needy}];\n}\n${policy("A.list")}`],
    ["a getter", `class A {\n  get list() {\n    return [${needy}];\n  }\n}\n${policy("new A().list")}`],
    ["a builder", `${builder}export const policy = new Policies().allow(${needy}).build();`],
    [
      "two builders",
      `${builder}export const one = new Policies().allow(${needy}, ${needed}).build();\nexport const other = new Policies().allow(${needy}).build();`,
    ],
    [
      "a field of the constructor",
      `class A {\n  constructor(readonly list: string[]) {}\n}\n${policy(`new A([${needy}]).list`)}`,
    ],
    [
      "a class that nothing makes",
      `export class A {\n  policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: [${needy}] }] };\n  }\n}`,
    ],
  ])("is complete: %s", (_, code) => {
    expect(findingsIn(given + code, { settings: otc }).map(({ rule }) => rule)).toEqual([
      "require-action-dependencies",
    ]);
  });
});

testSilent("a correct program with classes", [
  [
    "a static field that is reassigned",
    `class A {\n  static verb = "lst";\n}\nA.verb = "list";\n${policy("[`ims:images:${A.verb}`]")}`,
  ],
  [
    "a field that is reassigned",
    `class A {\n  verb = "lst";\n}\nconst a = new A();\na.verb = "list";\n${policy("[`ims:images:${a.verb}`]")}`,
  ],
  [
    "a field of a subclass",
    `class A {\n  verb = "lst";\n}\nclass B extends A {\n  verb = "list";\n}\n${policy("[`ims:images:${new B().verb}`]")}`,
  ],
  [
    "a getter of a subclass",
    `class A {\n  get verb() {\n    return "lst";\n  }\n  get all() {\n    return [\`ims:images:\${this.verb}\`];\n  }\n}\nclass B extends A {\n  get verb() {\n    return "list";\n  }\n}\n${policy("new B().all")}`,
  ],
  [
    "a static member of a subclass",
    `class A {\n  static verb = "lst";\n  static all() {\n    return [\`ims:images:\${this.verb}\`];\n  }\n}\nclass B extends A {\n  static verb = "list";\n}\n${policy("B.all()")}`,
  ],
  [
    "an abstract verb",
    `abstract class A {\n  abstract verb: string;\n  policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: [\`ims:images:\${this.verb}\`] }] };\n  }\n}\nexport class B extends A {\n  verb = "list";\n}`,
  ],
  [
    "a verb of the constructor",
    `class A {\n  constructor(readonly verb: string) {}\n  policy() {\n    return { Version: "1.1", Statement: [{ Effect: "Allow", Action: [\`ims:images:\${this.verb}\`] }] };\n  }\n}\nexport const one = new A("list").policy();\nexport const other = new A("get").policy();`,
  ],
  [
    "a setter that repairs",
    `class A {\n  #verb = "";\n  set verb(verb: string) {\n    this.#verb = verb === "lst" ? "list" : verb;\n  }\n  get all() {\n    return [\`ims:images:\${this.#verb}\`];\n  }\n}\nconst a = new A();\na.verb = "lst";\n${policy("a.all")}`,
  ],
  [
    "a wrapper of a role of AWS",
    'import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";\nclass Reader extends IamPolicy {\n  constructor(scope: never, id: string, actions: string[]) {\n    super(scope, id, { policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] }) });\n  }\n}\nnew Reader(stack, "r", ["s3:GetObjct"]);',
  ],
  [
    "a wrapper of a statement of AWS CDK",
    'import { PolicyStatement } from "aws-cdk-lib/aws-iam";\nclass Read extends PolicyStatement {\n  constructor(...actions: string[]) {\n    super({ actions, resources: ["*"] });\n  }\n}\nnew Read("s3:GetObjct", "ecs:DescribeTasks");',
  ],
  [
    "a builder of AWS",
    `${builder.replace("1.1", "2012-10-17")}export const policy = new Policies().allow("s3:GetObjct").deny("ec2:*").build();`,
  ],
  [
    "a class with fields of the names",
    'export class Form {\n  Action = "ims:images:lst";\n  Statement = ["x"];\n  Effect = "fade";\n}',
  ],
  [
    "a class in a class",
    `class Outer {\n  static Inner = class {\n    static verb = "list";\n  };\n}\n${policy("[`ims:images:${Outer.Inner.verb}`]")}`,
  ],
]);
