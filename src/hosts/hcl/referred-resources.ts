import type { ObjectValue } from "../../policy/value.js";
import { lazyObject } from "../values.js";
import type { Module } from "./module.js";
import type { HclFile, HclNode } from "./nodes.js";
import { pushChildren, type Visit } from "./visits.js";

/**
 * The resources in other files of the module that the resources of a file refer to, such as the role of an assignment:
 * each as a file with nothing else in it, located at the first reference.
 *
 * @param word that the type of such a resource has
 */
export function* referredResources(file: HclFile, word: string, module: Module): Generator<ObjectValue> {
  const known = new Set<string>();
  const blocks = file.body.filter((item) => item.type === "Block" && item.name.name === "resource");
  const pending: Visit[] = blocks.map((node) => ({ node, parent: undefined })).reverse();
  for (let visit = pending.pop(); visit; visit = pending.pop()) {
    const { node } = visit;
    const address = addressIn(node);
    if (address?.includes(word) && !known.has(address)) {
      known.add(address);
      const { range } = node;
      const value = module.resourceElsewhere(address, range);
      if (value) {
        yield lazyObject(range, () => ({
          members: [{ key: "resource", keyRange: range, range, value }],
          isComplete: true,
        }));
      }
    }
    pushChildren(node, pending);
  }
}

/** What a reference begins with: `<type>.<name>`. */
function addressIn(node: HclNode): string | undefined {
  const [name] = node.type === "Traversal" ? node.steps : [];
  return node.type === "Traversal" && node.source.type === "Variable" && name?.type === "AttributeStep"
    ? `${node.source.name}.${name.name}`
    : undefined;
}
