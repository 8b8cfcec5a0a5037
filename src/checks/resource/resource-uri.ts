import { isPlaceholderWord, placeholderIndex } from "../../policy/placeholder.js";

/**
 * A resource as a list names it, `service:region:domainId:resourceType:path` (facts.md#resource-format), as far as
 * it is known: what stands behind the first part that a template fills in may be any part of it.
 */
export interface ResourceUri {
  readonly service?: UriPart;
  readonly region?: UriPart;
  readonly domainId?: UriPart;
  readonly resourceType?: UriPart;
  /** All that is left, further colons with it. */
  readonly path?: UriPart;
}

export interface UriPart {
  readonly text: string;
  /** Where the part stands in the URI. */
  readonly start: number;
  readonly end: number;
}

const names = ["service", "region", "domainId", "resourceType", "path"] as const;

/** Reads a resource; `undefined` when it is all known and has fewer than five parts. */
export function readUri(text: string): ResourceUri | undefined {
  if (isPlaceholderWord(text)) {
    return {};
  }
  const unknownFrom = placeholderIndex(text);
  const known = unknownFrom < 0 ? text : text.slice(0, unknownFrom);
  const pieces = known.split(":");
  if (unknownFrom < 0 && pieces.length < names.length) {
    return undefined;
  }
  // The piece that the unknown text follows is itself not known to its end.
  const last = unknownFrom < 0 ? names.length : pieces.length - 1;
  const parts: { -readonly [Name in keyof ResourceUri]: UriPart } = {};
  let start = 0;
  for (const [index, name] of names.slice(0, last).entries()) {
    const isPath = index === names.length - 1;
    const end = isPath ? known.length : start + (pieces[index] ?? "").length;
    if (!isPath || unknownFrom < 0) {
      parts[name] = { text: text.slice(start, end), start, end };
    }
    start = end + 1;
  }
  return parts;
}
