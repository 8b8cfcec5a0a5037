import type { TSESTree } from "@typescript-eslint/utils";
import type { AST as Jsonc } from "jsonc-eslint-parser";
import type { Range } from "../../../text/range.js";

type TemplateNode = TSESTree.TemplateLiteral | Jsonc.JSONTemplateLiteral;

/**
 * The source ranges of the literal chunks of a template, without their delimiters; `undefined` if a tag function may
 * interpret escapes differently.
 */
export function templateChunks(node: TemplateNode, source: string): readonly Range[] | undefined {
  const chunks = node.quasis.map((quasi) => chunkRange(quasi, source));
  return hasTag(node) || !chunks.every((chunk) => chunk !== undefined) ? undefined : chunks;
}

/** Whether a tag function may interpret escapes. Without escapes, raw and cooked strings are the same. */
function hasTag(node: TemplateNode): boolean {
  return (
    node.parent?.type === "TaggedTemplateExpression" && node.quasis.some((quasi) => quasi.value.raw.includes("\\"))
  );
}

/**
 * Finds the range by content: parsers disagree on whether it includes the delimiters, and on whether `raw` keeps the CR
 * of a line ending.
 */
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
