import { numbersFrom } from "../../../random-numbers.js";
import { idioms, type Kind, type Pen } from "./program-idioms.js";

/** Stands at the start of the body of each loop: the engine's copy of the program counts its rounds there. */
export const loopMark = "/* loop */";

interface Variable {
  readonly name: string;
  readonly kind: Kind;
  readonly isConstant: boolean;
  /** Names that the program may only read, because a loop counts with them. */
  readonly isCounter?: boolean;
}

interface Callable {
  readonly name: string;
  /** What it is called with; a callback takes a text and gives one. */
  readonly parameters: readonly (Kind | "callback")[];
  /** Whether it is called with one argument after the other: `f("a")("b")`. */
  readonly isCurried?: boolean;
  readonly hasRest: boolean;
  readonly result: Kind;
}

interface ClassName {
  readonly name: string;
  readonly hasParameter: boolean;
}

/** The names that code sees, from the innermost block outwards. */
interface Scope {
  readonly variables: Variable[];
  readonly functions: Callable[];
  readonly classes: ClassName[];
}

/**
 * A random program without input and output: statements, then a call of `use` with a list of its variables. It reads
 * the globals `unknownFlag`, `otherFlag`, `unknownText`, `unknownList` and `unknownObject`, and passes lists and objects
 * on to `mutate`, which may change them. Lists and objects are changed often, and often have several names.
 */
export function randomProgram(seed: number): string {
  return new ProgramWriter(numbersFrom(seed)).program();
}

type Choice<Made> = readonly [weight: number, make: () => Made];

const texts = ["a", "b", "c", "d:e", "F g", "", "a-b"];
const keys = ["a", "b", "c"];
const listKeys = ["list", "more"];

class ProgramWriter {
  readonly #below: (limit: number) => number;
  readonly #scopes: Scope[] = [emptyScope()];
  #names = 0;
  /** How many statements may still be written: keeps programs small. */
  #left = 0;
  /** The kind that the function around returns. */
  #result: Kind | undefined;
  #isInLoop = false;

  constructor(below: (limit: number) => number) {
    this.#below = below;
  }

  program(): string {
    this.#left = 6 + this.#below(14);
    const lines = [this.#declaration("list"), this.#declaration("object"), this.#declaration("text")];
    while (this.#left > 0) {
      lines.push(this.#statement());
    }
    const names = this.#scopes[0]?.variables.map(({ name }) => name) ?? [];
    return [...lines, `use({ Statement: [${names.join(", ")}] });`].join("\n");
  }

  #chance(percent: number): boolean {
    return this.#below(100) < percent;
  }

  #one<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)] as Item;
  }

  #weighted<Made>(choices: readonly Choice<Made>[]): Made {
    let at = this.#below(choices.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, make] of choices) {
      at -= weight;
      if (at < 0) {
        return make();
      }
    }
    throw new Error("No choice.");
  }

  /** A new name; sometimes one that hides another. */
  #name(letter: string): string {
    const outer = this.#scopes.slice(0, -1).flatMap(({ variables }) => variables.map(({ name }) => name));
    const own = this.#scopes.at(-1)?.variables.map(({ name }) => name) ?? [];
    const hidden = outer.filter((name) => !own.includes(name) && !this.#isCounter(name));
    return hidden.length > 0 && this.#chance(12) ? this.#one(hidden) : `${letter}${this.#names++}`;
  }

  #isCounter(name: string): boolean {
    return this.#scopes.some(({ variables }) => variables.some((known) => known.name === name && known.isCounter));
  }

  /** The variables of a kind that are not hidden. */
  #variables(kind: Kind): readonly Variable[] {
    const seen = new Map<string, Variable>();
    for (const { variables } of this.#scopes) {
      for (const variable of variables) {
        seen.set(variable.name, variable);
      }
    }
    return [...seen.values()].filter((variable) => variable.kind === kind);
  }

  #functions(result?: Kind): readonly Callable[] {
    const all = this.#scopes.flatMap(({ functions }) => functions);
    return result ? all.filter((callable) => callable.result === result) : all;
  }

  #classes(): readonly ClassName[] {
    return this.#scopes.flatMap(({ classes }) => classes);
  }

  #define(variable: Variable): void {
    const variables = this.#scopes.at(-1)?.variables;
    const at = variables?.findIndex(({ name }) => name === variable.name) ?? -1;
    variables?.splice(at < 0 ? variables.length : at, at < 0 ? 0 : 1, variable);
  }

  // Idioms

  /** What programs often write; some parts of it are made up. */
  #idiom(kind: Kind | "statement", depth: number): string {
    const below = Math.min(depth - 1, 1);
    const names: Variable[] = [];
    const pen: Pen = {
      text: () => this.#text(below),
      number: () => this.#number(below),
      flag: () => this.#flag(below),
      list: () => this.#list(below),
      object: () => this.#object(below),
      literal: () => this.#literal(),
      of: (expression) => this.#operand(expression),
      variable: (of) => this.#variable(of, () => this.#placeholder(of)),
      fresh: () => this.#fresh("idiom"),
      defined: (of, isConstant = true) => {
        const name = this.#fresh(of);
        names.push({ name, kind: of, isConstant });
        return name;
      },
      statements: () => this.#inScope([], () => this.#statements(1)),
      one: (items) => this.#one(items),
    };
    const written = this.#one(idioms[kind])(pen);
    names.forEach((name) => {
      this.#define(name);
    });
    return kind === "statement" ? written : `(${written})`;
  }

  #placeholder(kind: Kind): string {
    return kind === "list" ? "[]" : kind === "object" ? "({})" : this.expression(kind, 0);
  }

  // Expressions

  expression(kind: Kind, depth: number): string {
    switch (kind) {
      case "text":
        return this.#text(depth);
      case "number":
        return this.#number(depth);
      case "flag":
        return this.#flag(depth);
      case "list":
        return this.#list(depth);
      case "object":
        return this.#object(depth);
    }
  }

  #literal(): string {
    return JSON.stringify(this.#one(texts));
  }

  #variable(kind: Kind, orElse: () => string): string {
    const variables = this.#variables(kind);
    return variables.length > 0 ? this.#one(variables).name : orElse();
  }

  #text(depth: number): string {
    const variable = () => this.#variable("text", () => this.#literal());
    if (depth <= 0) {
      return this.#chance(45) ? variable() : this.#literal();
    }
    const text = () => this.#text(depth - 1);
    const list = () => this.#list(depth - 1);
    return this.#weighted([
      [9, () => this.#idiom("text", depth)],
      [16, () => this.#literal()],
      [18, variable],
      [6, () => `\`\${${this.#any(depth - 1)}}-\${${text()}}\``],
      [5, () => `${this.#operand(text())} + ${this.#operand(text())}`],
      [3, () => `${this.#operand(text())} + ${this.#operand(this.#number(depth - 1))}`],
      [7, () => `(${this.#flag(depth - 1)} ? ${text()} : ${text()})`],
      [2, () => `(${text()} || ${text()})`],
      [2, () => `(${text()} && ${text()})`],
      [3, () => `${this.#operand(text())}.${this.#one(["toUpperCase()", "toLowerCase()", "trim()", "toString()"])}`],
      [2, () => `${this.#operand(text())}.replace(${this.#literal()}, ${text()})`],
      [2, () => `${this.#operand(text())}.replaceAll("a", ${text()})`],
      [
        2,
        () =>
          `${this.#operand(text())}.${this.#one(["slice", "substring"])}(${this.#one(["1", "0, 1", "-1", "1, 3"])})`,
      ],
      [1, () => `${this.#operand(text())}.concat(${text()}, ${text()})`],
      [1, () => `${this.#operand(text())}.repeat(${this.#below(3)})`],
      [3, () => `${this.#operand(list())}.join(${this.#one(['"-"', '""', ""])})`],
      [3, () => `String(${this.#operand(list())}[${this.#below(3)}])`],
      [2, () => `(${this.#operand(list())}.at(-1) ?? ${text()})`],
      [4, () => `(${this.#variable("list", () => "[]")}.${this.#one(["pop", "shift"])}() ?? ${text()})`],
      [5, () => `(${this.#member(keys)} ?? ${text()})`],
      [2, () => `(${this.#operand(list())}.find(${this.#callback("flag", depth)}) ?? ${text()})`],
      [
        2,
        () =>
          `${this.#operand(list())}.reduce((sum, one) => sum + one${this.#chance(50) ? ` + ${text()}` : ""}, ${text()})`,
      ],
      [2, () => `Object.keys(${this.#object(depth - 1)}).join("+")`],
      [1, () => `typeof ${this.#variable(this.#one(["text", "list", "object", "flag"] as const), () => "1")}`],
      [8, () => this.#call("text", depth) ?? text()],
      [3, () => this.#methodCall("text", depth) ?? text()],
      [2, () => this.#immediate("text", depth)],
    ]);
  }

  /** An expression in parentheses, where it needs them. */
  #operand(expression: string): string {
    return /^(?:[\w.]+|"[^"]*"|\[[^[\]]*\]|\([^()]*\))$/u.test(expression) ? expression : `(${expression})`;
  }

  #any(depth: number): string {
    return this.#weighted([
      [8, () => this.#text(depth)],
      [2, () => this.#number(depth)],
      [2, () => this.#flag(depth)],
      [3, () => this.#member([...keys, ...listKeys])],
      [2, () => this.#list(depth)],
      [1, () => "unknownText"],
      [1, () => this.#one(["undefined", "null"])],
    ]);
  }

  #member(names: readonly string[]): string {
    const owner = this.#variable("object", () => "{}");
    const name = this.#one(names);
    const object = this.#operand(owner);
    return this.#chance(10)
      ? `${object}?.${name}`
      : this.#chance(15)
        ? `${object}[${this.#literal()}]`
        : this.#chance(20)
          ? `${object}["${name}"]`
          : `${object}.${name}`;
  }

  #number(depth: number): string {
    const literal = () => String(this.#below(4));
    if (depth <= 0) {
      return this.#chance(50) ? this.#variable("number", literal) : literal();
    }
    const number = () => this.#number(depth - 1);
    const list = () => this.#operand(this.#list(depth - 1));
    return this.#weighted([
      [4, () => this.#idiom("number", depth)],
      [4, literal],
      [5, () => this.#variable("number", literal)],
      [5, () => `${list()}.length`],
      [2, () => `${this.#operand(this.#text(depth - 1))}.length`],
      [2, () => `${this.#operand(number())} ${this.#one(["+", "-", "*"])} ${this.#operand(number())}`],
      [1, () => `${this.#operand(number())} % 2`],
      [2, () => `${list()}.indexOf(${this.#text(depth - 1)})`],
      [2, () => `${this.#variable("list", () => "[]")}.${this.#one(["push", "unshift"])}(${this.#text(depth - 1)})`],
      [1, () => `new Set(${this.#list(depth - 1)}).size`],
      [2, () => `(${this.#flag(depth - 1)} ? ${number()} : ${number()})`],
      [2, () => this.#call("number", depth) ?? number()],
      [2, () => this.#counting()],
    ]);
  }

  /** `x++` */
  #counting(): string {
    const variables = this.#variables("number").filter(({ isConstant, isCounter }) => !isConstant && !isCounter);
    return variables.length > 0 ? `${this.#one(variables).name}${this.#one(["++", "--"])}` : "1";
  }

  #flag(depth: number): string {
    const unknown = () => this.#one(["unknownFlag", "otherFlag", "unknownFlag", 'unknownText === "a"']);
    if (depth <= 0) {
      return this.#weighted([
        [4, unknown],
        [2, () => this.#one(["true", "false"])],
        [3, () => this.#variable("flag", unknown)],
      ]);
    }
    const text = () => this.#operand(this.#text(depth - 1));
    const list = () => this.#operand(this.#list(depth - 1));
    const flag = () => this.#operand(this.#flag(depth - 1));
    return this.#weighted([
      [4, () => this.#idiom("flag", depth)],
      [10, unknown],
      [3, () => this.#one(["true", "false"])],
      [5, () => this.#variable("flag", unknown)],
      [3, () => `${text()} ${this.#one(["===", "!==", "==", "<"])} ${text()}`],
      [
        2,
        () =>
          `${this.#member(keys)} ${this.#one(["===", "!==", "==", "!="])} ${this.#one(["undefined", "null", '"a"'])}`,
      ],
      [3, () => `${list()}.includes(${text()})`],
      [
        3,
        () => `${this.#operand(this.#number(depth - 1))} ${this.#one(["<", ">", "<=", ">=", "==="])} ${this.#below(3)}`,
      ],
      [2, () => `!${flag()}`],
      [2, () => `(${flag()} ${this.#one(["&&", "||"])} ${flag()})`],
      [1, () => `${list()}.${this.#one(["some", "every"])}(${this.#callback("flag", depth)})`],
      [1, () => `${text()}.${this.#one(["startsWith", "endsWith", "includes"])}(${this.#literal()})`],
      [1, () => `Array.isArray(${this.#any(depth - 1)})`],
      [1, () => `Boolean(${this.#any(depth - 1)})`],
      [1, () => `${this.#literal()} in ${this.#operand(this.#object(depth - 1))}`],
      [1, () => `new Set(${this.#list(depth - 1)}).has(${text()})`],
      [1, () => `${this.#variable("list", () => "[]")} === ${this.#variable("list", () => "[]")}`],
      [2, () => this.#call("flag", depth) ?? "true"],
    ]);
  }

  #list(depth: number): string {
    const literal = () => this.#listLiteral(depth - 1);
    const variable = () => this.#variable("list", literal);
    if (depth <= 0) {
      return this.#chance(55) ? this.#variable("list", () => "[]") : `[${this.#literal()}]`;
    }
    const list = () => this.#operand(this.#list(depth - 1));
    const text = () => this.#text(depth - 1);
    return this.#weighted([
      [12, () => this.#idiom("list", depth)],
      [14, literal],
      [22, variable],
      [4, () => `${list()}.map(${this.#callback("text", depth)})`],
      [3, () => `${list()}.filter(${this.#chance(30) ? "Boolean" : this.#callback("flag", depth)})`],
      [2, () => `${list()}.flatMap(${this.#callback("list", depth)})`],
      [1, () => `[${list()}, ${text()}, ${list()}].flat()`],
      [3, () => `${list()}.slice(${this.#one(["", "1", "0, 1", "-1", "1, 2"])})`],
      [3, () => `${list()}.concat(${this.#chance(60) ? list() : text()})`],
      [2, () => `${list()}.toSorted()`],
      [1, () => `${list()}.toReversed()`],
      [2, () => `[...${list()}].${this.#one(["sort()", "reverse()", "sort((one, two) => (one < two ? 1 : -1))"])}`],
      [3, () => `${variable()}.${this.#one(["sort()", "reverse()"])}`],
      [2, () => `${variable()}.splice(${this.#one(["0, 1", "1", "0, 0", "-1, 1", "1, 1, " + text()])})`],
      [2, () => `Array.from(${this.#chance(50) ? list() : `new Set(${list()})`})`],
      [1, () => `Array.from(${list()}, ${this.#callback("text", depth)})`],
      [2, () => `[...new Set(${list()})]`],
      [2, () => `Object.keys(${this.#object(depth - 1)})`],
      [1, () => `Object.values(${this.#object(depth - 1)})`],
      [
        2,
        () =>
          `Object.entries(${this.#object(depth - 1)}).map(([key, value]) => ${this.#one(["key + value", "key", "`${key}:${value}`"])})`,
      ],
      [1, () => `${this.#operand(text())}.split(${this.#one(['":"', '"-"'])})`],
      [5, () => `(${this.#member(listKeys)} ?? ${this.#list(depth - 1)})`],
      [3, () => `(${this.#flag(depth - 1)} ? ${list()} : ${list()})`],
      [
        1,
        () =>
          `${list()}.reduce((all, one) => ${this.#one(["[...all, one]", "all.concat(one)", "[one, ...all]"])}, ${list()})`,
      ],
      [
        2,
        () =>
          `${list()}.reduce((all, one) => { all.${this.#one(["push", "unshift"])}(one); return all; }, [...${list()}])`,
      ],
      [8, () => this.#call("list", depth) ?? this.#list(depth - 1)],
      [2, () => this.#methodCall("list", depth) ?? this.#list(depth - 1)],
      [2, () => this.#immediate("list", depth)],
      [1, () => "[...unknownList]"],
    ]);
  }

  #listLiteral(depth: number): string {
    const elements = Array.from({ length: this.#below(4) }, () =>
      this.#weighted([
        [10, () => this.#text(depth)],
        [4, () => `...${this.#operand(this.#list(depth))}`],
        [2, () => `...(${this.#flag(depth)} ? ${this.#list(depth)} : [])`],
        [1, () => `...(${this.#flag(depth)} ? [${this.#text(depth)}] : [${this.#text(depth)}])`],
        [1, () => `...new Set(${this.#list(depth)})`],
      ]),
    );
    return `[${elements.join(", ")}]`;
  }

  #object(depth: number): string {
    const literal = () => this.#objectLiteral(depth - 1);
    const variable = () => this.#variable("object", literal);
    if (depth <= 0) {
      return this.#chance(60) ? this.#variable("object", () => "{}") : `{ ${this.#one(keys)}: ${this.#literal()} }`;
    }
    const object = () => this.#object(depth - 1);
    return this.#weighted([
      [9, () => this.#idiom("object", depth)],
      [16, literal],
      [18, variable],
      [3, () => `Object.assign({}, ${object()}, ${object()})`],
      [3, () => `Object.assign(${variable()}, ${object()})`],
      [
        2,
        () =>
          `Object.fromEntries(${this.#operand(this.#list(depth - 1))}.map((one) => [one, ${this.#text(depth - 1)}]))`,
      ],
      [2, () => `Object.fromEntries(Object.entries(${object()}))`],
      [2, () => `structuredClone(${this.#plainObject(depth - 1)})`],
      [2, () => `JSON.parse(JSON.stringify(${this.#plainObject(depth - 1)}))`],
      [1, () => `Object.freeze(${literal()})`],
      [2, () => `(${this.#flag(depth - 1)} ? ${object()} : ${object()})`],
      [5, () => this.#call("object", depth) ?? object()],
      [5, () => this.#instance(depth) ?? object()],
      [2, () => this.#immediate("object", depth)],
    ]);
  }

  /** An object without functions, which can be copied. */
  #plainObject(depth: number): string {
    return `{ a: ${this.#text(depth)}, list: ${this.#list(depth)} }`;
  }

  #objectLiteral(depth: number): string {
    const parts = Array.from({ length: 1 + this.#below(4) }, () =>
      this.#weighted([
        [10, () => `${this.#one(keys)}: ${this.#chance(80) ? this.#text(depth) : this.#any(depth)}`],
        [6, () => `${this.#one(listKeys)}: ${this.#list(depth)}`],
        [3, () => `...${this.#operand(this.#object(depth))}`],
        [2, () => `...(${this.#flag(depth)} && { ${this.#one(keys)}: ${this.#text(depth)} })`],
        [2, () => `...(${this.#flag(depth)} ? { ${this.#one(keys)}: ${this.#text(depth)} } : {})`],
        [1, () => `[${this.#text(depth)}]: ${this.#text(depth)}`],
        [1, () => `get got() { return ${this.#text(0)}; }`],
        [1, () => `join() { return (this.list ?? []).join() + this.${this.#one(keys)}; }`],
      ]),
    );
    return `{ ${parts.join(", ")} }`;
  }

  #instance(depth: number): string | undefined {
    const classes = this.#classes();
    if (classes.length === 0) {
      return undefined;
    }
    const { name, hasParameter } = this.#one(classes);
    const made = `new ${name}(${hasParameter ? this.#list(depth - 1) : ""})`;
    return this.#chance(30) ? `${made}.add(${this.#text(depth - 1)})` : made;
  }

  #call(result: Kind, depth: number): string | undefined {
    const functions = this.#functions(result);
    return functions.length > 0 ? this.#callOf(this.#one(functions), depth) : undefined;
  }

  #callOf({ name, parameters, hasRest, isCurried }: Callable, depth: number): string {
    const given = parameters.map((kind) =>
      kind === "callback" ? this.#callback("text", 1) : this.expression(kind, Math.min(depth - 1, 1)),
    );
    if (isCurried) {
      return `${name}(${given.join(")(")})`;
    }
    const rest = hasRest ? Array.from({ length: this.#below(3) }, () => this.#text(0)) : [];
    const spread = hasRest && this.#chance(20) ? [`...${this.#operand(this.#list(0))}`] : [];
    return `${name}(${[...given, ...rest, ...spread].join(", ")})`;
  }

  #methodCall(result: "text" | "list", depth: number): string | undefined {
    const classes = this.#classes();
    if (classes.length === 0) {
      return undefined;
    }
    const { name } = this.#one(classes);
    const instance = this.#operand(this.#instance(depth) ?? "{}");
    return result === "text"
      ? this.#one([`String(${instance}.size)`, `${instance}.text()`, `${name}.label`])
      : this.#one([`${instance}.list`, `${name}.all`, `${instance}.copy`]);
  }

  /** `(() => { ... })()` */
  #immediate(result: Kind, depth: number): string {
    if (this.#left <= 0 || depth < 1) {
      return this.expression(result, 0);
    }
    const body = this.#functionBody(result, [], 2);
    return this.#chance(50) ? `(() => ${body})()` : `(function () ${body})()`;
  }

  /** A function for a method of lists, which is called with one text. */
  #callback(result: "text" | "flag" | "list", depth: number): string {
    const functions = this.#functions(result).filter(
      ({ parameters, hasRest }) => parameters.length === 1 && parameters[0] === "text" && !hasRest,
    );
    if (functions.length > 0 && this.#chance(25)) {
      return this.#one(functions).name;
    }
    const name = this.#name("x");
    const parameter: Variable = { name, kind: "text", isConstant: false };
    const hasIndex = this.#chance(15);
    const index: Variable = { name: `${name}i`, kind: "number", isConstant: false };
    const all = hasIndex ? [parameter, index] : [parameter];
    const head = `(${all.map((variable) => variable.name).join(", ")})`;
    if (this.#left > 0 && this.#chance(25)) {
      const body = this.#functionBody(result, all, 2);
      return this.#chance(60) ? `${head} => ${body}` : `function ${head} ${body}`;
    }
    const value = this.#inScope(all, () => this.expression(result, Math.max(0, Math.min(depth - 1, 2))));
    return `${head} => (${value})`;
  }

  // Statements

  #inScope<Made>(variables: readonly Variable[], write: () => Made): Made {
    this.#scopes.push({ ...emptyScope(), variables: [...variables] });
    try {
      return write();
    } finally {
      this.#scopes.pop();
    }
  }

  #block(count: number, variables: readonly Variable[] = []): string {
    return this.#inScope(variables, () => `{ ${this.#statements(count)} }`);
  }

  #statements(count: number): string {
    const lines: string[] = [];
    for (let left = 1 + this.#below(count); left > 0 && this.#left > 0; left--) {
      lines.push(this.#statement());
    }
    return lines.join(" ");
  }

  #functionBody(result: Kind, parameters: readonly Variable[], count: number): string {
    const [outer, wasInLoop] = [this.#result, this.#isInLoop];
    this.#result = result;
    this.#isInLoop = false;
    const body = this.#inScope(parameters, () => {
      const statements = this.#statements(count);
      return `{ ${statements} return ${this.expression(result, 1)}; }`;
    });
    this.#result = outer;
    this.#isInLoop = wasInLoop;
    return body;
  }

  #statement(): string {
    this.#left--;
    return this.#weighted([
      [22, () => this.#idiom("statement", 2)],
      [
        14,
        () =>
          this.#declaration(this.#one(["text", "text", "list", "list", "list", "object", "object", "flag", "number"])),
      ],
      [5, () => this.#alias()],
      [2, () => this.#varInBranches()],
      [4, () => this.#destructuring()],
      [8, () => this.#assignment()],
      [20, () => this.#listChange()],
      [12, () => this.#objectChange()],
      [9, () => this.#if()],
      [7, () => this.#loop()],
      [4, () => this.#forEach()],
      [3, () => this.#switch()],
      [3, () => this.#try()],
      [9, () => this.#functionDeclaration()],
      [3, () => this.#classDeclaration()],
      [7, () => this.#callStatement()],
      [2, () => this.#jump()],
      [2, () => `mutate(${this.#variable(this.#one(["list", "object"] as const), () => "[]")});`],
      [
        1,
        () =>
          `${this.#operand(this.#flag(1))} ${this.#one(["&&", "||"])} ${this.#variable("list", () => "[]")}.push(${this.#text(1)});`,
      ],
    ]);
  }

  #declaration(kind: Kind): string {
    const value = this.expression(kind, 3);
    return this.#declare(kind, value);
  }

  #declare(kind: Kind, value: string): string {
    const isConstant = kind === "text" || kind === "number" || kind === "flag" ? this.#chance(35) : this.#chance(75);
    const name = this.#name({ text: "t", number: "n", flag: "f", list: "l", object: "o" }[kind]);
    const usesItself = new RegExp(`\\b${name}\\b`, "u").test(value);
    const safe = usesItself ? this.#fresh(kind) : name;
    this.#define({ name: safe, kind, isConstant });
    return `${isConstant ? "const" : "let"} ${safe} = ${value};`;
  }

  /** `var` in a block defines a name of the function around. */
  #varInBranches(): string {
    const name = this.#fresh("text");
    const test = this.#flag(1);
    const [one, other] = [this.#text(1), this.#text(1)];
    this.#define({ name, kind: "text", isConstant: false });
    return this.#weighted([
      [2, () => `if (${test}) { var ${name} = ${one}; } else { var ${name} = ${other}; }`],
      [1, () => `var ${name} = ${one}; if (${test}) { var ${name} = ${other}; }`],
      [1, () => `var ${name} = ${one}; if (${test}) { ${name} = ${other}; }`],
    ]);
  }

  #fresh(kind: string): string {
    return `${kind.charAt(0)}${this.#names++}`;
  }

  /** Another name for a list or an object. */
  #alias(): string {
    const kind = this.#one(["list", "object"] as const);
    const variables = this.#variables(kind);
    if (variables.length === 0) {
      return this.#declaration(kind);
    }
    const { name } = this.#one(variables);
    return this.#weighted([
      [6, () => this.#declare(kind, name)],
      [
        3,
        () => this.#declare("object", kind === "list" ? `{ list: ${name}, a: ${this.#literal()} }` : `{ ...${name} }`),
      ],
      [2, () => this.#declare("list", `(${this.#member(listKeys)} ?? ${this.#list(0)})`)],
      [
        2,
        () =>
          this.#declare(
            "list",
            kind === "list" ? `(${this.#flag(0)} ? ${name} : ${this.#list(0)})` : `(${name}.list ??= [])`,
          ),
      ],
    ]);
  }

  #destructuring(): string {
    const [first, second, third] = [this.#fresh("text"), this.#fresh("text"), this.#fresh("list")];
    if (this.#chance(50)) {
      const value = this.#list(2);
      this.#define({ name: first, kind: "text", isConstant: true });
      this.#define({ name: third, kind: "list", isConstant: true });
      return `const [${first} = ${this.#literal()}, ...${third}] = ${value};`;
    }
    const [object, rest] = [this.#object(2), this.#fresh("object")];
    this.#define({ name: second, kind: "text", isConstant: true });
    this.#define({ name: third, kind: "list", isConstant: true });
    this.#define({ name: rest, kind: "object", isConstant: true });
    return `const { a: ${second} = ${this.#literal()}, list: ${third} = [${this.#text(0)}], ...${rest} } = ${object};`;
  }

  #assignment(): string {
    const kind = this.#one(["text", "text", "list", "object", "number", "flag"] as const);
    const variables = this.#variables(kind).filter(({ isConstant, isCounter }) => !isConstant && !isCounter);
    if (variables.length === 0) {
      return this.#listChange();
    }
    const { name } = this.#one(variables);
    return kind === "text" && this.#chance(40)
      ? `${name} ${this.#one(["+=", "+=", "||=", "??="])} ${this.#text(2)};`
      : kind === "number" && this.#chance(50)
        ? `${name}${this.#one(["++", "--"])};`
        : `${name} = ${this.expression(kind, 2)};`;
  }

  #listChange(): string {
    const list = this.#chance(25)
      ? `(${this.#variable("object", () => "{}")}.${this.#one(listKeys)} ??= [])`
      : this.#variable("list", () => "[]");
    const text = () => this.#text(1);
    return this.#weighted([
      [12, () => `${list}.push(${text()});`],
      [2, () => `${list}.push(...${this.#operand(this.#list(1))});`],
      [3, () => `${list}.unshift(${text()});`],
      [2, () => `${list}.pop();`],
      [2, () => `${list}.shift();`],
      [2, () => `${list}.sort();`],
      [2, () => `${list}.reverse();`],
      [2, () => `${list}.splice(${this.#one(["0, 1", "1", "1, 1", "-1"])}${this.#chance(40) ? `, ${text()}` : ""});`],
      [3, () => `${list}[${this.#below(2)}] = ${text()};`],
      [1, () => `${list}[${list}.length] = ${text()};`],
      [1, () => `${list}.length = ${this.#below(2)};`],
      [1, () => `${list}.fill(${text()});`],
    ]);
  }

  #objectChange(): string {
    const object = this.#operand(this.#variable("object", () => "{}"));
    const name = this.#one(keys);
    return this.#weighted([
      [8, () => `${object}.${name} = ${this.#text(1)};`],
      [3, () => `${object}[${this.#text(0)}] = ${this.#text(1)};`],
      [5, () => `${object}.${this.#one(listKeys)} = ${this.#list(1)};`],
      [2, () => `delete ${object}.${name};`],
      [2, () => `${object}.${name} ${this.#one(["??=", "||=", "&&=", "+="])} ${this.#text(1)};`],
      [2, () => `Object.assign(${object}, ${this.#object(1)});`],
    ]);
  }

  #if(): string {
    const test = this.#flag(2);
    const head = `if (${test}) ${this.#block(2)}`;
    return this.#chance(45) ? `${head} else ${this.#block(2)}` : head;
  }

  #loop(): string {
    const wasInLoop = this.#isInLoop;
    this.#isInLoop = true;
    const loop = this.#weighted([
      [5, () => this.#forOf()],
      [2, () => this.#forOfEntries()],
      [2, () => this.#forIn()],
      [3, () => this.#for()],
      [3, () => this.#while()],
    ]);
    this.#isInLoop = wasInLoop;
    return loop;
  }

  #loopBody(variables: readonly Variable[], count: number): string {
    return this.#inScope(variables, () => this.#inScope([], () => `{ ${loopMark} ${this.#statements(count)} }`));
  }

  #forOf(): string {
    const list = this.#list(2);
    const iterated = this.#chance(40) ? `[...${this.#operand(list)}]` : list;
    const name = this.#fresh("text");
    const isConstant = this.#chance(70);
    return `for (${isConstant ? "const" : "let"} ${name} of ${iterated}) ${this.#loopBody([{ name, kind: "text", isConstant }], 2)}`;
  }

  #forOfEntries(): string {
    const object = this.#object(2);
    const [key, value] = [this.#fresh("text"), this.#fresh("value")];
    const body = this.#loopBody([{ name: key, kind: "text", isConstant: true }], 2);
    const list = this.#variable("list", () => "[]");
    return `for (const [${key}, ${value}] of Object.entries(${object})) ${body.slice(0, -1)} ${list}.push(${this.#one([value, `${key} + ${value}`])}); }`;
  }

  #forIn(): string {
    const object = this.#object(1);
    const key = this.#fresh("text");
    return `for (const ${key} in ${this.#operand(object)}) ${this.#loopBody([{ name: key, kind: "text", isConstant: true }], 2)}`;
  }

  #for(): string {
    const name = this.#fresh("number");
    const limit = this.#chance(60) ? String(this.#below(4)) : `${this.#operand(this.#list(1))}.length`;
    return `for (let ${name} = 0; ${name} < ${limit}; ${name}++) ${this.#loopBody([{ name, kind: "number", isConstant: true, isCounter: true }], 2)}`;
  }

  #while(): string {
    const name = this.#fresh("number");
    const start = this.#chance(70) ? String(this.#below(4)) : `${this.#operand(this.#list(1))}.length`;
    const counter: Variable = { name, kind: "number", isConstant: true, isCounter: true };
    const extra = this.#chance(30) ? ` && ${this.#operand(this.#flag(1))}` : "";
    // Counts first, so that `continue` does not skip it.
    const body = this.#loopBody([counter], 2).replace(loopMark, `${loopMark} ${name}--;`);
    this.#define(counter);
    return this.#chance(75)
      ? `let ${name} = ${start}; while (${name} > 0${extra}) ${body}`
      : `let ${name} = ${start}; do ${body} while (${name} > 0${extra});`;
  }

  #forEach(): string {
    const name = this.#fresh("text");
    const list = this.#operand(this.#list(2));
    return `${list}.forEach((${name}) => ${this.#functionBody("text", [{ name, kind: "text", isConstant: false }], 2)});`;
  }

  #switch(): string {
    const value = this.#chance(30) ? "unknownText" : this.#text(1);
    const cases = Array.from({ length: 1 + this.#below(3) }, () => {
      const body = this.#inScope([], () => `{ ${this.#statements(2)} }`);
      return `case ${this.#literal()}: ${body}${this.#chance(70) ? " break;" : ""}`;
    });
    const fallback = this.#chance(50) ? [`default: ${this.#block(1)}`] : [];
    const all = this.#chance(20) ? [...fallback, ...cases] : [...cases, ...fallback];
    return `switch (${value}) { ${all.join(" ")} }`;
  }

  #try(): string {
    const throwing = this.#chance(60) ? ` if (${this.#flag(1)}) { throw ${this.#text(0)}; }` : "";
    const name = this.#fresh("error");
    const body = this.#block(2);
    const caught = this.#block(1, [{ name, kind: "text", isConstant: true }]);
    const last = this.#chance(25) ? ` finally ${this.#block(1)}` : "";
    const after = this.#chance(50) ? ` ${this.#listChange()}` : "";
    return `try ${body.slice(0, -1)}${throwing}${after} } catch${this.#chance(50) ? ` (${name})` : ""} ${caught.replaceAll(name, '"e"')}${last}`;
  }

  #jump(): string {
    if (this.#isInLoop) {
      return `if (${this.#flag(1)}) { ${this.#one(["break", "continue"])}; }`;
    }
    const result = this.#result;
    return result === undefined
      ? this.#assignment()
      : `if (${this.#flag(1)}) { return ${this.expression(result, 1)}; }`;
  }

  #functionDeclaration(): string {
    const name = `fn${this.#names++}`;
    const result = this.#one(["text", "text", "list", "list", "object", "flag"] as const);
    if (this.#chance(8)) {
      this.#scopes.at(-1)?.functions.push({ name, parameters: ["number"], hasRest: false, result: "list" });
      return `function ${name}(n) { return n <= 0 || n > 5 ? ${this.#list(1)} : [${this.#text(0)} + n, ...${name}(n - 1)]; }`;
    }
    if (this.#chance(16)) {
      return this.#functionOfFunctions(name);
    }
    const parameters: Variable[] = [];
    const written: string[] = [];
    const kinds: Kind[] = [];
    for (let count = this.#below(3); count > 0; count--) {
      const kind = this.#one(["text", "text", "list", "list", "object", "flag"] as const);
      const parameter = this.#fresh(kind);
      const shape = this.#weighted<"plain" | "default" | "members" | "elements">([
        [6, () => "plain"],
        [3, () => "default"],
        [2, () => (kind === "object" ? "members" : "plain")],
        [2, () => (kind === "list" ? "elements" : "plain")],
      ]);
      if (shape === "members") {
        const list = this.#fresh("list");
        written.push(`{ a: ${parameter} = ${this.#literal()}, list: ${list} = [] }`);
        parameters.push(
          { name: parameter, kind: "text", isConstant: false },
          { name: list, kind: "list", isConstant: false },
        );
      } else if (shape === "elements") {
        const rest = this.#fresh("list");
        written.push(`[${parameter} = ${this.#literal()}, ...${rest}]`);
        parameters.push(
          { name: parameter, kind: "text", isConstant: false },
          { name: rest, kind: "list", isConstant: false },
        );
      } else {
        written.push(shape === "default" ? `${parameter} = ${this.expression(kind, 1)}` : parameter);
        parameters.push({ name: parameter, kind, isConstant: false });
      }
      kinds.push(kind);
    }
    const hasRest = this.#chance(15);
    if (hasRest) {
      const rest = this.#fresh("list");
      written.push(`...${rest}`);
      parameters.push({ name: rest, kind: "list", isConstant: false });
    }
    const head = `(${written.join(", ")})`;
    const declared = this.#weighted([
      [5, () => `function ${name}${head} ${this.#functionBody(result, parameters, 3)}`],
      [3, () => `const ${name} = ${head} => ${this.#functionBody(result, parameters, 2)};`],
      [3, () => `const ${name} = ${head} => (${this.#inScope(parameters, () => this.expression(result, 2))});`],
      [1, () => `const ${name} = function ${head} ${this.#functionBody(result, parameters, 2)};`],
    ]);
    // The last arguments may be left out where they have defaults.
    const isLastDefault = /^\w+ = /u.test(written.at(-1) ?? "");
    const given = isLastDefault && this.#chance(50) ? kinds.slice(0, -1) : kinds;
    this.#scopes.at(-1)?.functions.push({ name, parameters: given, hasRest, result });
    return declared;
  }

  /** A function that takes or gives a function. */
  #functionOfFunctions(name: string): string {
    const functions = this.#scopes.at(-1)?.functions;
    const [one, other] = [this.#fresh("text"), this.#fresh("text")];
    const parameters = [one, other].map((parameter): Variable => ({
      name: parameter,
      kind: "text",
      isConstant: false,
    }));
    return this.#weighted([
      [
        2,
        () => {
          const body = this.#inScope(parameters, () => this.#text(2));
          functions?.push({ name, parameters: ["text", "text"], isCurried: true, hasRest: false, result: "text" });
          return `const ${name} = (${one}) => (${other}) => ${body};`;
        },
      ],
      [
        2,
        () => {
          const list = this.#list(1);
          functions?.push({ name, parameters: ["callback", "text"], hasRest: false, result: "list" });
          return `function ${name}(callback, ${one}) { return [${one}, ...${this.#operand(list)}].map(callback); }`;
        },
      ],
      [
        1,
        () => {
          functions?.push({ name, parameters: ["callback", "text"], hasRest: false, result: "text" });
          return `const ${name} = (callback, ${one}) => callback(${one}) + callback(${this.#text(0)});`;
        },
      ],
      [
        1,
        () => {
          const list = this.#variable("list", () => "[]");
          functions?.push({ name, parameters: ["text"], hasRest: false, result: "list" });
          return `const ${name} = ((calls) => (${one}) => { calls.push(${one}); ${list}.push(calls.join()); return calls; })([]);`;
        },
      ],
      [
        1,
        () => {
          functions?.push({ name, parameters: [], hasRest: false, result: "list" });
          const made = this.#fresh("list");
          const keyword = this.#one(["let", "var"]);
          return `const ${made} = []; for (${keyword} ${one} = 0; ${one} < 2; ${one}++) { ${loopMark} ${made}.push(() => ${this.#text(0)} + ${one}); } const ${name} = () => ${made}.map((make) => make());`;
        },
      ],
    ]);
  }

  #classDeclaration(): string {
    const name = `C${this.#names++}`;
    const parents = this.#classes();
    const parent = parents.length > 0 && this.#chance(35) ? this.#one(parents) : undefined;
    const hasParameter = this.#chance(50);
    const [list, text] = [this.#list(1), this.#text(1)];
    const constructor = hasParameter
      ? `constructor(items) { ${parent ? `super(${parent.hasParameter ? "items" : ""}); ` : ""}this.list${this.#one([" = items", ".push(...items)", " = [...items]"])}; }`
      : parent?.hasParameter
        ? `constructor() { super(["p"]); }`
        : "";
    const members = [
      ...(parent && this.#chance(50) ? [] : [`list = ${list};`]),
      `a = ${text};`,
      `static all = ${this.#list(1)};`,
      `static get label() { return ${this.#one([`this.all.join("/")`, text])}; }`,
      constructor,
      `add(one) { ${this.#one([`this.list.push(one)`, `this.list = [...this.list, one]`, `this.a += one; this.list.unshift(one)`, `${name}.all.push(one)`, ...(parent ? ["super.add(one); this.b = one"] : [])])}; return this; }`,
      `text() { return ${this.#one(["this.a", "this.list.join()", "`${this.a}${this.size}`"])}; }`,
      `get size() { return ${this.#one(["this.list.length", "this.a.length", "`${this.list}`"])}; }`,
      `get copy() { return [...this.list]; }`,
      ...(this.#chance(20)
        ? [`#own = ${this.#text(0)};`, "get own() { return this.#own; }", "set own(value) { this.#own = value; }"]
        : []),
      ...(this.#chance(15) ? [`static { this.all.push(${this.#text(0)}); }`] : []),
    ];
    this.#scopes.at(-1)?.classes.push({ name, hasParameter });
    return `class ${name}${parent ? ` extends ${parent.name}` : ""} { ${members.filter(Boolean).join(" ")} }`;
  }

  #callStatement(): string {
    const functions = this.#functions();
    const classes = this.#classes();
    if (classes.length > 0 && this.#chance(35)) {
      const name = this.#one(classes).name;
      const object = this.#instance(2) ?? "{}";
      return this.#chance(60) ? this.#declare("object", object) : `${name}.all.push(${this.#text(1)});`;
    }
    return functions.length > 0 ? `${this.#callOf(this.#one(functions), 2)};` : this.#listChange();
  }
}

function emptyScope(): Scope {
  return { variables: [], functions: [], classes: [] };
}
