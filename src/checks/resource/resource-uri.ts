import { isPlaceholderWord, placeholderIndex } from "../../policy/placeholder.js";

/**
 * A resource in a list, `service:region:domainId:resourceType:path` (facts.md#resource-format). Parts from the first
 * placeholder on are absent, because it may expand to several parts.
 */
export interface ResourceUri {
  readonly service?: UriPart;
  readonly region?: UriPart;
  readonly domainId?: UriPart;
  readonly resourceType?: UriPart;
  /** The remainder, including any further colons. */
  readonly path?: UriPart;
}

export interface UriPart {
  readonly text: string;
  /** Offsets in the URI. */
  readonly start: number;
  readonly end: number;
}

const partNames = ["service", "region", "domainId", "resourceType", "path"] as const;

/** Parses a resource; `undefined` if it has no placeholder and fewer than five parts. */
export function readUri(text: string): ResourceUri | undefined {
  if (isPlaceholderWord(text)) {
    return {};
  }
  const unknownFrom = placeholderIndex(text);
  const known = unknownFrom < 0 ? text : text.slice(0, unknownFrom);
  const pieces = known.split(":");
  if (unknownFrom < 0 && pieces.length < partNames.length) {
    return undefined;
  }
  // The part that contains the placeholder is incomplete.
  const last = unknownFrom < 0 ? partNames.length : pieces.length - 1;
  const parts: { -readonly [Name in keyof ResourceUri]: UriPart } = {};
  let start = 0;
  for (const [index, name] of partNames.slice(0, last).entries()) {
    const isPath = index === partNames.length - 1;
    const end = isPath ? known.length : start + (pieces[index] ?? "").length;
    if (!isPath || unknownFrom < 0) {
      parts[name] = { text: text.slice(start, end), start, end };
    }
    start = end + 1;
  }
  return parts;
}
