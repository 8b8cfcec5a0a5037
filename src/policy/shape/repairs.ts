import type { Range } from "../../text/range.js";
import type { Member, ObjectValue, PolicyString, ScalarValue, Value } from "../value.js";
import type { ShapeRepair } from "./shape-problem.js";

/** Puts a value in brackets where the property itself holds it: a list of one means the same. */
export function wrapInList({ range }: Member, value: Value): readonly ShapeRepair[] {
  const [start, end] = value.range;
  return isWithin(value.range, range)
    ? [
        {
          id: "wrap",
          isSafe: true,
          edits: () => [
            { range: [start, start], text: "[" },
            { range: [end, end], text: "]" },
          ],
        },
      ]
    : [];
}

/** Puts quotes around a number where the property itself holds it. */
export function quote({ keyRange, range }: Member, { range: place, value }: ScalarValue): readonly ShapeRepair[] {
  return isWithin(place, range)
    ? [
        {
          id: "quote",
          isSafe: true,
          edits: (source) => [{ range: place, text: inQuotes(String(value), source, keyRange) }],
        },
      ]
    : [];
}

/** Writes another text between the quotes of a literal. */
export function replaceText(string: PolicyString, text: string): readonly ShapeRepair[] {
  return string.isLiteral
    ? [{ id: "replace", data: { text }, isSafe: false, edits: () => [{ range: string.contentRange, text }] }]
    : [];
}

/** Takes the blanks around the text of a literal away. */
export function trimText(string: PolicyString): readonly ShapeRepair[] {
  const { value, contentRange } = string;
  const start = value.length - value.trimStart().length;
  const kept = string.slice(start, start + value.trim().length);
  return string.isLiteral && kept && value.trim() !== ""
    ? [
        {
          id: "trim",
          isSafe: true,
          edits: () => [
            { range: [contentRange[0], kept[0]], text: "" },
            { range: [kept[1], contentRange[1]], text: "" },
          ],
        },
      ]
    : [];
}

/** Writes another key in the place of one. */
export function renameKey({ key, keyRange }: Member, name: string): readonly ShapeRepair[] {
  return [
    {
      id: "rename",
      data: { name },
      isSafe: false,
      edits: (source) => [{ range: keyRange, text: source.slice(...keyRange).replace(key, name) }],
    },
  ];
}

/** Adds a member before the first one, in the style of the object. */
export function addMember({ range, members }: ObjectValue, key: string, text: string): readonly ShapeRepair[] {
  const [first] = members;
  return first && isWithin(first.range, range)
    ? [
        {
          id: "add",
          data: { key, text },
          isSafe: false,
          edits: (source) => {
            const gap = source.slice(range[0] + 1, first.range[0]);
            const written = source.slice(...first.keyRange).replace(first.key, key);
            return [
              {
                range: [first.range[0], first.range[0]],
                text: `${written}: ${inQuotes(text, source, first.keyRange)},${gap === "" ? " " : gap}`,
              },
            ];
          },
        },
      ]
    : [];
}

/** A text in the quotes of a key, also where they are escaped ones in a string; in double ones where it has none. */
function inQuotes(text: string, source: string, keyRange: Range): string {
  const mark = /^\\*["']/u.exec(source.slice(...keyRange))?.[0] ?? '"';
  return `${mark}${text}${mark}`;
}

function isWithin([start, end]: Range, [outerStart, outerEnd]: Range): boolean {
  return start >= outerStart && end <= outerEnd;
}
