import { parseExpression } from "./expressions.js";
import type { Attribute, Block, BodyItem, HclFile, Label, Name } from "./nodes.js";
import { HclSyntaxError } from "./syntax-error.js";
import { parseLabel } from "./templates.js";
import { Tokens } from "./tokens.js";
import { unclosed, unexpected } from "./wording.js";

/**
 * Parses an HCL file: arguments and blocks.
 *
 * @throws HclSyntaxError at the first place that is not HCL
 */
export function parseHcl(text: string): HclFile {
  const tokens = new Tokens(text);
  const body = parseBody(tokens, "end");
  return { type: "HclFile", body, comments: tokens.comments, range: [0, text.length] };
}

/** The items up to the end of a file or block. Each ends with its line. */
function parseBody(tokens: Tokens, close: "end" | "}", block?: Name): BodyItem[] {
  const body: BodyItem[] = [];
  const names = new Set<string>();
  for (;;) {
    while (tokens.take("line break")) {
      // Items have any number of empty lines between them.
    }
    if (tokens.is(close)) {
      return body;
    }
    if (tokens.is("end") && block) {
      throw unclosedBlock(block);
    }
    const item = parseItem(tokens);
    if (item.type === "Attribute") {
      rejectSecond(item.name, names);
    }
    body.push(item);
    endLine(tokens, item);
  }
}

function parseItem(tokens: Tokens): BodyItem {
  if (!tokens.is("name")) {
    throw unexpected(tokens, "an argument or a block", adviceForItem(tokens));
  }
  const name = takeName(tokens);
  if (tokens.is("=")) {
    return parseAttribute(tokens, name);
  }
  if (tokens.is("quote") || tokens.is("{") || tokens.is("name")) {
    return parseBlock(tokens, name);
  }
  throw unexpected(tokens, `"=" or a block after "${name.name}"`, `Write "${name.name} = ..." on one line.`);
}

function adviceForItem(tokens: Tokens): string {
  switch (tokens.kind) {
    case "quote":
      return "Names of arguments have no quotes.";
    case "}":
      return "No block is open here.";
    default:
      return 'Write "name = value", or "name { ... }".';
  }
}

function takeName(tokens: Tokens): Name {
  const { range, written: name } = tokens;
  tokens.advance();
  return { type: "Name", name, range };
}

function parseAttribute(tokens: Tokens, name: Name): Attribute {
  tokens.advance();
  const value = parseExpression(tokens);
  return { type: "Attribute", name, value, range: [name.range[0], value.range[1]] };
}

function rejectSecond({ name, range }: Name, names: Set<string>): void {
  if (names.has(name)) {
    throw new HclSyntaxError(`The argument "${name}" is set a second time. Remove one of the two.`, range);
  }
  names.add(name);
}

function endLine(tokens: Tokens, { type }: BodyItem): void {
  if (tokens.is("end") || tokens.take("line break")) {
    return;
  }
  const what = type === "Block" ? "block" : "argument";
  const advice = tokens.is(",") ? "Remove the comma." : "Put what follows on a line of its own.";
  throw unexpected(tokens, `the end of the line after the ${what}`, advice);
}

function parseBlock(tokens: Tokens, name: Name): Block {
  const labels: (Name | Label)[] = [];
  while (tokens.is("quote") || tokens.is("name")) {
    labels.push(tokens.is("quote") ? parseLabel(tokens) : takeName(tokens));
  }
  if (!tokens.is("{")) {
    throw unexpected(tokens, `"{" after "${name.name}"`, 'Write "{" on the same line, or "=" for an argument.');
  }
  const body = tokens.nested(true, () => parseBlockBody(tokens, name));
  return { type: "Block", name, labels, body, range: [name.range[0], tokens.previousEnd] };
}

/** A block over lines has any items; a block on one line has one argument at most. */
function parseBlockBody(tokens: Tokens, block: Name): BodyItem[] {
  tokens.advance();
  if (tokens.is("end")) {
    throw unclosedBlock(block);
  }
  const body = tokens.is("line break") || tokens.is("}") ? parseBody(tokens, "}", block) : [parseOnlyItem(tokens)];
  if (tokens.is("end")) {
    throw unclosedBlock(block);
  }
  if (!tokens.take("}")) {
    throw unexpected(
      tokens,
      '"}" after the only argument',
      "Write each argument of a longer block on a line of its own.",
    );
  }
  return body;
}

function parseOnlyItem(tokens: Tokens): Attribute {
  const { range } = tokens;
  const item = parseItem(tokens);
  if (item.type === "Block") {
    throw new HclSyntaxError("A block on one line cannot hold another. Put the inner one on a line of its own.", range);
  }
  return item;
}

function unclosedBlock({ name, range: [start] }: Name): HclSyntaxError {
  return unclosed(`The block "${name}"`, start, name.length, 'Write "}" on a line of its own behind it.');
}
