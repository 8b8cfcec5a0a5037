import type { Range } from "../../text/range.js";

/**
 * The tree of an HCL file. Chains are flat lists, however long they are: steps behind a value, operators, the branches of
 * a conditional. So nothing but brackets and directives makes a tree deep, and these have a limit.
 */
export interface HclFile extends Located {
  readonly type: "HclFile";
  readonly body: readonly BodyItem[];
  readonly comments: readonly HclComment[];
}

interface Located {
  /** UTF-16 offsets. */
  readonly range: Range;
}

export interface HclComment extends Located {
  readonly type: "LineComment" | "BlockComment";
}

export type BodyItem = Attribute | Block;

/** `name = value`, in a body. */
export interface Attribute extends Located {
  readonly type: "Attribute";
  readonly name: Name;
  readonly value: Expression;
}

/** `type "label" name { ... }` */
export interface Block extends Located {
  readonly type: "Block";
  readonly name: Name;
  readonly labels: readonly (Name | Label)[];
  readonly body: readonly BodyItem[];
}

export interface Name extends Located {
  readonly type: "Name";
  readonly name: string;
}

/** The label of a block, in quotes. */
export interface Label extends Located {
  readonly type: "Label";
  readonly name: string;
}

export type Expression =
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | Template
  | List
  | ObjectExpression
  | ForExpression
  | Call
  | Variable
  | Traversal
  | UnaryOperation
  | Operation
  | Conditional
  | Parentheses;

export interface NumberLiteral extends Located {
  readonly type: "NumberLiteral";
  /** The nearest number of JavaScript: HCL's have any number of digits. */
  readonly value: number;
}

export interface BooleanLiteral extends Located {
  readonly type: "BooleanLiteral";
  readonly value: boolean;
}

export interface NullLiteral extends Located {
  readonly type: "NullLiteral";
}

/** A text in quotes or a heredoc. */
export interface Template extends Located {
  readonly type: "Template";
  readonly opening: '"' | "<<" | "<<-";
  /** Without the quotes, or without the first and the last line of a heredoc. */
  readonly contentRange: Range;
  readonly parts: readonly TemplatePart[];
}

export type TemplatePart = TemplateText | Interpolation | IfDirective | ForDirective;

/** Literal text: a line of a heredoc, the text between two interpolations, or a lone `$` or `%`. */
export interface TemplateText extends Located {
  readonly type: "TemplateText";
  /** What the text means: decoded, without indentation and what strip markers take away. */
  readonly value: string;
  /** The decoded characters that are taken away in front of the value, and behind it. */
  readonly cut: readonly [front: number, back: number];
  /** Whether a backslash escapes the character behind it. */
  readonly isQuoted: boolean;
}

/** `${ ... }` */
export interface Interpolation extends Located {
  readonly type: "Interpolation";
  readonly expression: Expression;
}

/** `%{ if x } ... %{ else } ... %{ endif }` */
export interface IfDirective extends Located {
  readonly type: "IfDirective";
  readonly condition: Expression;
  readonly consequent: readonly TemplatePart[];
  readonly alternate: readonly TemplatePart[];
}

/** `%{ for a, b in c } ... %{ endfor }` */
export interface ForDirective extends Located {
  readonly type: "ForDirective";
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  readonly content: readonly TemplatePart[];
}

export interface List extends Located {
  readonly type: "List";
  readonly elements: readonly Expression[];
}

export interface ObjectExpression extends Located {
  readonly type: "Object";
  readonly members: readonly ObjectMember[];
}

/** `key = value` or `key : value`. A key that is a lone name means the name. */
export interface ObjectMember extends Located {
  readonly type: "Member";
  readonly key: Expression;
  readonly value: Expression;
}

/** `[for a, b in c : d if e]` or `{ for a, b in c : d => e... if f }` */
export interface ForExpression extends Located {
  readonly type: "ForExpression";
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  /** Of an object only. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  /** Whether values of the same key become a list, with `...`. */
  readonly isGrouped: boolean;
  readonly condition: Expression | undefined;
}

export interface Call extends Located {
  readonly type: "Call";
  /** With its namespaces: `provider::aws::arn_parse`. */
  readonly name: Name;
  readonly arguments: readonly Expression[];
  /** Whether the last argument is a list of arguments, with `...`. */
  readonly isExpanded: boolean;
}

export interface Variable extends Located {
  readonly type: "Variable";
  readonly name: string;
}

/** A value with the steps behind it: `a.b[0].*.c`. */
export interface Traversal extends Located {
  readonly type: "Traversal";
  readonly source: Expression;
  readonly steps: readonly Step[];
}

export type Step = AttributeStep | IndexStep | SplatStep;

/** `.name`, or `.0`, which older files have for `[0]`. */
export interface AttributeStep extends Located {
  readonly type: "AttributeStep";
  readonly name: string;
}

/** `[expression]` */
export interface IndexStep extends Located {
  readonly type: "IndexStep";
  readonly key: Expression;
}

/** `[*]` or `.*` */
export interface SplatStep extends Located {
  readonly type: "SplatStep";
}

/** `!x`, `-x`, `!!x` */
export interface UnaryOperation extends Located {
  readonly type: "UnaryOperation";
  /** Outer before inner. */
  readonly operators: readonly ("!" | "-")[];
  readonly operand: Expression;
}

/** Operands with operators of the same strength between them, read from left to right: `a + b - c`. */
export interface Operation extends Located {
  readonly type: "Operation";
  readonly operands: readonly Expression[];
  readonly operators: readonly string[];
}

/** `a ? b : c ? d : e` */
export interface Conditional extends Located {
  readonly type: "Conditional";
  readonly cases: readonly ConditionalCase[];
  readonly otherwise: Expression;
}

export interface ConditionalCase extends Located {
  readonly type: "ConditionalCase";
  readonly condition: Expression;
  readonly value: Expression;
}

export interface Parentheses extends Located {
  readonly type: "Parentheses";
  readonly expression: Expression;
}

export type HclNode =
  HclFile | BodyItem | Name | Label | Expression | TemplatePart | ObjectMember | Step | ConditionalCase;

/** The keys of each node's children, in source order. */
export const visitorKeys: Readonly<Record<HclNode["type"], readonly string[]>> = {
  HclFile: ["body"],
  Attribute: ["name", "value"],
  Block: ["name", "labels", "body"],
  Name: [],
  Label: [],
  NumberLiteral: [],
  BooleanLiteral: [],
  NullLiteral: [],
  Template: ["parts"],
  TemplateText: [],
  Interpolation: ["expression"],
  IfDirective: ["condition", "consequent", "alternate"],
  ForDirective: ["keyName", "valueName", "collection", "content"],
  List: ["elements"],
  Object: ["members"],
  Member: ["key", "value"],
  ForExpression: ["keyName", "valueName", "collection", "key", "value", "condition"],
  Call: ["name", "arguments"],
  Variable: [],
  Traversal: ["source", "steps"],
  AttributeStep: [],
  IndexStep: ["key"],
  SplatStep: [],
  UnaryOperation: ["operand"],
  Operation: ["operands"],
  Conditional: ["cases", "otherwise"],
  ConditionalCase: ["condition", "value"],
  Parentheses: ["expression"],
};
