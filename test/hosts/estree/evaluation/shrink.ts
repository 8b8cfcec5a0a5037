import { sourceOf } from "../../../sources.js";

/**
 * The smallest program with a property that is found by leaving out statements, elements and members one by one, and by
 * putting a part of an expression, or a literal, in the place of the whole.
 *
 * @param has whether a text is a program with the property
 */
export function smallest(program: string, has: (program: string) => boolean): string {
  const found = editsOf(program)
    .map(({ start, end, text }) => program.slice(0, start) + text + program.slice(end))
    .find((edited) => edited.length < program.length && has(edited));
  return found === undefined ? program : smallest(found, has);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A node of an ESTree, whatever its type. */
interface Node {
  readonly type: string;
  readonly range: readonly [number, number];
  readonly [key: string]: unknown;
}

/** The edits of a program, those that leave out most first. */
function editsOf(program: string): readonly Edit[] {
  const { ast, visitorKeys = {} } = sourceOf(program);
  const saved = ({ start, end, text }: Edit) => end - start - text.length;
  const edits: Edit[] = [];
  visit(ast as unknown as Node, undefined);
  return edits.sort((one, other) => saved(other) - saved(one));

  function visit(node: Node, parent: Node | undefined): void {
    const children = (visitorKeys[node.type] ?? []).flatMap((key) => nodesIn(node[key]));
    edits.push(...withoutNode(node), ...withoutListed(node), ...withParts(node, parent, children, program));
    children.forEach((child) => {
      visit(child, node);
    });
  }

  /** A part of an expression, or of that part, in the place of the whole. */
  function withParts(node: Node, parent: Node | undefined, children: readonly Node[], text: string): readonly Edit[] {
    const [start, end] = node.range;
    const inner = children.flatMap((child) => [
      child,
      ...(visitorKeys[child.type] ?? []).flatMap((key) => nodesIn(child[key])),
    ]);
    if (isExpression(node) || node.type === "SpreadElement") {
      const parts = inner.filter(isExpression).map(({ range }) => text.slice(...range));
      // What the engine provides is shared by all programs.
      const own = parts.filter((part) => !/^(?:Object|Array|JSON|Set|String|Boolean)$/u.test(part));
      return [...own, '"x"', "[]", "1"].map((part) => ({ start, end, text: part }));
    }
    if (/^(?:If|Try|Switch)Statement$/u.test(node.type)) {
      return children
        .filter(({ type }) => type === "BlockStatement")
        .map(({ range }) => ({ start, end, text: text.slice(...range) }));
    }
    const isBlock = node.type === "BlockStatement" && !/^(?:Function|Arrow|For|While|Do)/u.test(parent?.type ?? "");
    return isBlock ? [{ start, end, text: text.slice(start + 1, end - 1) }] : [];
  }
}

function withoutNode({ type, range: [start, end] }: Node): readonly Edit[] {
  return /Statement$|Declaration$|^Property|^MethodDefinition$|^SwitchCase$/u.test(type)
    ? [{ start, end, text: "" }]
    : [];
}

/** Without one of the elements, members, arguments or parameters, and the comma that belongs to it. */
function withoutListed(node: Node): readonly Edit[] {
  const listed = ["elements", "properties", "arguments", "params"].flatMap((key) => nodesIn(node[key]));
  return listed.map(({ range }, index) => {
    const [before, after] = [listed[index - 1], listed[index + 1]];
    return after
      ? { start: range[0], end: after.range[0], text: "" }
      : { start: before ? before.range[1] : range[0], end: range[1], text: "" };
  });
}

function nodesIn(value: unknown): readonly Node[] {
  const values = (Array.isArray(value) ? value : [value]) as readonly (Node | null | undefined)[];
  return values.filter((part) => part !== null && part !== undefined);
}

function isExpression({ type }: Node): boolean {
  return /Expression$|Literal$|^Identifier$/u.test(type);
}
