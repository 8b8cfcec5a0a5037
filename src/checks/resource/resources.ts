import type { Statement } from "../../policy/document.js";
import { findSetMember, memberOf } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { PlacedValue, PolicyString, Value } from "../../policy/value.js";

/** The resources in a statement's `Resource`. */
export interface Resources {
  /** A list of resources, or the older form for agencies, `{ "uri": ["/iam/agencies/<id>"] }` (IAM.1038). */
  readonly form: "list" | "agencies";
  /** Strings without whitespace, fully or partly known; valid-policy reports those with whitespace (IAM.1041). */
  readonly uris: readonly Resource[];
  /** Whether the key also accepts an object. Carriers with keys of their own accept a list only. */
  readonly allowsObject: boolean;
  /** Whether these are all resources of the statement. */
  readonly isComplete: boolean;
}

export interface Resource {
  readonly string: PolicyString;
  readonly place: PlacedValue["place"];
}

/** The resources of a statement, one entry for each possible value of `Resource`; empty if there is none. */
export function resourcesOf({ value: statement }: Statement): readonly Resources[] {
  const member = findSetMember(statement, "Resource");
  const values = member ? possibleValues(member.value) : [];
  return values.flatMap((value) => {
    const read = readForm(value);
    return read
      ? [
          {
            ...read,
            allowsObject: member?.writtenKey === undefined,
            isComplete: values.length === 1 && read.isComplete,
          },
        ]
      : [];
  });
}

type Form = Pick<Resources, "form" | "uris" | "isComplete">;

function readForm(value: Value): Form | undefined {
  if (value.kind === "object") {
    const uri = memberOf(value, "uri");
    return uri?.kind === "array" ? readList("agencies", uri.placed) : undefined;
  }
  if (value.kind === "array") {
    return readList("list", value.placed);
  }
  return value.kind === "string" ? readList("list", [{ value, place: undefined }]) : undefined;
}

function readList(form: Resources["form"], elements: readonly PlacedValue[]): Form {
  const uris = elements.flatMap(({ value, place }) =>
    possibleValues(value)
      .filter((possible) => possible.kind === "string")
      .filter(({ value: text }) => text !== "" && !/\s/u.test(text))
      .map((string) => ({ string, place })),
  );
  const isChosen = elements.some(({ value }) => value.kind === "choice");
  return { form, uris, isComplete: !isChosen && uris.length === elements.length };
}
