import { MappedText } from "../../text/mapped-text.js";
import type { Candidate, CandidateFilter } from "../candidates.js";
import type { HostSource } from "../source.js";
import { Expansion } from "./expansion.js";
import { partsOf, withoutMeta, type YamlDocument, type YamlFile, type YamlValue } from "./nodes.js";
import { DocumentValues } from "./values.js";

/**
 * The candidates of all documents of a file, in source order, outer before inner. What an alias stands for is one where
 * it is written. Values that aliases make too large are left out because checks traverse the whole policy.
 */
export function* yamlCandidates({ ast, text }: HostSource, filter: CandidateFilter): Generator<Candidate> {
  const source = MappedText.verbatim(text);
  for (const document of (ast as YamlFile).body) {
    const values = new DocumentValues(document, source, filter.word);
    const expansion = new Expansion(document);
    for (const node of valuesIn(document)) {
      if (isCandidate(node, values, filter) && !expansion.isTooLarge(node)) {
        const value = values.of(node, node.range);
        if (value.kind === "object" || value.kind === "string") {
          yield value;
        }
      }
    }
  }
}

/** All values of a document with their anchors and tags, in source order. */
function* valuesIn({ content }: YamlDocument): Generator<YamlValue> {
  const pending: (YamlValue | null)[] = [content];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node) {
      yield node;
    }
    const parts = partsOf(node);
    for (let index = parts.length - 1; index >= 0; index--) {
      pending.push(parts[index] ?? null);
    }
  }
}

function isCandidate(node: YamlValue, values: DocumentValues, { keys, word }: CandidateFilter): boolean {
  const content = withoutMeta(node);
  switch (content?.type) {
    case "YAMLScalar":
      return typeof content.value === "string" && content.value.includes(word);
    case "YAMLMapping":
      return values.keysOf(content).some((key) => keys.has(key));
    default:
      return false;
  }
}
