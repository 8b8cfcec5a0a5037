/** A program that costs much to evaluate; other files of its folder, by their names. */
export interface HostileProgram {
  readonly name: string;
  readonly code: string;
  readonly files?: Readonly<Record<string, string>>;
  /** It is only long: each part of it is a policy, or an action, that is read once. */
  readonly isLong?: true;
}

function lines(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join("\n");
}

function nested(count: number, before: string, inner: string, after: string): string {
  return before.repeat(count) + inner + after.repeat(count);
}

function nestedWith(count: number, before: (index: number) => string, inner: string, after: string): string {
  return lines(count, before) + inner + after.repeat(count);
}

function numbers(count: number): string {
  return lines(count, (index) => `"a${index}",`);
}

const listOf = (count: number) => `const big = [${numbers(count)}];`;
const used = (expression: string) => `use({ Statement: ${expression} });`;

const helpers: readonly HostileProgram[] = [
  {
    name: "ten thousand helpers that each call the one before",
    code: `const f0 = () => ["a"];\n${lines(10_000, (index) => `const f${index + 1} = () => [...f${index}(), "x"];`)}\n${used("f10000()")}`,
  },
  {
    name: "two thousand functions that each call the next one, which none calls from outside",
    code: `${lines(2_000, (index) => `function f${index}() { return [...f${index + 1}(), "x"]; }`)}\nfunction f2000() { return []; }\n${used("[]")}`,
  },
  {
    name: "two thousand helpers that each call the two before",
    code: `const f0 = () => ["a"]; const f1 = () => ["b"];\n${lines(2_000, (index) => `const f${index + 2} = () => [...f${index}(), ...f${index + 1}()];`)}\n${used("f2001()")}`,
  },
  {
    name: "ten thousand helpers that call each other in circles",
    code: `${lines(10_000, (index) => `function f${index}(x) { return [...f${(index * 7 + 1) % 10_000}(x), ...f${(index * 3 + 2) % 10_000}(x)]; }`)}\n${used('f1("a")')}`,
  },
  {
    name: "two thousand functions that change one list, which nothing calls",
    code: `const list = [];\n${lines(2_000, (index) => `export function f${index}() { list.push("a${index}"); }`)}\n${used("list")}`,
  },
  {
    name: "two thousand functions that change one object, which nothing calls",
    code: `const object = {};\n${lines(2_000, (index) => `export function f${index}() { object.a${index} = "a"; }`)}\n${used("object")}`,
  },
  {
    name: "a thousand classes that nothing uses, with a method that changes one list",
    code: `const list = [];\n${lines(1_000, (index) => `export class C${index} { x = []; add() { list.push("a"); this.x.push("b"); } }`)}\n${used("list")}`,
  },
  {
    name: "a hundred functions in an object, any of which is called, a hundred times",
    code: `const handlers = { ${lines(100, (index) => `f${index}: (x) => [x, "a${index}"],`)} };\n${used(`[${lines(100, (index) => `handlers[u${index}]("b"),`)}]`)}`,
  },
  { name: "a function that calls itself", code: `const f = () => f(); ${used("f()")}` },
  { name: "a function that calls itself twice", code: `const f = (x) => [...f(x), ...f(x)]; ${used('f("a")')}` },
  {
    name: "a hundred thousand calls in each other",
    code: `const f = (n) => (n === 0 ? [] : ["x", ...f(n - 1)]); ${used("f(100000)")}`,
  },
  {
    name: "Fibonacci's numbers",
    code: `const f = (n) => (n < 2 ? n : f(n - 1) + f(n - 2)); ${used("[f(30)]")}`,
  },
  { name: "a function that is passed to itself", code: used("((f) => f(f))((f) => f(f))") },
  {
    name: "a function that is passed to itself twice",
    code: `const g = (f) => [f(f), f(f)]; ${used("g(g)")}`,
  },
  {
    name: "a fixed-point combinator",
    code: `const y = (f) => ((x) => f((v) => x(x)(v)))((x) => f((v) => x(x)(v))); ${used("y((self) => (n) => n === 0 ? [] : ['x', ...self(n - 1)])(5000)")}`,
  },
  { name: "defaults that call the function", code: `function f(a = f(), b = f()) { return [a, b]; } ${used("f()")}` },
];

const joins: readonly HostileProgram[] = [
  {
    name: "a thousand conditions in sequence, a text that each makes longer",
    code: `let x = "";\n${lines(1_000, (index) => `if (c${index}) { x = x + "a"; } else { x = x + "b"; }`)}\n${used("[x]")}`,
  },
  {
    name: "a thousand conditions in sequence, a list that each makes longer",
    code: `const x = [];\n${lines(1_000, (index) => `if (c${index}) { x.push("a${index}"); }`)}\n${used("x")}`,
  },
  {
    name: "a thousand conditions in sequence, a list that each makes shorter",
    code: `${listOf(500)}\n${lines(1_000, (index) => `if (c${index}) { big.pop(); }`)}\n${used("big")}`,
  },
  {
    name: "a thousand conditions in sequence, a new list in each",
    code: `let x = [];\n${lines(1_000, (index) => `if (c${index}) { x = [...x, "a${index}"]; }`)}\n${used("x")}`,
  },
  {
    name: "a thousand conditions in sequence, an object with a member more in each",
    code: `const x = {};\n${lines(1_000, (index) => `if (c${index}) { x.a${index} = "a"; }`)}\n${used("x")}`,
  },
  {
    name: "a thousand conditions in sequence, one member of an object",
    code: `const x = {};\n${lines(1_000, (index) => `if (c${index}) { x.a = "a${index}"; }`)}\n${used("x")}`,
  },
  {
    name: "two thousand conditional spreads in one list",
    code: used(`[${lines(2_000, (index) => `...(c${index} ? ["a${index}"] : ["b"]),`)}]`),
  },
  {
    name: "two thousand conditional spreads in one object",
    code: used(`{ ${lines(2_000, (index) => `...(c${index} && { a${index}: "b" }),`)} }`),
  },
  {
    name: "five thousand constants that are each one of two before",
    code: `const a0 = ["a"], a1 = ["b"];\n${lines(5_000, (index) => `const a${index + 2} = c ? a${index} : a${index + 1};`)}\n${used("a5001")}`,
  },
  {
    name: "choices of lists that are concatenated with choices of lists",
    code: `const a0 = c ? ["a"] : ["b"];\n${lines(500, (index) => `const a${index + 1} = c${index} ? a${index}.concat(a${index}) : [...a${index}, "x"];`)}\n${used("a500")}`,
  },
  {
    name: "choices of texts in templates",
    code: `const a0 = c ? "a" : "b";\n${lines(2_000, (index) => `const a${index + 1} = c${index} ? \`\${a${index}}x\` : \`y\${a${index}}\`;`)}\n${used("[a2000]")}`,
  },
  {
    name: "a choice of two hundred objects, of which members are read",
    code: `const o0 = { x: { a: "a" } };\n${lines(200, (index) => `const o${index + 1} = c${index} ? { x: o${index} } : o${index};`)}\n${used("[o200.x.x.x.x.x.x.x.x.x.x.a]")}`,
  },
  {
    name: "two thousand times: if (unknown) return",
    code: `function f(x) {\n${lines(2_000, (index) => `if (x === ${index}) return "a${index}";`)}\n}\n${used("[f(unknown)]")}`,
  },
  {
    name: "a thousand times: if (unknown) return, in a function that is called a thousand times",
    code: `function f(x) {\n${lines(1_000, (index) => `if (x === ${index}) return "a${index}";`)}\n}\n${used(`[${lines(1_000, (index) => `f(u${index}),`)}]`)}`,
  },
  {
    name: "two thousand times: if (unknown) break",
    code: `const x = [];\nfor (const a of unknown) {\n${lines(2_000, (index) => `if (c${index}) break; x.push("a");`)}\n}\n${used("x")}`,
  },
  {
    name: "a loop over five thousand elements that may end at each",
    code: `${listOf(5_000)}\nconst x = [];\nfor (const a of big) { if (c(a)) break; x.push(a); }\n${used("x")}`,
  },
  {
    name: "a search through five thousand elements that may end at each",
    code: `${listOf(5_000)}\n${used("[big.find((a) => c(a)), big.some((a) => c(a))]")}`,
  },
  {
    name: "a huge switch",
    code: `let x = "";\nswitch (unknown) {\n${lines(2_000, (index) => `case "a${index}": x = "b${index}"; break;`)}\n}\n${used("[x]")}`,
  },
  {
    name: "a huge switch that falls through",
    code: `const x = [];\nswitch (unknown) {\n${lines(1_000, (index) => `case "a${index}": x.push("b${index}");`)}\n}\n${used("x")}`,
  },
  {
    name: "a huge switch that may fall through, nested",
    code: `const x = [];\n${nested(12, "switch (unknown) { case 1: x.push('a'); case 2: x.push('b'); case 3: x.push('c'); case 4: ", "x.push('d');", " }")}\n${used("x")}`,
  },
  {
    name: "conditions in each other",
    code: `const x = [];\n${nested(1_000, "if (c) { x.push('a'); ", "x.push('b');", " } else { x.push('c'); }")}\n${used("x")}`,
  },
  {
    name: "try in try",
    code: `const x = [];\n${nested(200, "try { x.push('a'); ", "x.push('b');", " } catch { x.push('c'); } finally { x.push('d'); }")}\n${used("x")}`,
  },
  {
    name: "try in the handler of try",
    code: `const x = [];\n${nested(200, "try { x.push('a'); } catch { ", "x.push('b');", " }")}\n${used("x")}`,
  },
];

const growth: readonly HostileProgram[] = [
  {
    name: "a list that doubles in each of a thousand constants",
    code: `const a0 = ["x"];\n${lines(1_000, (index) => `const a${index + 1} = [...a${index}, ...a${index}];`)}\n${used("a1000")}`,
  },
  {
    name: "a list that doubles in a loop",
    code: `let a = ["x"]; for (let i = 0; i < 1e9; i++) a = a.concat(a); ${used("a")}`,
  },
  { name: "a list that is pushed to itself in a loop", code: `const a = ["x"]; for (;;) a.push(...a); ${used("a")}` },
  {
    name: "a text that doubles in each of a thousand constants",
    code: `const a0 = "x";\n${lines(1_000, (index) => `const a${index + 1} = a${index} + a${index};`)}\n${used("[a1000]")}`,
  },
  { name: "a text that doubles in a loop", code: `let a = "x"; while (true) a += a; ${used("[a]")}` },
  { name: "a text that repeats", code: `let a = "x"; for (let i = 0; i < 100; i++) a = a.repeat(100); ${used("[a]")}` },
  {
    name: "an object that doubles in each of a thousand constants",
    code: `const a0 = { x: 1 };\n${lines(1_000, (index) => `const a${index + 1} = { l${index}: a${index}, r${index}: a${index} };`)}\n${used("[a1000]")}`,
  },
  {
    name: "an object that is copied and doubles",
    code: `const a0 = { x: 1 };\n${lines(60, (index) => `const a${index + 1} = structuredClone({ l: a${index}, r: a${index} });`)}\n${used("[a60]")}`,
  },
  {
    name: "a list that doubles in depth and is written as text",
    code: `const a0 = ["x"];\n${lines(60, (index) => `const a${index + 1} = [a${index}, a${index}];`)}\n${used("[`${a60}`, a60.flat(Infinity).length, a60.join()]")}`,
  },
  {
    name: "an object that grows in a loop",
    code: `${listOf(9_000)}\nconst o = {};\nfor (const a of big) o[a] = a;\n${used("[o]")}`,
  },
  {
    name: "a list that grows in a loop by its index",
    code: `${listOf(9_000)}\nconst x = [];\nfor (const a of big) x[x.length] = a;\n${used("x")}`,
  },
  {
    name: "a list that grows in a loop by push",
    code: `${listOf(9_000)}\nconst x = [];\nfor (const a of big) x.push(a);\n${used("x")}`,
  },
  {
    name: "a set that grows in a loop",
    code: `${listOf(9_000)}\nconst x = new Set();\nfor (const a of big) x.add(a);\n${used("[...x]")}`,
  },
  {
    name: "a list that grows by reduce",
    code: `${listOf(9_000)}\n${used("big.reduce((all, one) => [...all, one], [])")}`,
  },
  {
    name: "an object that grows by reduce",
    code: `${listOf(9_000)}\n${used("[big.reduce((all, one) => ({ ...all, [one]: one }), {})]")}`,
  },
  {
    name: "an object that grows by Object.assign",
    code: `${listOf(9_000)}\nconst o = {};\nfor (const a of big) Object.assign(o, { [a]: a });\n${used("[o]")}`,
  },
  {
    name: "a construct that is changed in a loop",
    code: `${listOf(9_000)}\nconst role = new IdentityRole(this, "r", { policy: JSON.stringify({ Statement: [] }) });\nfor (const a of big) role.addOverride(a, "x");\n${used("[role]")}`,
  },
  { name: "each element with each", code: `${listOf(3_000)}\n${used("big.flatMap((a) => big.map((b) => a + b))")}` },
  { name: "each element in each list", code: `${listOf(9_000)}\n${used("big.filter((a) => big.includes(a))")}` },
  {
    name: "a long list that is copied a thousand times",
    code: `${listOf(9_000)}\n${lines(1_000, (index) => `const b${index} = [...big];`)}\n${used("b1")}`,
  },
  {
    name: "a long list that is cloned five hundred times",
    code: `${listOf(9_000)}\n${lines(500, (index) => `const b${index} = structuredClone(big);`)}\n${used("b1")}`,
  },
  {
    name: "a long list that is mapped five hundred times",
    code: `${listOf(9_000)}\n${lines(500, (index) => `const b${index} = big.map((a) => a);`)}\n${used("b1")}`,
  },
  {
    name: "a long list that is sorted, reversed and joined two hundred times",
    code: `${listOf(9_000)}\n${lines(200, (index) => `const b${index} = big.toSorted().toReversed().join();`)}\n${used("[b1]")}`,
  },
  {
    name: "a long list that is destructured five hundred times",
    code: `${listOf(9_000)}\n${lines(500, (index) => `const [a${index}, ...b${index}] = big;`)}\n${used("b1")}`,
  },
  {
    name: "a long object that is destructured and spread two hundred times",
    code: `const big = { ${lines(9_000, (index) => `a${index}: "a",`)} };\n${lines(200, (index) => `const { a${index}, ...b${index} } = big; const d${index} = { ...big, x: 1 };`)}\n${used("[b1, d1]")}`,
  },
  {
    name: "a long object of which the keys are read two hundred times",
    code: `const big = { ${lines(9_000, (index) => `a${index}: "a",`)} };\n${lines(200, (index) => `const b${index} = Object.entries(big);`)}\n${used("[b1]")}`,
  },
  {
    name: "a long text that is changed a hundred times",
    code: `const big = "${"a".repeat(90_000)}";\n${lines(100, (index) => `const b${index} = big.replaceAll("a", "b").toUpperCase().split("B").join("c");`)}\n${used("[b1]")}`,
  },
  {
    name: "a long text in two hundred templates",
    code: `const big = "${"a".repeat(90_000)}";\n${lines(200, (index) => `const b${index} = \`\${big}-\${big}\`;`)}\n${used("[b1]")}`,
  },
];

const loops: readonly HostileProgram[] = [
  { name: "while (true) {}", code: `while (true) {} ${used("[]")}` },
  { name: "for (;;) {}", code: `for (;;) {} ${used("[]")}` },
  { name: "do {} while (true)", code: `do {} while (true); ${used("[]")}` },
  { name: "for (;;) that pushes", code: `const x = []; for (;;) { x.push("a"); } ${used("x")}` },
  { name: "a loop over a list that grows", code: `const x = ["a"]; for (const a of x) { x.push(a); } ${used("x")}` },
  {
    name: "a loop that counts to a billion",
    code: `let n = 0; for (let i = 0; i < 1e9; i++) { n += i; } ${used("[n]")}`,
  },
  {
    name: "loops over unknown lists in each other",
    code: `const x = [];\n${nested(100, "for (const a of unknown) { x.push(a); ", "x.push('b');", " }")}\n${used("x")}`,
  },
  {
    name: "loops of which the condition is not known in each other",
    code: `let x = "";\n${nested(60, "while (unknown) { x += 'a'; ", "x += 'b';", " }")}\n${used("[x]")}`,
  },
  {
    name: "known loops in each other",
    code: `const x = [];\n${nested(30, "for (const a of ['b', 'c']) { ", "x.push(a);", " }")}\n${used("x")}`,
  },
  {
    name: "callbacks of callbacks",
    code: used(nested(30, "['b', 'c'].flatMap((a) => ", "[a]", ")")),
  },
  {
    name: "callbacks over unknown lists in each other",
    code: `const x = [];\n${nested(40, "unknown.forEach((a) => { x.push(a); ", "x.push('b');", " });")}\n${used("x")}`,
  },
  {
    name: "a thousand loops over an unknown list that change one list",
    code: `const x = [];\n${lines(1_000, (index) => `for (const a of unknown) x.push("a${index}");`)}\n${used("x")}`,
  },
];

const shapes: readonly HostileProgram[] = [
  { name: "a chain of a thousand members", code: used(`[unknown${".a".repeat(1_000)}]`) },
  { name: "a chain of a thousand calls", code: used(`[unknown${".f()".repeat(1_000)}]`) },
  {
    name: "a chain of a thousand calls of a builder",
    code: `class B { x = []; add(a) { this.x.push(a); return this; } }\n${used(`new B()${'.add("a")'.repeat(1_000)}.x`)}`,
  },
  {
    name: "a chain of a thousand calls that return functions",
    code: `const f = (x) => f; ${used(`[f${'("a")'.repeat(1_000)}]`)}`,
  },
  { name: "a chain of a thousand concat", code: used(`[]${'.concat("a")'.repeat(1_000)}`) },
  { name: "lists in lists", code: used(nested(400, "[", "", "]")) },
  { name: "objects in objects", code: used(nested(300, "[{ a: ", "1", "}]")) },
  { name: "conditions in conditions", code: used(`[${nested(400, '(c ? "a" : ', '"b"', ")")}]`) },
  { name: "calls in calls", code: `const f = (x) => [x]; ${used(nested(600, "f(", '"a"', ")"))}` },
  {
    name: "functions in functions",
    code: `const f = ${nested(400, "() => ", '"a"', "")}; ${used(`[f${"()".repeat(400)}]`)}`,
  },
  { name: "blocks in blocks", code: `const x = []; ${nested(1_000, "{", "x.push('a');", "}")} ${used("x")}` },
  {
    name: "function bodies in each other",
    code: `const x = []; ${nested(200, "(() => { ", "x.push('a');", " })();")} ${used("x")}`,
  },
  { name: "two thousand texts in a sum", code: used(`[${lines(2_000, () => '"a" +')} "b"]`) },
  { name: "three thousand operands of &&", code: used(`[${lines(3_000, (index) => `c${index} &&`)} "b"]`) },
  {
    name: "a template with ten thousand expressions",
    code: `const a = "b"; ${used(`[\`${lines(10_000, () => "${a}")}\`]`)}`,
  },
  {
    name: "a template with five thousand choices",
    code: used(`[\`${lines(5_000, (index) => `\${c${index} ? "a" : "b"}`)}\`]`),
  },
  { name: "a hundred thousand elements", isLong: true, code: `${listOf(100_000)} ${used("big")}` },
  {
    name: "twenty thousand members",
    code: `const big = { ${lines(20_000, (index) => `a${index}: "a",`)} }; ${used("[big.a1, Object.keys(big), { ...big }]")}`,
  },
  {
    name: "ten thousand objects with a policy's key",
    isLong: true,
    code: lines(10_000, () => '({ Statement: "a" });'),
  },
  {
    name: "getters that read each other",
    code: `const o = { get a() { return this.b; }, get b() { return this.a; } }; ${used("[o.a]")}`,
  },
  {
    name: "getters that read each other twice",
    code: `class C { get a() { return [this.b, this.b]; } get b() { return [this.a, this.a]; } } ${used("[new C().a]")}`,
  },
  {
    name: "classes that extend each other",
    code: `class A extends B {} class B extends A {} ${used("[new A().x, A.y, new B()]")}`,
  },
  {
    name: "classes that extend each other, by variables",
    code: `let A = class extends B { x = 1 }; let B = class extends A { y = 2 }; A = class extends A {}; ${used("[new A(), A.z, new B().y]")}`,
  },
  { name: "a class that extends itself", code: `class A extends A { x = "a"; } ${used("[new A().x, A.y]")}` },
  { name: "a class that makes itself", code: `class A { x = new A(); y = new A(); } ${used("[new A()]")}` },
  {
    name: "a class whose constructor makes it",
    code: `class A { constructor() { this.x = [new A(), new A()]; } } ${used("[new A()]")}`,
  },
  {
    name: "five hundred classes, each extends the one before",
    code: `class C0 { x = ["a"]; get() { return this.x; } }\n${lines(500, (index) => `class C${index + 1} extends C${index} { get() { return [...super.get(), "b"]; } }`)}\n${used("[new C500().get(), C500.y, new C500().z]")}`,
  },
  { name: "a generator that never ends", code: `function* g() { for (;;) yield "a"; } ${used("[...g()]")}` },
  {
    name: "an async function that never ends",
    code: `async function f() { for (;;) await f(); } ${used("[await f()]")}`,
  },
  {
    name: "async iteration",
    code: `const x = []; for await (const a of f()) x.push(a); async function* f() { yield* f(); } ${used("x")}`,
  },
  {
    name: "a list that contains itself, as text",
    code: `const a = ["x"]; a.push(a); ${used("[`${a}`, a.join(), String(a), 'y' + a]")}`,
  },
  {
    name: "a list that contains itself, flat and cloned",
    code: `const a = ["x"]; a.push(a); ${used("[a.flat(Infinity), structuredClone(a), JSON.parse(JSON.stringify(a)), [...a]]")}`,
  },
  {
    name: "an object that contains itself",
    code: `const o = { x: 1 }; o.o = o; ${used("[{ ...o }, structuredClone(o), Object.entries(o), JSON.stringify(o)]")}`,
  },
  {
    name: "objects that contain each other, handed over",
    code: `const o = { x: [] }; const p = { o }; o.p = p; o.x.push(p); change(o); ${used("[o, p]")}`,
  },
  {
    name: "a thousand enums of one another",
    code: `const A0 = { a: "x" };\n${lines(1_000, (index) => `const A${index + 1} = { a: A${index}.a + "x" };`)}\n${used("[A1000.a]")}`,
  },
  {
    name: "names that are defined a thousand times",
    code: `${lines(3_000, (index) => `var x = [...(x ?? []), "a${index}"];`)}\n${used("x")}`,
  },
  {
    name: "a pattern of five thousand names",
    code: `const { ${lines(5_000, (index) => `a${index} = b${index},`)} ...rest } = unknown; const [${lines(5_000, (index) => `c${index} = "x",`)} ...d] = unknown; ${used("[rest, d]")}`,
  },
];

const modules: readonly HostileProgram[] = [
  {
    name: "a module that imports itself",
    code: `import { d } from "./main.js"; import * as all from "./main.js"; export const a = [...b, "x", ...d]; export const b = [...a, all.a]; ${used("[a, b]")}`,
    files: {
      "main.js": `import { d } from "./main.js"; import * as all from "./main.js"; export * from "./main.js"; export const b = [...d, all.c]; export { b as c, d as d };`,
    },
  },
  {
    name: "a hundred modules that export each other",
    code: `import { missing, a7 } from "./m0.js"; import * as all from "./m1.js"; ${used("[missing, a7, all.other, all]")}`,
    files: Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `m${index}.js`,
        `${lines(100, (other) => `export * from "./m${other}.js";`)}\nexport const a${index} = ["x"];`,
      ]),
    ),
  },
  {
    name: "a hundred modules, each uses the two before it",
    code: `import { a } from "./m100.js"; ${used("[...a]")}`,
    files: {
      "m0.js": 'export const a = ["x"];',
      ...Object.fromEntries(
        Array.from({ length: 100 }, (_, index) => [
          `m${index + 1}.js`,
          `import { a as one } from "./m${index}.js"; import { a as other } from "./m${Math.max(0, index - 1)}.js";\nexport const a = [...one, ...other]; export const f = () => [...one, ...other];`,
        ]),
      ),
    },
  },
  {
    name: "modules in a circle whose helpers call each other",
    code: `import { f } from "./m0.js"; ${used('[...f("a")]')}`,
    files: Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `m${index}.js`,
        `import { f as next } from "./m${(index + 1) % 20}.js";\nexport const f = (x) => [...next(x), ...next(x)];`,
      ]),
    ),
  },
  {
    name: "a module with a loop that never ends",
    code: `import { a } from "./m.js"; ${used("[...a]")}`,
    files: { "m.js": `export const a = []; for (;;) a.push("x");` },
  },
  {
    name: "a module of four thousand helpers, of which a thousand are called",
    code: `import * as m from "./m.js"; ${used(`[${lines(1_000, (index) => `m.f${index}("a"),`)}]`)}`,
    files: { "m.js": lines(4_000, (index) => `export const f${index} = (x) => [x, "${index}"];`) },
  },
];

/** Ways to make little code do much, of which each was slow once. */
const others: readonly HostileProgram[] = [
  {
    name: "try blocks that begin with each other",
    code: `const x = [];\n${nested(14, "try { ", "x.push('b');", " x.push('a'); x.push('c'); } catch { x.push('d'); }")}\n${used("x")}`,
  },
  {
    name: "a text that doubles in depth and is written as JSON",
    code: `const a0 = { x: ["y"] };\n${lines(60, (index) => `const a${index + 1} = { l: a${index}, r: a${index} };`)}\n${used("[`-${JSON.stringify(a60)}`, `-${JSON.stringify(a15)}`]")}`,
  },
  {
    name: "constructs that lead back and double in each of sixty constants",
    code: `const role = new IdentityRole(this, "r", {});\nconst a0 = [role];\n${lines(60, (index) => `const a${index + 1} = [a${index}, a${index}];`)}\nrole.add(a60);\n${used("[role]")}`,
  },
  {
    name: "a list that contains itself after ten thousand others, in a thousand objects",
    code: `const a = [${numbers(5_000)}];\na.push(a);\n${lines(1_000, () => "use({ Statement: a });")}`,
  },
  {
    name: "five thousand lists, each in the next one",
    code: `const a0 = [];\n${lines(5_000, (index) => `const a${index + 1} = [a${index}];`)}\n${used("a5000")}`,
  },
  {
    name: "a thousand texts of a long list",
    code: `${listOf(5_000)}\n${lines(1_000, (index) => `const b${index} = \`-\${big}-\`;`)}\n${used("[b1]")}`,
  },
  {
    name: "a long literal in a loop",
    code: `const x = [];\nfor (let i = 0; i < 1e6; i++) { x.push("${"a".repeat(90_000)}"); }\n${used("x")}`,
  },
  {
    name: "a long template in a loop",
    code: `const x = [];\nfor (let i = 0; i < 1e6; i++) { x.push(\`${"a".repeat(20_000)}\${i}\`); }\n${used("x")}`,
  },
  {
    name: "a literal of which each character is escaped, in a loop",
    code: `const x = [];\nfor (let i = 0; i < 1e6; i++) { x.push("${"\\x61".repeat(20_000)}"); }\n${used("x")}`,
  },
  {
    name: "blanks that are split at commas",
    code: `const big = "${" ".repeat(29_000)}";\n${lines(100, (index) => `const b${index} = big.split(/\\s*,\\s*/);`)}\n${used("[b1]")}`,
  },
  {
    name: "a text that is split into its characters",
    code: `const big = "${"a,".repeat(14_000)}";\n${lines(100, (index) => `const b${index} = big.split(",").map((a) => a.toUpperCase()).join(";");`)}\n${used("[b1]")}`,
  },
  {
    name: "padding, repeating and joining",
    code: `let a = "x"; for (let i = 0; i < 1e6; i++) { a = a.padStart(1e9).repeat(90) + Array(1e9).join(a) + [a, a].join(a); }\n${used("[a, Array.from({ length: 1e9 }), Array(1e9).fill(a)]")}`,
  },
  {
    name: "a list that grows by flatMap",
    code: `let a = ["x"]; for (let i = 0; i < 1e6; i++) a = a.flatMap((b) => [b, b]);\n${used("a")}`,
  },
  {
    name: "a text that doubles by reduce",
    code: `${listOf(9_000)}\n${used("[big.reduce((all) => all + all, 'x'), big.reduceRight((all) => [...all, ...all], ['x'])]")}`,
  },
  {
    name: "spreads of a list in which all is spread",
    code: `${listOf(9_000)}\nconst f = (...all) => all.length;\n${used(`[${lines(300, () => "f(...big, ...big), [...big, ...big, ...big].length,")}]`)}`,
  },
  {
    name: "a sorted list as the arguments of a call",
    code: `${listOf(9_000)}\nbig.sort((a, b) => order(a, b));\nconst f = (...all) => all;\n${used("f(...big)")}`,
  },
  {
    name: "each member of a large object is read",
    code: `const big = { ${lines(10_000, (index) => `a${index}: "a",`)} };\n${used(`[${lines(10_000, (index) => `big.a${index},`)}]`)}`,
  },
  {
    name: "ten thousand members of which each second one is undefined",
    code: `const big = { ${lines(5_000, (index) => `a${index}: "a", b${index}: undefined,`)} };\n${used("[big]")}`,
  },
  {
    name: "a class with two thousand fields and methods, of which a thousand instances are made",
    code: `class C { ${lines(2_000, (index) => `x${index} = ["a"]; m${index}() { return this.x${index}; }`)} }\n${used(`[${lines(1_000, () => "new C().m1(),")}]`)}`,
  },
  {
    name: "a function that makes a class with two thousand methods",
    code: `const f = () => class { ${lines(2_000, (index) => `m${index}() {}`)} };\n${used(`[${lines(2_000, () => "f(),")}]`)}`,
  },
  {
    name: "two thousand classes, each extends the one before",
    code: `class C0 { x = ["a"]; }\n${lines(2_000, (index) => `class C${index + 1} extends C${index} { y${index} = 1; }`)}\n${used("[new C2000().x, C2000.z, new C2000().none()]")}`,
  },
  {
    name: "a function with five thousand variables that is called a thousand times",
    code: `function f(x) { return x; ${lines(5_000, (index) => `var a${index};`)} ${lines(5_000, (index) => `let b${index};`)} }\n${used(`[${lines(1_000, () => 'f("a"),')}]`)}`,
  },
  {
    name: "a function with a pattern of two thousand names that is called a thousand times",
    code: `function f({ ${lines(2_000, (index) => `a${index} = "x",`)} ...rest }) { return rest; }\n${used(`[${lines(1_000, () => "f(unknown),")}]`)}`,
  },
  {
    name: "two thousand callbacks given away among two thousand variables",
    code: lines(2_000, (index) => `let a${index} = []; it("a", () => { a${index}.push("x"); });`) + used("a1"),
  },
  {
    name: "two thousand calls of unknown functions with one long list",
    code: `${listOf(9_000)}\n${lines(2_000, () => "change(big);")}\n${used("big")}`,
  },
  {
    name: "two thousand calls of unknown functions with one large policy",
    code: `${listOf(5_000)}\nconst policy = { Statement: [{ Action: big }] };\n${lines(2_000, () => "change(policy);")}\n${used("[policy]")}`,
  },
  {
    name: "long lists of long lists given away",
    code: `${listOf(5_000)}\nconst all = big.map(() => big);\n${lines(200, () => "new Thing(all);")}\n${used("all")}`,
  },
  {
    name: "five thousand policies that are handed over",
    isLong: true,
    code: `${lines(5_000, (index) => `const p${index} = { Statement: [{ Action: ["a"] }] }; send(p${index});`)}\n${used("[p1]")}`,
  },
  {
    name: "conditions in each other after which values are joined",
    code: `let x = { a: [] };\n${nested(150, "if (c) { x.b = 'a'; ", "x.a.push('b');", " } x.a.push('c');")}\n${used("x")}`,
  },
  {
    name: "labelled loops in each other",
    code: `const x = [];\n${nestedWith(40, (index) => `a${index}: for (const b of unknown) { x.push(b); if (c) continue a${index}; `, "x.push('b');", " }")}\n${used("x")}`,
  },
  {
    name: "try and finally in each other",
    code: `const x = [];\n${nested(150, "try { x.push('a'); f(); ", "x.push('b');", " } catch (error) { x.push('c'); throw error; } finally { x.push('d'); }")}\n${used("x")}`,
  },
  {
    name: "templates in templates",
    code: used(`[${nested(300, "`a${", '"b"', "}`")}]`),
  },
  {
    name: "tags that call each other",
    code: `const f = (strings, ...values) => f\`\${values}\${values}\`; ${used('[f`a${"b"}`]')}`,
  },
  {
    name: "patterns in patterns",
    code: `const ${nested(300, "{ a: ", "x", " }")} = unknown; const ${nested(300, "[", "y", "]")} = unknown; ${used("[x, y]")}`,
  },
  {
    name: "getters that make objects with getters",
    code: `const f = (n) => ({ get a() { return f(n + 1); }, get b() { return [this.a, this.a.a]; } }); ${used("[f(0).a.a.a.b, f(0).b]")}`,
  },
  {
    name: "generators of generators",
    code: `function* f(n) { yield* f(n + 1); yield* f(n + 2); } ${used("[...f(0), ...f(1)]")}`,
  },
  {
    name: "functions that return functions that call them",
    code: `const f = (g) => () => [g(f)(), g(f)()]; ${used("f(f)()")}`,
  },
];

const otherModules: readonly HostileProgram[] = [
  {
    name: "two thousand constants, the first of which is imported",
    code: `import { a } from "./m.js"; const a0 = [...a];\n${lines(2_000, (index) => `const a${index + 1} = [...a${index}, "x"];`)}\n${used("a2000")}`,
    files: { "m.js": 'export const a = ["x"];' },
  },
  {
    name: "a module of two thousand constants, each uses the one before",
    code: `import { a2000 } from "./m.js"; ${used("a2000")}`,
    files: {
      "m.js": `export const a0 = ["x"];\n${lines(2_000, (index) => `export const a${index + 1} = [...a${index}, "x"];`)}`,
    },
  },
  {
    name: "a long list of a module, used two thousand times",
    code: `import { big } from "./m.js";\n${lines(2_000, (index) => `const b${index} = [...big];`)}\n${used("b1")}`,
    files: { "m.js": `export ${listOf(9_000)}` },
  },
  {
    name: "a helper of a module that reads its long list again and again",
    code: `import { f } from "./m.js";\n${used(`[${lines(1_000, () => "...f(),")}]`)}`,
    files: {
      "m.js": `${listOf(9_000)}\nexport const f = () => { for (const a of big) { big.includes(a); } return big; };`,
    },
  },
  {
    name: "a hundred modules, each with a class that extends that of the next one",
    code: `import { C } from "./m0.js"; ${used("[new C().get(), C.x]")}`,
    files: Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `m${index}.js`,
        `import { C as B } from "./m${(index + 1) % 100}.js";\nexport class C extends B { get() { return [...super.get(), ...super.get()]; } }`,
      ]),
    ),
  },
  {
    name: "a hundred modules, each exports names of the next two",
    code: `import { a } from "./m0.js"; import * as all from "./m0.js"; ${used("[a, all.b, all]")}`,
    files: Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `m${index}.js`,
        `export { a, b } from "./m${(index + 1) % 100}.js"; export * as c from "./m${(index + 2) % 100}.js"; export * from "./m${(index + 2) % 100}.js";`,
      ]),
    ),
  },
];

/** Programs that try to exhaust time or memory. */
export const hostilePrograms: readonly HostileProgram[] = [
  ...helpers,
  ...joins,
  ...growth,
  ...loops,
  ...shapes,
  ...modules,
  ...others,
  ...otherModules,
];
