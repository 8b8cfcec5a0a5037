/**
 * An action or pattern with its letters in the case of a name that it matches:
 * `OBS:Bucket:get*` and `obs:bucket:GetBucketAcl` give `obs:bucket:Get*`.
 */
export function respell(pattern: string, name: string): string {
  const parts = name.split(":");
  return pattern
    .split(":")
    .map((part, index) => respellPart(part, parts[index] ?? ""))
    .join(":");
}

/** Takes each piece between the wildcards from where it first matches, as `matchesPart` does, and the last one from the end. */
function respellPart(part: string, name: string): string {
  const lowerCase = name.toLowerCase();
  const pieces = part.split("*");
  let position = 0;
  const respelt = pieces.map((piece, index) => {
    const isLast = index === pieces.length - 1;
    const start = isLast ? name.length - piece.length : lowerCase.indexOf(piece.toLowerCase(), position);
    position = start + piece.length;
    return name.slice(start, position);
  });
  return respelt.join("*");
}
