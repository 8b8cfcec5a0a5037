import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import plugin from "../../src/index.js";
import { readMarks } from "../hosts-table.js";

/** A finding of a rule with its location, as `readMarks` returns it. */
export interface PlacedFinding {
  readonly rule: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number | undefined;
  readonly endColumn: number | undefined;
}

/** The folder of the modules that test the carriers. */
export const modulesFolder = fileURLToPath(new URL("../fixtures/carriers/", import.meta.url));

/** Reads a module of the folder. Its marks enclose the planted mistakes. */
export function readModule(name: string): ReturnType<typeof readMarks> {
  return readMarks(readFileSync(`${modulesFolder}${name}`, "utf8"));
}

/** The findings of the recommended rules, in source order. */
export function lintModule(code: string, settings: Readonly<Record<string, unknown>> = {}): PlacedFinding[] {
  const messages = new Linter().verify(
    code,
    [
      { ...plugin.configs.recommended, files: ["**/*.ts"] },
      {
        files: ["**/*.ts"],
        languageOptions: { parser: typescriptParser },
        settings: { "huaweicloud-iam": settings },
      },
    ] as Linter.Config[],
    "module.ts",
  );
  return messages.map(({ ruleId, message, line, column, endLine, endColumn }) => ({
    ...{ rule: ruleId?.replace("huaweicloud-iam/", "") ?? "", message },
    ...{ line, column, endLine, endColumn },
  }));
}

/** The expected findings of a module, one for each mark. */
export function plantedIn(
  { places }: ReturnType<typeof readMarks>,
  findings: readonly (readonly [rule: string, message: string])[],
): PlacedFinding[] {
  return places.map((place, index) => {
    const [rule = "", message = ""] = findings[index] ?? [];
    return { rule, message, ...place };
  });
}
