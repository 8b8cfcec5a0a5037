/** An Action or a Dependencies cell: names, in which case each counts, and roles named beside them. */
import type { CompanionRole, NamedAction, Qualifier } from "../../src/catalog/format.js";
import { type FoundNames, type ServicePrefixes, findNames } from "./action-names.js";
import { type Block, type Cell, cellFacts } from "./grid.js";
import { nameKey, nameOf } from "./names.js";
import { type Subject, companionRoleOf, lineMeaning, qualifierOf } from "./qualifiers.js";
import { saysNothing } from "./words.js";

/** Names that count together; of the cases of a cell ("Assigning a New EIP", "Restart:") one counts at a time. */
export interface ActionCase {
  readonly label: string;
  readonly names: readonly NamedAction[];
}

export interface ActionCell {
  /** Names that count in every case. */
  readonly always: readonly NamedAction[];
  readonly cases: readonly ActionCase[];
  readonly companionRoles: readonly CompanionRole[];
  /** Lines that were not understood. */
  readonly problems: readonly string[];
}

/** Understands a cell line by line; a line that cannot be understood becomes a problem and nothing else. */
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
  /** Where names go: the open case, else `always`. */
  private target = this.always;
  /** The qualifier of a line of words: for all names below, up to the next such line. */
  private headingQualifier: Qualifier | undefined;
  /** The qualifier of a list item: for what follows inside the item. */
  private itemQualifier: Qualifier | undefined;

  constructor(
    private readonly prefixes: ServicePrefixes,
    private readonly subject: Subject,
  ) {}

  result(): ActionCell {
    return {
      always: unique(this.always),
      // A heading that no name follows was no case.
      cases: this.cases.filter((one) => one.names.length > 0).map((one) => ({ ...one, names: unique(one.names) })),
      companionRoles: this.companionRoles,
      problems: [...this.problems, ...this.cases.filter((one) => one.names.length === 0).map((one) => one.label)],
    };
  }

  read(block: Block): void {
    if (saysNothing(block.text)) return;
    const found = findNames(block.text, this.prefixes);
    if (found.broken.length > 0) this.problems.push(block.text);
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

  /** Names with a bracket after each, glued or not: `a:b:c (only for ...)`. */
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
      // Glued names: the bracket belongs to the last of them.
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

/** Short and no sentence with a subject of its own: long lines are prose, which is never taken for a case. */
function isHeading(text: string): boolean {
  return text.length <= 60 && !/[,;，；。:：()（）]/u.test(text) && /\p{L}{2}/u.test(text);
}

/**
 * A name that is written twice for the same condition counts once, and one that counts always needs no
 * condition beside; the first spelling is kept.
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
