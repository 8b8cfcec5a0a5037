import { isWithin, type Range } from "../../text/range.js";
import type { Alias, WithMeta, YamlDocument, YamlFile, YamlValue } from "./nodes.js";
import { partsOf } from "./nodes.js";

/**
 * The value that an alias stands for: the last one before it with its anchor. An alias within that value would stand for
 * something without an end.
 */
export function targetOf({ name, range }: Alias, { anchors }: YamlDocument): WithMeta | "circular" | undefined {
  const named = Object.hasOwn(anchors, name) ? (anchors[name] ?? []) : [];
  const anchor = named.findLast((candidate) => candidate.range[0] < range[0]);
  return anchor && isWithin(range, anchor.parent.range) ? "circular" : anchor?.parent;
}

/** The values that an alias stands for, too: a change of such a value changes more than one place. */
export function sharedRanges({ body }: YamlFile): readonly Range[] {
  return body.flatMap((document) =>
    Object.keys(document.anchors).length === 0
      ? []
      : [...aliasesIn(document)].flatMap((alias) => {
          const target = targetOf(alias, document);
          return typeof target === "object" ? [target.range] : [];
        }),
  );
}

function* aliasesIn({ content }: YamlDocument): Generator<Alias> {
  const pending: (YamlValue | null)[] = [content];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node?.type === "YAMLAlias") {
      yield node;
    }
    pending.push(...partsOf(node));
  }
}
