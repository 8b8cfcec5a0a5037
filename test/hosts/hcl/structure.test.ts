import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseHcl } from "../../../src/hosts/hcl/structure.js";
import { HclSyntaxError } from "../../../src/hosts/hcl/syntax-error.js";
import { acceptedTexts } from "./accepted-texts.js";
import { askOracle } from "./oracle.js";
import { refusedTexts } from "./refused-texts.js";

/** The error in a text; `undefined` in HCL. */
function errorIn(text: string): HclSyntaxError | undefined {
  try {
    parseHcl(text);
    return undefined;
  } catch (error) {
    if (error instanceof HclSyntaxError) {
      return error;
    }
    throw error;
  }
}

const rows = Object.entries(refusedTexts).flatMap(([what, texts]) => texts.map((row) => [what, ...row] as const));

describe("an HCL text", () => {
  it.each(Object.entries(acceptedTexts))("is taken, as HashiCorp's parser does: %s", (_, texts) => {
    for (const text of texts) {
      expect([text, errorIn(text)?.message, askOracle(text).isAccepted]).toEqual([text, undefined, true]);
    }
  });

  it.each(rows)("is refused at its place: %s, %j", (_, marked, message) => {
    const text = marked.replace(/[⟦⟧]/gu, "");
    const error = errorIn(text);
    const [start, end] = error?.range ?? [0, 0];
    expect(`${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`).toBe(marked);
    expect(error?.message).toBe(message);
    expect(askOracle(text).isAccepted).toBe(false);
  });

  it("has short messages, which end with what to do", () => {
    for (const [, , message] of rows) {
      expect(message).toMatch(/^.{20,160}\.$/u);
      expect(message.match(/\. [A-Z"]/gu)?.length ?? 0, message).toBeGreaterThan(0);
    }
  });
});

const sharedCases = new URL("../../../../shared/cases-hcl/cases.json", import.meta.url);

describe.runIf(existsSync(sharedCases))("the shared cases", () => {
  const cases = existsSync(sharedCases)
    ? (JSON.parse(readFileSync(sharedCases, "utf8")) as { name: string; text: string; accepted: boolean }[])
    : [];

  it.each(cases)("$name", ({ text, accepted }) => {
    expect(errorIn(text) === undefined).toBe(accepted);
    expect(askOracle(text).isAccepted).toBe(accepted);
  });
});
