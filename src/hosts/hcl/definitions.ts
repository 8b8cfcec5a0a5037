import type { Attribute, Block, BodyItem, Expression, HclFile } from "./nodes.js";

/** What a file defines for all files of its module, in any order, as Terraform has it. */
export interface Definitions {
  /** By name. */
  readonly locals: ReadonlyMap<string, Expression>;
  /** Of variables, by name. */
  readonly defaults: ReadonlyMap<string, Expression>;
  /** By what refers to them: `<type>.<name>`. */
  readonly resources: ReadonlyMap<string, Block>;
}

/** Those of a text without a file. */
export const noDefinitions: Definitions = { locals: new Map(), defaults: new Map(), resources: new Map() };

/** Collects what a file defines. */
export function definitionsIn({ body }: HclFile): Definitions {
  const blocks = body.filter((item) => item.type === "Block");
  const locals = blocks.filter(({ name }) => name.name === "locals").flatMap((block) => attributesOf(block));
  const resources = blocks.filter(({ name, labels }) => name.name === "resource" && labels.length === 2);
  const variables = blocks.filter(({ name, labels }) => name.name === "variable" && labels.length === 1);
  return {
    locals: new Map(locals.map(({ name, value }) => [name.name, value])),
    resources: new Map(resources.map((block) => [block.labels.map(({ name }) => name).join("."), block])),
    defaults: new Map(
      variables.flatMap((block) => {
        const value = attributeOf(block, "default");
        return value ? [[block.labels[0]?.name ?? "", value] as const] : [];
      }),
    ),
  };
}

/** The value of an argument; `undefined` if the block does not have it. */
export function attributeOf(block: Block, name: string): Expression | undefined {
  return attributesOf(block).find((attribute) => attribute.name.name === name)?.value;
}

function attributesOf({ body }: Block): readonly Attribute[] {
  return body.filter((item: BodyItem) => item.type === "Attribute");
}
