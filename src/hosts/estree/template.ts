import type { TSESTree } from "@typescript-eslint/utils";
import type { AST as Jsonc } from "jsonc-eslint-parser";
import type { Range } from "../../text/range.js";

type TemplateNode = TSESTree.TemplateLiteral | Jsonc.JSONTemplateLiteral;

/**
 * Where the literal pieces of a template stand in the source, without their delimiters; `undefined` when a tag
 * may read them as it likes.
 */
export function templateChunks(node: TemplateNode, source: string): readonly Range[] | undefined {
  const chunks = node.quasis.map((quasi) => chunkRange(quasi, source));
  return hasTag(node) || !chunks.every((chunk) => chunk !== undefined) ? undefined : chunks;
}

/** A tag may read the text as it likes; one that has no escape reads it as it stands. */
function hasTag(node: TemplateNode): boolean {
  return (
    node.parent?.type === "TaggedTemplateExpression" && node.quasis.some((quasi) => quasi.value.raw.includes("\\"))
  );
}

/** Some parsers count the delimiters in, some do not; some keep the CR of a line end in `raw`, some do not. */
function chunkRange(quasi: TemplateNode["quasis"][number], source: string): Range | undefined {
  const [start, end] = quasi.range;
  const ranges: Range[] = [
    [start + 1, end - (quasi.tail ? 1 : 2)],
    [start, end],
  ];
  const raw = withoutCr(quasi.value.raw);
  return ranges.find((range) => withoutCr(source.slice(...range)) === raw);
}

function withoutCr(chunk: string): string {
  return chunk.replaceAll("\r\n", "\n");
}
