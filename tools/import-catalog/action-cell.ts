/** Reads action and dependency cells: names, the cases that they apply to, and companion roles. */
import type { CompanionRole, NamedAction, Qualifier } from "../../src/catalog/format.js";
import { type FoundNames, type ServicePrefixes, findNames } from "./action-names.js";
import { type Block, type Cell, cellFacts } from "./grid.js";
import { nameKey, nameOf } from "./names.js";
import { type Subject, companionRoleOf, lineMeaning, qualifierOf } from "./qualifiers.js";
import { isNone } from "./words.js";

/** The names of one case of a cell, such as "Assigning a New EIP". Cases exclude each other. */
export interface ActionCase {
  readonly label: string;
  readonly names: readonly NamedAction[];
}

export interface ActionCell {
  /** Names that apply to every case. */
  readonly always: readonly NamedAction[];
  readonly cases: readonly ActionCase[];
  readonly companionRoles: readonly CompanionRole[];
  /** Lines that could not be read. */
  readonly problems: readonly string[];
}

/** Reads a cell line by line. A line that cannot be read is a problem and has no other effect. */
export function parseActionCell(cell: Cell, prefixes: ServicePrefixes, subject: Subject): ActionCell {
  const reader = new ActionCellReader(prefixes, subject);
  for (const block of cellFacts(cell)) reader.read(block);
  return reader.result();
}

class ActionCellReader {
  private readonly always: NamedAction[] = [];
  private readonly cases: { readonly label: string; readonly names: NamedAction[] }[] = [];
  private readonly companionRoles: CompanionRole[] = [];
  private readonly problems: string[] = [];
  /** The list that names are added to: the current case, or `always`. */
  private target = this.always;
  /** The qualifier from a line of prose. Applies to all names up to the next such line. */
  private headingQualifier: Qualifier | undefined;
  /** The qualifier of a list item. Applies to the rest of the item. */
  private itemQualifier: Qualifier | undefined;

  constructor(
    private readonly prefixes: ServicePrefixes,
    private readonly subject: Subject,
  ) {}

  result(): ActionCell {
    return {
      always: unique(this.always),
      // A heading without names is not a case.
      cases: this.cases.filter((one) => one.names.length > 0).map((one) => ({ ...one, names: unique(one.names) })),
      companionRoles: this.companionRoles,
      problems: [...this.problems, ...this.cases.filter((one) => one.names.length === 0).map((one) => one.label)],
    };
  }

  read(block: Block): void {
    if (isNone(block.text)) return;
    const found = findNames(block.text, this.prefixes);
    if (found.unsplit.length > 0) this.problems.push(block.text);
    else if (found.names.length === 0) this.readWords(block);
    else if (found.rest === "") this.addPlain(block, found.names);
    else this.readMixed(block, found);
  }

  private addPlain(block: Block, names: readonly string[]): void {
    if (block.kind !== "continuation") this.itemQualifier = undefined;
    this.add(names, this.itemQualifier ?? this.headingQualifier);
  }

  private readMixed(block: Block, found: FoundNames): void {
    const label = /^(?<label>[^:("']+):\s*$/u.exec(found.rest)?.groups?.["label"];
    if (label !== undefined) {
      this.openCase(label);
      this.add(found.names, undefined);
      return;
    }
    const meaning = lineMeaning(block.text, this.subject);
    if (meaning !== undefined) {
      this.itemQualifier = meaning === "always" ? undefined : meaning;
      this.add(found.names, this.itemQualifier);
      return;
    }
    this.readBracketed(block);
  }

  /** Names that are each followed by a bracket, with or without separators: `a:b:c (only for ...)`. */
  private readBracketed(block: Block): void {
    const text = block.text.normalize("NFKC");
    const pieces = [...text.matchAll(/(?<names>[^()]+)(?:\((?<qualifier>[^()]*)\))?/gu)];
    for (const piece of pieces) {
      const { names: found, rest } = findNames(piece.groups?.["names"] ?? "", this.prefixes);
      const bracket = piece.groups?.["qualifier"];
      const qualifier = bracket === undefined ? undefined : qualifierOf(bracket);
      if (rest !== "" || found.length === 0 || (bracket !== undefined && qualifier === undefined)) {
        this.problems.push(block.text);
        return;
      }
      // The bracket after joined names belongs to the last of them.
      this.add(found.slice(0, -1), undefined);
      this.add(found.slice(-1), qualifier);
      this.itemQualifier = qualifier;
    }
  }

  private readWords(block: Block): void {
    const role = companionRoleOf(block.text);
    const meaning = lineMeaning(block.text, this.subject);
    if (role !== undefined) this.companionRoles.push(role);
    else if (meaning !== undefined) {
      this.target = this.always;
      this.itemQualifier = undefined;
      this.headingQualifier = meaning === "always" ? undefined : meaning;
    } else if (isHeading(block.text)) this.openCase(block.text);
    else this.problems.push(block.text);
  }

  private openCase(label: string): void {
    const names: NamedAction[] = [];
    this.cases.push({ label: label.trim(), names });
    this.target = names;
    this.itemQualifier = this.headingQualifier = undefined;
  }

  private add(names: readonly string[], qualifier: Qualifier | undefined): void {
    this.target.push(...names.map((name) => (qualifier === undefined ? name : { name, qualifier })));
  }
}

/** Whether a line is short and has no punctuation. Longer lines are prose, which must not become a case. */
function isHeading(text: string): boolean {
  return text.length <= 60 && !/[,;，；。:：()（）]/u.test(text) && /\p{L}{2}/u.test(text);
}

/**
 * Removes names that are repeated with the same qualifier, and qualified names that are also listed without a
 * qualifier. Keeps the first spelling.
 */
function unique(names: readonly NamedAction[]): readonly NamedAction[] {
  const always = new Set(names.filter((named) => typeof named === "string").map(nameKey));
  const seen = new Set<string>();
  return names.filter((named) => {
    const name = nameKey(nameOf(named));
    const key = typeof named === "string" ? name : `${name} ${named.qualifier}`;
    if (seen.has(key) || (typeof named !== "string" && always.has(name))) return false;
    seen.add(key);
    return true;
  });
}
