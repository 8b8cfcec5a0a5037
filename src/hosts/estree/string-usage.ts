import type { PolicyString } from "../../policy/value.js";
import type { HostSource } from "../source.js";
import type { Node } from "./tree/nodes.js";
import { hasOtherReader } from "./other-readers.js";
import { calleeName } from "./tree/property-names.js";

/** The use that the program makes of a text, if it is not final. */
export function usageOf(node: Node, source: HostSource): PolicyString["usage"] {
  return isFragment(node) ? "fragment" : hasOtherReader(node, source) ? "other-reader" : undefined;
}

/**
 * Whether a string is one of several pieces that the program concatenates: `t += "..."`, `out.push("...")`,
 * `["...", x].join()`.
 */
function isFragment({ parent }: Node): boolean {
  switch (parent?.type) {
    case "ArrayExpression":
      return true;
    case "AssignmentExpression":
      return parent.operator === "+=";
    case "VariableDeclarator":
      return parent.parent.kind !== "const";
    case "CallExpression":
      return /^(?:append|concat|push|write)$/u.test(calleeName(parent.callee) ?? "");
    default:
      return false;
  }
}
