import { describe, expect, it } from "vitest";
import { MappedText, hole } from "../../src/text/mapped-text.js";

describe("verbatim text", () => {
  const text = MappedText.verbatim("images", 10);

  it("stands where it starts", () => {
    expect(text.sourceRange(0, 6)).toEqual([10, 16]);
    expect(text.sourceRange(2, 4)).toEqual([12, 14]);
  });

  it("has places between its characters and at its end", () => {
    expect(text.sourceRange(3, 3)).toEqual([13, 13]);
    expect(text.sourceRange(6, 6)).toEqual([16, 16]);
  });

  it("starts at the start of the file unless told otherwise", () => {
    expect(MappedText.verbatim("a").sourceRange(0, 1)).toEqual([0, 1]);
  });
});

describe("pieced text", () => {
  // As decoded from a\nb\u0063 at offset 5.
  const text = MappedText.pieced("a\nbc", { starts: [5, 6, 8, 9], ends: [6, 8, 9, 15], pieces: [0, 0, 0, 0] });

  it("takes each character from where it stands", () => {
    expect([0, 1, 2, 3].map((index) => text.sourceRange(index, index + 1))).toEqual([
      [5, 6],
      [6, 8],
      [8, 9],
      [9, 15],
    ]);
  });

  it("takes a piece from the start of its first to the end of its last character", () => {
    expect(text.sourceRange(1, 4)).toEqual([6, 15]);
  });

  it("has an empty range before a character and at its end", () => {
    expect(text.sourceRange(1, 1)).toEqual([6, 6]);
    expect(text.sourceRange(4, 4)).toEqual([15, 15]);
  });
});

describe("pieced text with something left out", () => {
  // As decoded from a, a line continuation of three characters and b.
  const text = MappedText.pieced("ab", { starts: [0, 4], ends: [1, 5], pieces: [0, 0] });

  it("has the place before a character right before it", () => {
    expect(text.sourceRange(1, 1)).toEqual([4, 4]);
  });

  it("takes what was left out with the characters around it", () => {
    expect(text.sourceRange(0, 2)).toEqual([0, 5]);
  });
});

describe("text in several pieces", () => {
  // As put together from ab at offset 20 and cd at offset 10.
  const text = MappedText.pieced("abcd", { starts: [20, 21, 10, 11], ends: [21, 22, 11, 12], pieces: [0, 0, 1, 1] });

  it("knows the piece of each of its characters", () => {
    expect([0, 1, 2, 3].map((index) => text.pieceAt(index))).toEqual([0, 0, 1, 1]);
  });

  it("is in one piece within each of them", () => {
    expect([text.isOnePiece(0, 2), text.isOnePiece(2, 4)]).toEqual([true, true]);
    expect([text.isOnePiece(1, 3), text.isOnePiece(0, 4)]).toEqual([false, false]);
  });

  it("takes from each piece what belongs to it, in whatever order they stand", () => {
    expect(text.sourceRange(0, 2)).toEqual([20, 22]);
    expect(text.sourceRange(1, 3)).toEqual([10, 22]);
    expect(text.sourceRange(0, 3)).toEqual([10, 22]);
    const inOrder = MappedText.pieced("ab", { starts: [1, 8], ends: [2, 9], pieces: [0, 1] });
    expect(inOrder.sourceRange(0, 2)).toEqual([1, 9]);
  });

  it("has no part that stands in the source as it is", () => {
    expect(text.verbatimPart(0, "ab")).toBeUndefined();
    expect(MappedText.verbatim("images", 10).verbatimPart(2, "ag")?.sourceRange(0, 2)).toEqual([12, 14]);
  });
});

describe("text that stands elsewhere", () => {
  const text = MappedText.at("ims", [7, 12]);

  it("is where it is mentioned, with all of its parts", () => {
    expect(text.text).toBe("ims");
    expect([text.sourceRange(0, 3), text.sourceRange(1, 2)]).toEqual([
      [7, 12],
      [7, 12],
    ]);
  });

  it("is in one piece only by the character", () => {
    expect([text.isOnePiece(0, 1), text.isOnePiece(0, 2), text.isOnePiece(1, 3)]).toEqual([true, false, false]);
  });
});

describe("what is known", () => {
  const text = MappedText.verbatim(`ims:${hole}:list`);

  it("is a piece without a hole", () => {
    expect(text.isKnown(0, 4)).toBe(true);
    expect(text.isKnown(5, 10)).toBe(true);
    expect(text.isKnown(4, 4)).toBe(true);
  });

  it("is no piece with a hole", () => {
    expect(text.isKnown(0, text.text.length)).toBe(false);
    expect(text.isKnown(4, 5)).toBe(false);
  });
});
