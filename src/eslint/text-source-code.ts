import type { FileProblem, Position, SourceLocation, SourceRange } from "@eslint/core";
import type { Comment } from "../hosts/host.js";
import type { ReadFile, SyntaxNode } from "../hosts/reader.js";
import { parseRules, readConfigComment, type ConfigComment } from "./config-comments.js";
import { LineIndex } from "./line-index.js";
import { parentsIn, stepsThrough, type Step } from "./tree-steps.js";

type Located = Pick<SyntaxNode, "range"> | Comment;

/**
 * The source code that ESLint and rules get of a file. ESLint has a base class for it in a package that not every
 * installation has at the same version; it is not much more than what follows.
 */
export class TextSourceCode {
  readonly text: string;
  readonly ast: SyntaxNode;
  readonly comments: readonly Comment[];
  /** As `getAllComments`. */
  readonly tokensAndComments: readonly never[] = [];
  readonly #visitorKeys: Readonly<Record<string, readonly string[]>>;
  #index: LineIndex | undefined;
  #parents: ReadonlyMap<SyntaxNode, SyntaxNode> | undefined;

  constructor(text: string, { root, comments }: ReadFile, visitorKeys: TextSourceCode["visitorKeys"]) {
    this.text = text;
    this.ast = root;
    this.comments = comments;
    this.#visitorKeys = visitorKeys;
  }

  get visitorKeys(): Readonly<Record<string, readonly string[]>> {
    return this.#visitorKeys;
  }

  get lines(): string[] {
    return this.#lineIndex.lines;
  }

  getLocFromIndex(index: number): Position {
    return this.#lineIndex.positionOf(index);
  }

  getIndexFromLoc(position: Position): number {
    return this.#lineIndex.offsetOf(position);
  }

  getLoc({ range: [start, end] }: Located): SourceLocation {
    return { start: this.getLocFromIndex(start), end: this.getLocFromIndex(end) };
  }

  getRange({ range: [start, end] }: Located): SourceRange {
    return [start, end];
  }

  getText(node?: Located, before = 0, after = 0): string {
    return node ? this.text.slice(Math.max(0, node.range[0] - before), node.range[1] + after) : this.text;
  }

  getParent(node: SyntaxNode): SyntaxNode | undefined {
    this.#parents ??= parentsIn(this.ast, this.#visitorKeys);
    return this.#parents.get(node);
  }

  getAncestors(node: SyntaxNode): SyntaxNode[] {
    const ancestors: SyntaxNode[] = [];
    for (let parent = this.getParent(node); parent; parent = this.getParent(parent)) {
      ancestors.unshift(parent);
    }
    return ancestors;
  }

  traverse(): Iterable<Step> {
    return stepsThrough(this.ast, this.#visitorKeys);
  }

  /** Rules for JavaScript ask for it where somebody configures them for every file. They have nothing to look for here. */
  getAllComments(): readonly never[] {
    return [];
  }

  /** As `getAllComments`. */
  getFirstToken(): null {
    return null;
  }

  /** As `getAllComments`: the outermost scope is the only one, and nothing is declared in it. */
  getScope(): Scope {
    const set = new Map<string, never>();
    const nothing = { childScopes: [], references: [], set, through: [], variables: [] };
    return { type: "global", block: this.ast, isStrict: false, upper: null, ...nothing };
  }

  getInlineConfigNodes(): readonly Comment[] {
    return this.#configComments().map(({ node }) => node);
  }

  getDisableDirectives(): { directives: Directive[]; problems: FileProblem[] } {
    const directives: Directive[] = [];
    const problems: FileProblem[] = [];
    for (const { label, value, justification, node } of this.#configComments()) {
      const loc = this.getLoc(node);
      if (label === "eslint-disable-line" && loc.start.line !== loc.end.line) {
        problems.push({ ruleId: null, message: `${label} comment should not span multiple lines.`, loc });
      } else if (label !== "eslint") {
        const type = label.slice("eslint-".length) as Directive["type"];
        directives.push({ type, node, value, justification });
      }
    }
    return { directives, problems };
  }

  applyInlineConfig(): { configs: InlineConfig[]; problems: FileProblem[] } {
    const configs: InlineConfig[] = [];
    const problems: FileProblem[] = [];
    for (const { value, node } of this.#configComments().filter(({ label }) => label === "eslint")) {
      const loc = this.getLoc(node);
      try {
        configs.push({ config: { rules: parseRules(value) }, loc });
      } catch (error) {
        const message = `Failed to parse the rules "${value}": ${(error as SyntaxError).message}`;
        problems.push({ ruleId: null, message, loc });
      }
    }
    return { configs, problems };
  }

  #configComments(): ConfigComment[] {
    return this.comments.flatMap((comment) => readConfigComment(comment) ?? []);
  }

  get #lineIndex(): LineIndex {
    this.#index ??= new LineIndex(this.text);
    return this.#index;
  }
}

interface Directive {
  readonly type: "disable" | "enable" | "disable-line" | "disable-next-line";
  readonly node: Comment;
  readonly value: string;
  readonly justification: string;
}

/** What a scope without declarations has of the shape that ESLint gives the scopes of programs. */
interface Scope {
  readonly type: "global";
  readonly block: SyntaxNode;
  readonly isStrict: boolean;
  readonly upper: null;
  readonly childScopes: readonly never[];
  readonly references: readonly never[];
  readonly set: ReadonlyMap<string, never>;
  readonly through: readonly never[];
  readonly variables: readonly never[];
}

interface InlineConfig {
  readonly config: { readonly rules: ReturnType<typeof parseRules> };
  readonly loc: SourceLocation;
}
