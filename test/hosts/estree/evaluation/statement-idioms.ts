import type { Idiom } from "./program-idioms.js";

/** Another name for a list or an object, by a pattern or a structure. */
const aliases: readonly Idiom[] = [
  (pen) => `const { list: ${pen.defined("list")} = [] } = ${pen.variable("object")};`,
  (pen) =>
    `const [${pen.defined("list")}, ${pen.defined("object")}] = [${pen.variable("list")}, ${pen.variable("object")}];`,
  (pen) => `const { o: { list: ${pen.defined("list")} } } = { o: { list: ${pen.variable("list")} } };`,
  (pen) => `[${pen.variable("list")}[0], ${pen.variable("list")}[1]] = [${pen.text()}, ${pen.text()}];`,
  (pen) => `({ a: ${pen.variable("object")}.b, list: ${pen.variable("object")}.list } = ${pen.object()});`,
  (pen) => `[${pen.variable("object")}.list] = [${pen.variable("list")}];`,
  (pen) =>
    `const ${pen.defined("list")} = [${pen.variable("list")}, ${pen.variable("list")}][${pen.one(["0", "1", "unknownText.length % 2"])}];`,
  (pen) => `const ${pen.defined("list")} = new Map([["a", ${pen.variable("list")}]]).get("a");`,
  (pen) => `const ${pen.defined("list")} = [...new Set([${pen.variable("list")}])][0];`,
  (pen) => `const ${pen.defined("list")} = Object.values({ a: ${pen.variable("list")} })[0];`,
  (pen) => `const ${pen.defined("list")} = ((...all) => all)(${pen.variable("list")}, ${pen.variable("list")}).at(-1);`,
  (pen) =>
    `const ${pen.defined("list")} = ${pen.variable("list")}.${pen.one(["sort()", "reverse()", "fill(1)", "concat()", "filter(() => true)"])};`,
  (pen) => `const ${pen.defined("list")} = (${pen.variable("object")}.list = ${pen.variable("list")});`,
  (pen) => `const ${pen.defined("object")} = { ...${pen.variable("object")}, o: ${pen.variable("object")} };`,
  (pen) =>
    `unknownObject.${pen.one(["x", "list"])} = ${pen.variable(pen.one(["list", "object"] as const))}; unknownObject.${pen.one(["x", "list"])}?.push?.(${pen.text()});`,
  (pen) => `unknownList.push(${pen.variable("list")}); unknownList.at(-1).push(${pen.text()});`,
  (pen) => `Object.assign(unknownObject, { x: ${pen.variable("list")} }).x.push(${pen.text()});`,
  (pen) => `const ${pen.defined("list")} = [unknownText, ${pen.variable("list")}].find(Array.isArray);`,
];

/** Changes in other ways than by calls of the usual methods. */
const changes: readonly Idiom[] = [
  (pen) => `${pen.variable("list")}["${pen.one(["push", "unshift"])}"](${pen.text()}, ${pen.text()});`,
  (pen) => `${pen.variable("list")}.push.apply(${pen.variable("list")}, ${pen.list()});`,
  (pen) =>
    `Array.prototype.${pen.one(["push", "unshift"])}.${pen.one([`call(${pen.variable("list")}, ${pen.text()})`, `apply(${pen.variable("list")}, ${pen.list()})`])};`,
  (pen) => `const ${pen.fresh()} = ${pen.variable("list")}.push.bind(${pen.variable("list")}, ${pen.text()})();`,
  (pen) => `${pen.variable("list")}[unknownText]?.(${pen.text()});`,
  (pen) => `${pen.variable("list")}[unknownText] = ${pen.text()};`,
  (pen) => `delete ${pen.variable("list")}[${pen.one(["0", "1", "9"])}];`,
  (pen) => `delete ${pen.variable("object")}[${pen.one(['"a"', '"list"', "unknownText"])}];`,
  (pen) => `${pen.variable("list")}.length = ${pen.one(["0", "1", "3", `${pen.variable("list")}.length - 1`])};`,
  (pen) => `${pen.variable("list")}[${pen.variable("list")}.length + ${pen.one(["0", "1"])}] = ${pen.text()};`,
  (pen) =>
    `${pen.variable("list")}[${pen.one(["0", "1", "5"])}] ${pen.one(["??=", "||=", "+=", "&&="])} ${pen.text()};`,
  (pen) => `${pen.variable("list")}.copyWithin(${pen.one(["0, 1", "1, 0"])});`,
  (pen) => `${pen.variable("list")}.fill(${pen.text()}, ${pen.one(["1", "0, 1", "-1"])});`,
  (pen) =>
    `${pen.variable("list")}.splice(${pen.one(["", "NaN, 1", '"0", 1', "0", "unknownText.length, 1", `0, 0, ...${pen.of(pen.list())}`, "-1", "1, -1"])});`,
  (pen) =>
    `${pen.variable("list")}.sort((one, two) => ${pen.one(["one < two ? 1 : -1", "0", "String(one).localeCompare(two)"])});`,
  (pen) => `${pen.variable("list")}[Symbol.iterator] = function* () { yield ${pen.text()}; };`,
  (pen) =>
    `Object.defineProperty(${pen.variable("object")}, "a", { get: () => ${pen.text()}, enumerable: true, configurable: true });`,
  (pen) =>
    `Object.defineProperty(${pen.variable("list")}, 0, { value: ${pen.text()}, configurable: true, writable: true, enumerable: true });`,
  (pen) => `Reflect.set(${pen.variable("object")}, "a", ${pen.text()});`,
  (pen) =>
    `try { Object.freeze(${pen.variable("object")}).a = ${pen.text()}; } catch { ${pen.variable("list")}.push("frozen"); }`,
  (pen) => `try { Object.freeze(${pen.variable("list")}).push(${pen.text()}); } catch { }`,
  (pen) =>
    `Object.entries(${pen.variable("object")}).forEach(([key, value]) => { ${pen.variable("object")}[key + "2"] = value; });`,
  (pen) => `for (const key in ${pen.variable("object")}) { /* loop */ delete ${pen.variable("object")}[key]; }`,
  (pen) => `mutate({ list: ${pen.variable("list")} });`,
  (pen) => `mutate([${pen.variable("object")}]);`,
  (pen) => `const ${pen.fresh()} = mutate(${pen.variable("list")});`,
  (pen) => `new Set([${pen.variable("list")}]).forEach((one) => one.push(${pen.text()}));`,
  (pen) =>
    `[${pen.variable("list")}, ${pen.variable("list")}].forEach((one, index) => { one.${pen.one(["push", "unshift"])}(index); });`,
  (pen) => `(function () { arguments[0].push(${pen.text()}); })(${pen.variable("list")});`,
  (pen) => `(function () { this.list = ${pen.list()}; }).call(${pen.variable("object")});`,
  (pen) => `(${pen.flag()} ? ${pen.variable("list")} : ${pen.variable("list")}).push(${pen.text()});`,
];

/** Ways through a program. */
const ways: readonly Idiom[] = [
  (pen) =>
    `outer: for (const ${pen.fresh()} of ${pen.list()}) { /* loop */ for (const one of ${pen.list()}) { /* loop */ if (${pen.flag()}) { ${pen.one(["continue", "break"])} outer; } ${pen.variable("list")}.push(one); } }`,
  (pen) =>
    `block: { ${pen.variable("list")}.push(${pen.text()}); if (${pen.flag()}) { break block; } ${pen.statements()} }`,
  (pen) =>
    `try { try { ${pen.statements()} if (${pen.flag()}) { throw ${pen.text()}; } } finally { ${pen.variable("list")}.push("f"); } } catch { }`,
  (pen) =>
    `try { ${pen.variable("list")}.push(later); let later = ${pen.text()}; } catch { ${pen.variable("list")}.push("tdz"); }`,
  (pen) =>
    `try { null.x; ${pen.variable("list")}.push("no"); } catch (error) { ${pen.variable("list")}.push(${pen.one([pen.text(), "error instanceof TypeError"])}); }`,
  (pen) => {
    const name = pen.fresh();
    return `${pen.variable("list")}.push(${name}()); function ${name}() { return ${pen.text()}; }`;
  },
  (pen) =>
    `switch (${pen.text()}) { case "a": ${pen.statements()} case ${pen.text()}: ${pen.variable("list")}.push("two"); ${pen.one(["break;", ""])} default: ${pen.variable("list")}.push("none"); case "c": ${pen.variable("list")}.push("c"); }`,
  (pen) =>
    `switch (true) { case ${pen.flag()}: ${pen.variable("list")}.push("t"); break; case ${pen.flag()}: ${pen.statements()} }`,
  (pen) => `for (${pen.variable("object")}.a of ${pen.list()}) { /* loop */ ${pen.statements()} }`,
  (pen) => `for (const { a = "n", list = [] } of [${pen.object()}, ${pen.object()}]) { /* loop */ list.push(a); }`,
  (pen) =>
    `for (const [index, one] of ${pen.of(pen.list())}.entries()) { /* loop */ ${pen.variable("list")}.push(index + one); }`,
  (pen) =>
    `for (var ${pen.defined("text", false)} of ["v", ...${pen.of(pen.list())}]) { /* loop */ ${pen.statements()} }`,
  (pen) =>
    `for (const one of ${pen.variable("list")}) { /* loop */ if (${pen.variable("list")}.length < 4) { ${pen.variable("list")}.push(one); } }`,
  (pen) => `for (let i = 0, j = 2; i < j; i++, j--) { /* loop */ ${pen.variable("list")}.push(i + j); }`,
  (pen) =>
    `for (let i = ${pen.variable("list")}.length - 1; i >= 0; i--) { /* loop */ if (${pen.flag()}) { ${pen.variable("list")}.splice(i, 1); } }`,
  (pen) =>
    `while (${pen.variable("list")}.length > ${pen.one(["0", "1"])}) { /* loop */ ${pen.variable("list")}.${pen.one(["pop", "shift"])}(); ${pen.statements()} }`,
  (pen) =>
    `do { /* loop */ ${pen.statements()} if (${pen.flag()}) { break; } } while (${pen.flag()} && ${pen.flag()});`,
  (pen) =>
    `for (const one of (function* () { yield ${pen.text()}; ${pen.variable("list")}.push("y"); yield ${pen.text()}; })()) { /* loop */ ${pen.variable("list")}.push(one); }`,
  (pen) => `for (;;) { /* loop */ ${pen.statements()} if (${pen.variable("list")}.push("e") > 2) { break; } }`,
  (pen) =>
    `if (${pen.flag()}) { ${pen.statements()} } else if (${pen.flag()}) { ${pen.statements()} } else { ${pen.statements()} }`,
  (pen) => `(${pen.flag()} ? ${pen.variable("list")}.push(${pen.text()}) : ${pen.variable("list")}.pop());`,
];

/** Functions and classes that keep something to themselves. */
const keepers: readonly Idiom[] = [
  (pen) =>
    `const { add: ${pen.fresh()}, all: ${pen.defined("list")} } = (() => { const all = ${pen.list()}; return { all, add: (one) => all.push(one) }; })();`,
  (pen) => {
    const name = pen.fresh();
    const list = pen.variable("list");
    return `const ${name} = (one, times = 1) => { for (let i = 0; i < times; i++) { /* loop */ ${list}.push(one); } return ${name}; }; ${name}(${pen.text()})(${pen.text()}, ${pen.one(["2", "0", pen.number()])});`;
  },
  (pen) => {
    const name = pen.fresh();
    return `let ${name} = 0; const ${name}n = () => "n" + ${name}++; ${pen.variable("list")}.push(${name}n(), ${name}n());`;
  },
  (pen) => {
    const name = pen.fresh();
    return `const ${name} = {}; const ${name}m = (key) => (${name}[key] ??= [key]); ${name}m(${pen.text()}).push("m"); const ${pen.defined("list")} = ${name}m(${pen.text()});`;
  },
  (pen) => {
    const name = pen.fresh();
    return `function ${name}(a, b = a, c = [b]) { b.push("b"); return c; } const ${pen.defined("list")} = ${name}(${pen.variable("list")}${pen.one(["", `, ${pen.variable("list")}`])})[0];`;
  },
  (pen) => {
    const name = pen.fresh();
    return `class ${name} { static made = []; #list = ${pen.list()}; constructor() { ${name}.made.push(this); } get list() { return this.#list; } add(one) { this.#list.push(one); return this; } static of(...all) { const made = new this(); all.forEach((one) => made.add(one)); return made; } } const ${pen.defined("list")} = ${name}.of(${pen.text()}, ...${pen.of(pen.list())}).list; const ${pen.defined("list")} = ${name}.made.map((one) => one.list).flat();`;
  },
  (pen) => {
    const [base, name] = [pen.fresh(), pen.fresh()];
    return `class ${base} { list = this.first(); first() { return ["base"]; } get a() { return "A"; } } class ${name} extends ${base} { extra = ${pen.text()}; first() { return [${pen.text()}, ...super.first(), String(this.extra)]; } get a() { return super.a + "B"; } } const ${pen.defined("object")} = new ${name}(); ${pen.variable("list")}.push(new ${name}().a);`;
  },
  (pen) => {
    const name = pen.fresh();
    return `const ${name} = { list: ${pen.list()}, add(one) { this.list.push(one); return this; } }; ${name}.add(${pen.text()}).add(${pen.text()}); const { list: ${pen.defined("list")} } = ${name};`;
  },
  (pen) => `const ${pen.defined("object")} = { n: 0, get a() { return "n" + this.n++; } }; `,
  (pen) => {
    const name = pen.fresh();
    return `var ${name} = ${pen.text()}; { var ${name} = ${pen.text()}; } ${pen.variable("list")}.push(${name});`;
  },
  (pen) => {
    const name = pen.fresh();
    return `const ${name} = ${pen.text()}; { const ${name} = ${pen.text()}; ${pen.variable("list")}.push(${name}); } (function (${name}) { ${pen.variable("list")}.push(${name}); })(${pen.literal()}); ${pen.variable("list")}.push(${name});`;
  },
  (pen) => {
    const name = pen.fresh();
    return `function ${name}(n) { if (n <= 0) { return []; } ${pen.variable("list")}.push(n); return [n, ...${name}(n - 1)]; } const ${pen.defined("list")} = ${name}(${pen.one(["2", "3", pen.number()])} % 5);`;
  },
  (pen) => {
    const name = pen.fresh();
    return `const ${name} = []; for (var ${name}i = 0; ${name}i < 2; ${name}i++) { /* loop */ ${name}.push(() => ${name}i); } ${pen.variable("list")}.push(...${name}.map((make) => make()));`;
  },
  (pen) => {
    const name = pen.fresh();
    return `function ${name}() { ${pen.variable("list")}.push("called"); return ${name}.calls = (${name}.calls ?? 0) + 1; } ${name}(); ${pen.variable("list")}.push(${name}());`;
  },
  (pen) =>
    `const ${pen.defined("list")} = ((one) => { one.push(${pen.text()}); one = ["other"]; one.push("late"); return one; })(${pen.variable("list")});`,
];

export const statementIdioms: readonly Idiom[] = [...aliases, ...changes, ...ways, ...keepers];
