import { replaceIn } from "../../edit/strings.js";
import { actionsOf, type PolicyDocument } from "../../policy/document.js";
import { resourceElements } from "../../policy/resource.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { Member, PolicyString, RawCharacter, Value } from "../../policy/value.js";
import type { ShapeProblem } from "./shape-problem.js";

/**
 * Control characters in the strings of a policy that JSON requires to be escaped (facts.md#control-characters). The
 * parsers of the linter take them; the cloud cannot read such a policy.
 */
export function rawCharacterProblems(document: PolicyDocument): readonly ShapeProblem[] {
  const strings = [...stringsWithRawCharacter(document.value, new Set())];
  const others = strings.length > 0 && document.dialect === "1.1" ? new Set(stringsWithOwnCheck(document)) : undefined;
  return strings.flatMap((string) =>
    string.rawCharacter && !others?.has(string) ? [problemOf(string, string.rawCharacter)] : [],
  );
}

/** Actions and resources of a custom policy: other checks report whitespace in them. */
function stringsWithOwnCheck(document: PolicyDocument): readonly Value[] {
  const resources = document.statements.flatMap(({ resource }) => resourceElements(resource).flatMap(possibleValues));
  return [...actionsOf(document).map(({ string }) => string), ...resources];
}

/** @param seen the values looked at so far, because constants may be nested in one another */
function* stringsWithRawCharacter(value: Value, seen: Set<Value>): Generator<PolicyString> {
  if (seen.has(value)) {
    return;
  }
  seen.add(value);
  if (value.kind === "string" && value.rawCharacter) {
    yield value;
  }
  for (const member of value.kind === "object" ? value.members : []) {
    yield* keyWithRawCharacter(member);
    yield* stringsWithRawCharacter(member.value, seen);
  }
  for (const part of value.kind === "array" ? value.elements : value.kind === "choice" ? value.branches : []) {
    yield* stringsWithRawCharacter(part, seen);
  }
}

function keyWithRawCharacter({ key, readKey }: Member): readonly PolicyString[] {
  // Reading a key costs more than looking at it, and nearly all keys are words.
  const string = readKey && /\p{Cc}/u.test(key) ? readKey() : undefined;
  return string?.rawCharacter ? [string] : [];
}

function problemOf(string: PolicyString, { text, range }: RawCharacter): ShapeProblem {
  const edits = replaceIn(string, range, "", { id: "removeCharacter" } as const);
  return { range, id: "rawCharacter", data: describe(text), edits };
}

/** The name of a character in a message, and the escape to write instead. */
function describe(text: string): { readonly character: string; readonly escape: string } {
  const escape = JSON.stringify(text.replace("\r\n", "\n")).slice(1, -1);
  return { character: /[\r\n]/u.test(text) ? "line break" : text === "\t" ? "tab" : "control character", escape };
}
