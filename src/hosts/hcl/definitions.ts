import type { Attribute, Block, BodyItem, Expression, HclFile } from "./nodes.js";

/** The locals of a file and the defaults of its variables, by name: in any order, as Terraform has them. */
export interface Definitions {
  readonly locals: ReadonlyMap<string, Expression>;
  readonly defaults: ReadonlyMap<string, Expression>;
}

/** Collects what a file defines. */
export function definitionsIn({ body }: HclFile): Definitions {
  const blocks = body.filter((item) => item.type === "Block");
  const locals = blocks.filter(({ name }) => name.name === "locals").flatMap((block) => attributesOf(block));
  const variables = blocks.filter(({ name, labels }) => name.name === "variable" && labels.length === 1);
  return {
    locals: new Map(locals.map(({ name, value }) => [name.name, value])),
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
