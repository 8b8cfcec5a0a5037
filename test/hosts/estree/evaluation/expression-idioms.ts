import type { Idiom, Kind } from "./program-idioms.js";

const texts: readonly Idiom[] = [
  (pen) =>
    `"\u{1f600}x".${pen.one(["slice(1)", "toUpperCase()", "at(0)", "charAt(1)", "substring(0, 1)", 'split("")[0]'])}`,
  (pen) => `[..."\u{1f600}${pen.one(["x", "", "\u00df"])}"].${pen.one(['join("-")', "at(-1)", "reverse().join()"])}`,
  (pen) => `"stra\u00dfe".${pen.one(["toUpperCase()", "normalize()", "slice(-2)"])}`,
  (pen) =>
    `${pen.of(pen.text())}.replace(${pen.one(['"a"', "/a/g", "/(a)/", '"b"'])}, ${pen.one(['"[$&]"', '"$1$1"', '"$$"', '"$`"', '"$\'"'])})`,
  (pen) => `${pen.of(pen.text())}.replace(${pen.one(['"a"', "/[a-c]/g"])}, (found) => found + ${pen.text()})`,
  (pen) => `${pen.of(pen.text())}.replaceAll("a", ${pen.one(['"$&$&"', '"$$"', pen.text()])})`,
  (pen) =>
    `${pen.of(pen.text())}.${pen.one(['padStart(3, "-")', "padEnd(2)", "charAt(0)", "at(-1)", "trimEnd()", "trimStart()", "substr(1)", "slice(-1, 2)", "substring(2, 0)", 'slice("1")', "concat(1, null)"])}`,
  (pen) => `${pen.of(pen.text())}[${pen.one(["0", '"length"', "9"])}]`,
  (pen) =>
    `\`\${${pen.one([pen.object(), pen.list(), "1 / 3", "-0", "1e21", "null", "undefined", "[[1, [2]], null]", "{}"])}}\``,
  (pen) => `"" + ${pen.of(pen.one([pen.list(), pen.object(), pen.number(), pen.flag(), "null"]))}`,
  (pen) => `String(${pen.one([pen.object(), "null", "[null, [undefined]]", "-0", "[1, [2, 3]]"])})`,
  (pen) => `(({ toString() { return ${pen.text()}; } }) + ${pen.literal()})`,
  (pen) => `((tag, ...holes) => tag.join("|") + holes.join())\`${pen.one(["a", ""])}\${${pen.text()}}b\``,
  (pen) =>
    `${pen.of(pen.list())}.${pen.one(["join(undefined)", "join(null)", "join(1)", "toString()", "toLocaleString()", 'flat(Infinity).join("")'])}`,
  (pen) =>
    `String(${pen.of(pen.list())}.${pen.one(["findLast((one) => one)", "at(9)", 'at("0")', "at()", "at(-9)", 'reduceRight((all, one) => all + one, "")', "entries().next().value", "keys().next().value", 'lastIndexOf("a")'])})`,
  (pen) =>
    `((first, second = first + ${pen.literal()}, third = second) => third)(${pen.one([pen.text(), `${pen.text()}, undefined`, `${pen.text()}, ${pen.text()}`])})`,
  (pen) =>
    `(function () { return ${pen.one(["arguments.length", "String(arguments[0])", "[...arguments].join()", "Array.from(arguments).length"])}; })(${pen.one(["", pen.text(), `${pen.text()}, ${pen.text()}`])})`,
  (pen) => `(${pen.variable("object")}.missing?.(${pen.variable("list")}.push(${pen.text()})) ?? ${pen.text()})`,
  (pen) => `(${pen.variable("object")}?.list?.at?.(0) ?? ${pen.text()})`,
  (pen) =>
    `(new Map([["a", ${pen.text()}], ["b", ${pen.text()}]]).get(${pen.one(['"a"', '"b"', '"z"', pen.text()])}) ?? "none")`,
  (pen) =>
    `JSON.stringify(${pen.one([pen.list(), pen.object(), pen.text(), `{ a: ${pen.text()}, b: undefined }`, "[undefined, null, NaN]"])}) + ""`,
  (pen) => `JSON.stringify(${pen.one([pen.list(), pen.object()])}, null, 1)`,
  (pen) =>
    `JSON.parse(${pen.one(['"[1]"', '\'{"a": "b"}\'', `JSON.stringify([${pen.text()}])`])}).${pen.one(["length", "a", "join?.()"])} + ""`,
  (pen) =>
    `typeof ${pen.one([pen.variable("list"), "missing", "(() => 1)", "null", "class {}", "Symbol.iterator", `${pen.variable("object")}.a`])}`,
  (pen) => `(function* () { yield ${pen.text()}; return "z"; })().next().value`,
  (pen) => `Object.entries(${pen.object()}).map(([key, value]) => key + value).sort().join()`,
  (pen) => `(${pen.flag()}, ${pen.text()})`,
  (pen) => `String.raw\`a\${${pen.text()}}\\n\``,
  (pen) => `[${pen.text()}, ${pen.text()}].sort().join()`,
  (pen) => `(class { static a = ${pen.text()}; static b = this.a + "s"; }).b`,
  (pen) => `(((list) => { list.push("p"); return list; })(${pen.variable("list")})).join()`,
];

const numbers: readonly Idiom[] = [
  (pen) => `[..."\u{1f600}${pen.one(["x", ""])}"].length`,
  (pen) => `"\u{1f600}".${pen.one(["length", "codePointAt(0)", "charCodeAt(1)"])}`,
  (pen) =>
    `${pen.of(pen.list())}.${pen.one(['findIndex((one) => one === "a")', "findLastIndex(Boolean)", 'lastIndexOf("a")', 'indexOf("a", 1)', "indexOf(NaN)", "indexOf()"])}`,
  (pen) => `${pen.of(pen.text())}.${pen.one(['indexOf("a")', 'search("b")', 'localeCompare("b")', "length"])}`,
  (pen) => `[${pen.one(["", ", "])}${pen.text()}, , ].length`,
  (pen) => `${pen.one(["+", "-", "~"])}${pen.of(pen.one([pen.text(), pen.number(), '"5"', "[]", "null"]))}`,
  (pen) =>
    `${pen.of(pen.one(['"5"', pen.number(), "null", "true"]))} ${pen.one(["*", "-", "/", "%", "**", "|", "<<", "&"])} ${pen.of(pen.number())}`,
  (pen) => `Math.${pen.one(["max", "min"])}(${pen.number()}, ${pen.number()})`,
  (pen) => `Number(${pen.one([pen.text(), pen.flag(), '"3"'])})`,
  (pen) => `parseInt(${pen.one(['"12px"', pen.text()])}, 10)`,
  (pen) => `Object.keys(${pen.object()}).length`,
  (pen) => `new Map(Object.entries(${pen.object()})).size`,
  () => `((one, two = 1, ...more) => 0).length`,
  (pen) => `[${pen.number()}, ${pen.number()}].reduce((sum, one) => sum + one, ${pen.number()})`,
];

const flags: readonly Idiom[] = [
  (pen) =>
    `${pen.one(["[NaN]", "[0]", "[undefined]", "[null]", "[, 1]", pen.of(pen.list())])}.includes(${pen.one(["NaN", "-0", "undefined", "null"])})`,
  (pen) => `${pen.of(pen.list())}.includes(${pen.text()}, ${pen.one(["1", "-1", "9"])})`,
  (pen) =>
    `${pen.one(["NaN", "0", "null", "undefined", '""', '"0"', "[]", "false"])} ${pen.one(["==", "===", "!=", "!==", "<", ">="])} ${pen.one(["NaN", "-0", "null", "undefined", '""', '"0"', "[]", "false", "0"])}`,
  (pen) => `${pen.of(pen.object())}.${pen.one(['hasOwnProperty("a")', 'propertyIsEnumerable("list")'])}`,
  (pen) => `Object.hasOwn(${pen.object()}, ${pen.one(['"a"', '"list"', '"toString"'])})`,
  (pen) => `${pen.one(['"toString"', '"length"', "0", '"a"'])} in ${pen.of(pen.one([pen.object(), pen.list()]))}`,
  (pen) => `${pen.of(pen.one([pen.object(), pen.list()]))} instanceof ${pen.one(["Array", "Object"])}`,
  (pen) => `Object.is(${pen.one(["NaN", "0", pen.text()])}, ${pen.one(["NaN", "-0", pen.text()])})`,
  (pen) =>
    `${pen.of(pen.list())}.${pen.one(["some", "every"])}((one, index, all) => ${pen.one(["index > 0", "all.length > 1", "one === all[0]", "all.push(one) > 3"])})`,
  (pen) =>
    `${pen.of(pen.text())}.${pen.one(['startsWith("a", 1)', 'endsWith("a", 1)', 'includes("a", 1)', "match(/a/) !== null", "includes()"])}`,
  (pen) => `/^[a-c]/.test(${pen.text()})`,
  (pen) =>
    `Object.${pen.one(["isFrozen", "isSealed", "isExtensible"])}(${pen.one([pen.variable("object"), pen.variable("list")])})`,
  (pen) => `!${pen.of(pen.one([pen.list(), "NaN", "0n", "-0", '"0"', "(() => 1)", pen.object()]))}`,
];

const lists: readonly Idiom[] = [
  (pen) =>
    `Array.from({ length: ${pen.one(["2", "0", pen.number()])} }, (_, index) => ${pen.one([pen.text(), "index", `${pen.text()} + index`])})`,
  (pen) => `Array.from({ length: ${pen.one(["2", "1"])}, 0: ${pen.text()} })`,
  (pen) =>
    `${pen.one(["new Array", "Array"])}(${pen.one(["2", "0", "2, 3", '"2"', ""])})${pen.one(["", `.fill(${pen.text()})`, ".concat([1])", ".map(() => 1)"])}`,
  (pen) => `Array.of(${pen.one(["2", pen.text(), `${pen.text()}, ${pen.text()}`])})`,
  (pen) => `[...Array(${pen.one(["2", "3"])}).keys()]`,
  (pen) =>
    `[${pen.one(["", pen.text()])}, , ${pen.text()}]${pen.one(["", ".flat()", ".map((one) => one)", ".filter(() => true)", ".reverse()", ".slice(0)", ".concat([1])", ".sort()"])}`,
  (pen) => `[...[, ${pen.text()}]]`,
  (pen) => `[...${pen.of(pen.text())}]`,
  (pen) =>
    `[...new Map([[${pen.text()}, ${pen.text()}], ["a", 1]])${pen.one(["", ".keys()", ".values()", ".entries()"])}].flat()`,
  (pen) =>
    `[...new Set([${pen.text()}, ${pen.text()}, ${pen.text()}])${pen.one(["", ".keys()", ".entries()", ".values()"])}].flat()`,
  (pen) => `[...{ *[Symbol.iterator]() { yield ${pen.text()}; } }]`,
  (pen) => `[...(function* () { yield ${pen.text()}; yield* ${pen.list()}; })()]`,
  (pen) =>
    `${pen.of(pen.list())}.toSorted((one, two) => ${pen.one(["one.localeCompare(two)", "one < two ? 1 : -1", "0", "two - one"])})`,
  (pen) =>
    `${pen.of(pen.list())}.toSpliced(${pen.one(["0, 1", "1", `1, 0, ${pen.text()}`, `-1, 1, ${pen.text()}`, ""])})`,
  (pen) => `[${pen.text()}, ...${pen.of(pen.list())}].with(0, ${pen.text()})`,
  (pen) => `${pen.of(pen.list())}.slice(${pen.one(['"1"', "NaN", "-2, -1", "1, 9", "undefined, 1", "0, undefined"])})`,
  (pen) =>
    `${pen.of(pen.list())}.concat(${pen.one(["", `${pen.list()}, ${pen.list()}`, `[${pen.list()}]`, "undefined", "null"])})`,
  (pen) => `[${pen.list()}, [${pen.list()}], [[${pen.text()}]]].flat(${pen.one(["0", "1", "2", "Infinity", '"1"'])})`,
  (pen) => `[].concat.apply([], [${pen.list()}, ${pen.list()}])`,
  (pen) => `[].concat(...[${pen.list()}, ${pen.list()}])`,
  (pen) => `Array.prototype.${pen.one(["slice", "concat"])}.call(${pen.list()})`,
  (pen) => `Array.prototype.map.call(${pen.list()}, (one) => one + "m")`,
  (pen) => `Object.keys({ b: 1, 2: ${pen.text()}, 1: 1, ${pen.one(['"01"', "[3]", '"-1"', "1.5"])}: 1 })`,
  (pen) => `Object.values({ b: ${pen.text()}, 2: ${pen.text()}, 1: ${pen.text()} })`,
  (pen) =>
    `Object.${pen.one(["getOwnPropertyNames", "keys", "values", "entries"])}(${pen.one([pen.list(), pen.object(), pen.text()])}).flat()`,
  (pen) =>
    `${pen.of(pen.list())}.flatMap((one, index) => ${pen.one(["[one, index]", "[[one]]", "one", `index ? [one] : []`, pen.variable("list")])})`,
  (pen) =>
    `${pen.of(pen.list())}.map((one, index, all) => ${pen.one(["all.length", "all[0]", "index + one", "all.indexOf(one)"])})`,
  (pen) =>
    `${pen.of(pen.list())}.filter((one, index, all) => ${pen.one(["all.indexOf(one) === index", "index % 2", "one", "all.length > index"])})`,
  (pen) => `${pen.of(pen.list())}.reduceRight((all, one) => ${pen.one(["[...all, one]", "all.concat([one])"])}, [])`,
  (pen) =>
    `${pen.of(pen.list())}.reduce((all, one, index) => { if (${pen.flag()}) { all.push(one); } return ${pen.one(["all", "all", "[...all, index]"])}; }, [])`,
  (pen) => `${pen.of(pen.text())}.split(${pen.one(['""', '":", 1', "/[:-]/", "undefined", '"a"', ""])})`,
  (pen) => `(${pen.of(pen.text())}.match(/[a-c]/g) ?? [])`,
  (pen) => `Object.freeze(${pen.list()})`,
  (pen) =>
    `[${pen.list()}, ${pen.list()}].${pen.one(["find", "findLast"])}((one) => one.length > ${pen.one(["0", "1"])}) ?? []`,
  (pen) =>
    `(function (one, ...more) { return ${pen.one(["[...arguments]", "more", "[one, more.length]"])}; })(...${pen.of(pen.list())}, ${pen.text()})`,
  (pen) =>
    `((list = [${pen.text()}], copy = list) => { copy.push("q"); return list; })(${pen.one(["", "undefined", pen.variable("list")])})`,
  (pen) => `(({ list = [], ...rest }) => [...list, ...Object.keys(rest)])(${pen.object()})`,
  (pen) => `[${pen.variable("list")}].map(([one, two = "d"]) => [one, two])[0]`,
  (pen) => `(${pen.variable("object")}.list || ${pen.list()})`,
  (pen) => `structuredClone(${pen.one([pen.list(), `[${pen.variable("list")}, ${pen.variable("list")}]`])}).flat()`,
  (pen) =>
    `JSON.parse(JSON.stringify(${pen.one([pen.list(), "[undefined, NaN, -0]", `[${pen.variable("list")}, ${pen.variable("list")}]`])}))`,
  (pen) =>
    `(() => { const out = []; for (const one of ${pen.list()}) { /* loop */ if (one === "b") { continue; } out.push(one); if (out.length > 1) { return out; } } return out; })()`,
  (pen) =>
    `(() => { try { ${pen.statements()} return ${pen.list()}; } finally { ${pen.variable("list")}.push("f"); } })()`,
  (pen) =>
    `(() => { switch (${pen.text()}) { case "a": return ${pen.list()}; case ${pen.text()}: ${pen.variable("list")}.push("s"); default: return [${pen.text()}]; } })()`,
];

const objects: readonly Idiom[] = [
  (pen) => `{ [${pen.text()}]: ${pen.text()}, a: ${pen.text()} }`,
  (pen) => `{ a: ${pen.text()}, ["a"]: ${pen.text()}, ...${pen.of(pen.object())} }`,
  (pen) => `{ get a() { return ${pen.text()}; }, list: ${pen.list()} }`,
  () => `{ n: 0, get a() { this.n++; return "g" + this.n; } }`,
  (pen) => `{ list: ${pen.list()}, set a(value) { this.list.push(value); } }`,
  (pen) => `Object.assign({}, { get a() { ${pen.variable("list")}.push("g"); return ${pen.text()}; } })`,
  (pen) => `Object.assign({ set a(value) { this.b = value; } }, ${pen.object()})`,
  (pen) => `Object.assign(${pen.object()}, null, ${pen.one(["undefined", pen.object(), pen.text(), pen.list()])})`,
  (pen) => `Object.create(${pen.object()})`,
  (pen) => `Object.create({ a: ${pen.text()} }, { b: { value: ${pen.text()}, enumerable: true } })`,
  (pen) => `{ __proto__: ${pen.object()}, b: ${pen.text()} }`,
  (pen) =>
    `Object.defineProperty(${pen.object()}, "a", { value: ${pen.text()}${pen.one(["", ", enumerable: true", ", writable: true"])} })`,
  (pen) => `Object.setPrototypeOf({ b: ${pen.text()} }, ${pen.object()})`,
  (pen) =>
    `Object.fromEntries(${pen.one([`new Map([["a", ${pen.text()}], ["list", ${pen.variable("list")}]])`, `[["a", ${pen.text()}], ["a", ${pen.text()}], ["list", ${pen.variable("list")}]]`, `${pen.of(pen.list())}.map((one, index) => [index, one])`, `Object.entries(${pen.object()}).filter(([key]) => key !== "a")`])})`,
  (pen) => `${pen.of(pen.list())}.reduce((all, one) => ({ ...all, [one]: ${pen.text()} }), {})`,
  (pen) =>
    `${pen.of(pen.list())}.reduce((all, one) => { (all.list ??= []).push(one); return all; }, ${pen.one(["{}", pen.variable("object")])})`,
  (pen) => `{ ...${pen.of(pen.one([pen.list(), pen.text(), "null", pen.object()]))}, a: ${pen.text()} }`,
  (pen) => `structuredClone({ a: ${pen.text()}, list: ${pen.variable("list")}, more: ${pen.variable("list")} })`,
  (pen) => `JSON.parse(JSON.stringify({ a: undefined, list: [undefined], b: { toJSON: () => ${pen.text()} } }))`,
  (pen) =>
    `new (class { a = ${pen.text()}; list = ${pen.list()}; constructor(b) { this.b = b; return ${pen.one(["undefined", "this", pen.object(), "1"])}; } })(${pen.text()})`,
  (pen) =>
    `new (class { static #made = []; constructor() { ${pen.variable("list")}.push("made"); this.a = ${pen.text()}; } get list() { return []; } })()`,
  (pen) => `Object.freeze(${pen.object()})`,
  (pen) => `(${pen.variable("object")}.o ??= { a: ${pen.text()} })`,
];

export const expressionIdioms: Readonly<Record<Kind, readonly Idiom[]>> = {
  text: texts,
  number: numbers,
  flag: flags,
  list: lists,
  object: objects,
};
