import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import plugin from "../../src/index.js";
import { readMarks } from "../hosts-table.js";

/** A finding of a rule with its place, as `readMarks` gives it. */
export interface PlacedFinding {
  readonly rule: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number | undefined;
  readonly endColumn: number | undefined;
}

/** The folder of the modules that the carriers are tried on. */
export const modulesFolder = fileURLToPath(new URL("../fixtures/carriers/", import.meta.url));

/** A module of the folder, whose marks enclose the places of the mistakes that are planted in it. */
export function readModule(name: string): ReturnType<typeof readMarks> {
  return readMarks(readFileSync(`${modulesFolder}${name}`, "utf8"));
}

/** What the recommended rules find in a text, in the order of its places. */
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

/** The findings that a module's marks and these descriptions call for, one for each mark. */
export function plantedIn(
  { places }: ReturnType<typeof readMarks>,
  findings: readonly (readonly [rule: string, message: string])[],
): PlacedFinding[] {
  return places.map((place, index) => {
    const [rule = "", message = ""] = findings[index] ?? [];
    return { rule, message, ...place };
  });
}
