import { clouds } from "../format.js";
import { sha256 } from "../sha256.js";
import { hashedText, ownFormat, type OwnCatalog, type OwnFile } from "./format.js";

/** The file may be in order, so that it should not be thrown away. */
export class NewerFormat extends Error {}

/**
 * Reads the text of a project's own catalogue.
 *
 * @throws Error with the reason, to follow "cannot be used: ", if only a new file helps
 * @throws NewerFormat if only a newer package helps
 */
export function parseOwnCatalog(text: string): OwnCatalog {
  const file = parseJson(text);
  if (!isObject(file) || typeof file["format"] !== "number") {
    throw new Error("it is not a catalogue");
  }
  if (file["format"] !== ownFormat) {
    throw file["format"] > ownFormat
      ? new NewerFormat("a newer version of this package has written it")
      : new Error("an older version of this package has written it");
  }
  const { pages, rows, sha256: recorded } = file as unknown as OwnFile;
  // The hash says that the command has written the file. What is in it is looked at all the same: a merge may fit.
  if (recorded !== sha256(hashedText({ pages, rows }))) {
    throw new Error("it was edited or merged since it was written, as its SHA-256 differs");
  }
  if (!isListOf(pages, isPage) || !isListOf(rows, (row) => isRow(row, pages.length))) {
    throw new Error("it has a page or row that this package would not write");
  }
  return { pages, rows };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    throw new Error("it is not valid JSON");
  }
}

function isPage(page: unknown): boolean {
  return (
    isObject(page) &&
    (clouds as readonly unknown[]).includes(page["cloud"]) &&
    isText(page["name"]) &&
    isText(page["sha256"]) &&
    typeof page["date"] === "string" &&
    /^\d{4}-\d\d-\d\d$/u.test(page["date"]) &&
    isAbsentOr(page["address"], isText)
  );
}

function isRow(row: unknown, pages: number): boolean {
  return (
    isObject(row) &&
    isService(row["service"]) &&
    isListOf(row["apis"], isText) &&
    isListOf(row["actions"], isNamedAction) &&
    isAbsentOr(row["dependencies"], (names) => isListOf(names, isNamedAction)) &&
    ["iamProject", "enterpriseProject"].every((mark) => isAbsentOr(row[mark], (is) => typeof is === "boolean")) &&
    isAbsentOr(row["companionRoles"], (roles) => isListOf(roles, isRole)) &&
    isListOf(row["source"], Number.isInteger) &&
    row["source"].length === 3 &&
    Number(row["source"][0]) in Array.from({ length: pages })
  );
}

function isNamedAction(named: unknown): boolean {
  return isText(named) || (isObject(named) && isText(named["name"]) && isText(named["qualifier"]));
}

function isRole(role: unknown): boolean {
  return isObject(role) && isListOf(role["anyOf"], isText) && isAbsentOr(role["service"], isService);
}

function isService(name: unknown): boolean {
  return typeof name === "string" && /^[a-z][a-z\d-]*$/u.test(name) && !(name in {});
}

function isText(text: unknown): boolean {
  return typeof text === "string" && text !== "";
}

function isAbsentOr(value: unknown, isValid: (value: unknown) => boolean): boolean {
  return value === undefined || isValid(value);
}

function isListOf(value: unknown, isEntry: (entry: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isEntry);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
