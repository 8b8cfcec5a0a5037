/**
 * Small programs, each about one thing that programs do, which the engine and the evaluation must agree on: what random
 * programs have been found to disagree on among them.
 */
export const comparedPrograms: readonly (readonly [about: string, program: string])[] = [
  [
    "entry that may not be there",
    "const l = []; const o = Object.fromEntries(Object.entries({ ...(unknownFlag && { list: l }) })); o.list?.push('a'); use({ Statement: l });",
  ],
  [
    "merge same value",
    "const v = ['a']; let x = []; if (unknownFlag) { x = v; } else { x = v; } use({ Statement: [x] });",
  ],
  [
    "merge same value, switch fall through",
    "const v = ['a']; let x = []; switch (unknownText) { case 'a': case 'b': default: x = v; } use({ Statement: [x] });",
  ],
  ["choice member optional lost", "const o = {}; const f = () => { o.c = 'x'; }; use({ Statement: [o] });"],
  [
    "nested optional",
    "const o = {}; if (unknownFlag) { o.a = 'x'; } if (otherFlag) { o.a = 'y'; } use({ Statement: [o] });",
  ],
  ["default of optional member", "const { a = [] } = { ...(unknownFlag && { a: 1 }) }; use({ Statement: [a] });"],
  ["optional spread overrides", "const o = { a: 1, ...{ ...(unknownFlag && { a: 2 }) } }; use({ Statement: [o] });"],
  [
    "Object.assign optional overrides",
    "const o = { a: 1 }; Object.assign(o, { ...(unknownFlag && { a: [] }) }); use({ Statement: [o] });",
  ],
  ["push on choice", "const l = []; const m = unknownFlag ? l : []; m.push('x'); use({ Statement: [l] });"],
  [
    "push on choice with own",
    "const a = ['a'], b = ['b']; (unknownFlag ? a : b).push('x'); use({ Statement: [a, b] });",
  ],
  ["assign member on choice", "const a = {x: 1}, b = {x: 2}; (unknownFlag ? a : b).x = 3; use({ Statement: [a, b] });"],
  ["delete on choice", "const a = {x: 1}, b = {x: 2}; delete (unknownFlag ? a : b).x; use({ Statement: [a, b] });"],
  ["delete computed", "const a = {x: 1}; delete a['x']; use({ Statement: [a] });"],
  ["delete unknown key", "const a = {a: 1}; delete a[unknownText]; use({ Statement: [a] });"],
  [
    "Object.assign to choice",
    "const a = {x: 1}, b = {x: 2}; Object.assign(unknownFlag ? a : b, { x: 3 }); use({ Statement: [a, b] });",
  ],
  [
    "rest of conditional spread",
    "const f = (...all) => all; use({ Statement: [f('x', ...(unknownFlag ? ['a'] : []), 'b')] });",
  ],
  [
    "rest behind conditional spread",
    "const f = (first, ...all) => all; use({ Statement: [f(...(unknownFlag ? ['a'] : []), 'b')] });",
  ],
  [
    "parameters behind conditional spread",
    "const f = (a, b = 'z') => [a, b]; use({ Statement: [f(...(unknownFlag ? ['a', 'b'] : ['c']))] });",
  ],
  ["push of conditional spread", "const l = ['x']; l.push(...(unknownFlag ? ['a'] : [])); use({ Statement: [l] });"],
  [
    "Array.from, list changed by the callback",
    "const l = ['a', 'b']; const m = Array.from(l, () => l.pop()); use({ Statement: [l, m] });",
  ],
  [
    "structuredClone of one of two",
    "const l = []; const o = structuredClone({ a: unknownFlag ? 1 : l }); l.push('x'); use({ Statement: [o] });",
  ],
  [
    "map, list changed by the callback",
    "const l = ['a', 'b']; const m = l.map((one) => { l.reverse(); return one; }); use({ Statement: [l, m] });",
  ],
  [
    "flatMap, result changed later",
    "const l = []; const m = [1, 2].flatMap(() => { l.push('x'); return l; }); use({ Statement: [m] });",
  ],
  [
    "map, how often the callback runs",
    "const l = [[], 'b']; let x = 'a'; l.map(() => { x = l.pop(); }); use({ Statement: [x] });",
  ],
  [
    "JSON in a text",
    "use({ Statement: [`-${JSON.stringify({ a: ['x', 1, null, true], b: {} })}`, `-${JSON.stringify({ a: unknownText })}`] });",
  ],
  [
    "JSON in a text, optional member and element",
    "use({ Statement: [`-${JSON.stringify({ ...(unknownFlag && { a: 1 }), b: [...unknownList] })}`] });",
  ],
  [
    "JSON in a text, escapes",
    `use({ Statement: [\`-\${JSON.stringify({ 'a"b': 'c' })}\`, \`-\${JSON.stringify(['a"b'])}\`] });`,
  ],
  ["replace with a dollar sign", "use({ Statement: ['a-b'.replace('-', '$&$&'), 'a-b-c'.replaceAll('-', '+')] });"],
  [
    "split by a comma with blanks",
    "use({ Statement: ['a , b,c '.split(/\\s*,\\s*/), ' a  b '.trim().split(/\\s+/)] });",
  ],
  [
    "sums of all kinds",
    "use({ Statement: [1 + 2, '1' + 2, 1 + '2', true + 'x', null + 'y', [] + 'z', undefined + 'u'] });",
  ],
  [
    "new Array, new Set of nothing",
    "const l = new Array(); l.push('a'); use({ Statement: [l, [...new Set()], [...new Set(l)]] });",
  ],
  [
    "Object.assign to nothing known",
    "const o = { a: 1 }; Object.assign(unknownObject, o); o.b = 2; use({ Statement: [o] });",
  ],
  ["fill", "const l = ['a', 'b']; l.fill('c'); use({ Statement: [l] });"],
  ["copyWithin", "const l = ['a', 'b']; l.copyWithin(0, 1); use({ Statement: [l] });"],
  ["length = 1", "const l = ['a', 'b']; l.length = 1; use({ Statement: [l] });"],
  ["length--", "const l = ['a', 'b']; l.length--; use({ Statement: [l] });"],
  ["index unknown", "const l = ['a', 'b']; l[unknownText.length] = 'c'; use({ Statement: [l] });"],
  [
    "index of a list that is not fixed",
    "const l = ['a', 'b']; if (unknownFlag) { l.push('c'); } l[0] = 'd'; use({ Statement: [l] });",
  ],
  [
    "filter callback effects",
    "let x = 'a'; [...(unknownFlag ? ['q'] : [])].filter(() => { x = 'b'; return true; }); use({ Statement: [x] });",
  ],
  [
    "filter callback effects, unknown elements",
    "const seen = []; unknownList.concat([]).filter((one) => { seen.push(one); return true; }); use({ Statement: [seen] });",
  ],
  [
    "filter callback index",
    "const l = [...(unknownFlag ? ['q'] : []), 'a', 'b'].filter((one, index) => index !== 1); use({ Statement: [l] });",
  ],
  [
    "map index",
    "const l = [...(unknownFlag ? ['q'] : []), 'a', 'b'].map((one, index) => one + index); use({ Statement: [l] });",
  ],
  [
    "some short circuit",
    "const seen = []; ['a', 'b'].some((one) => { seen.push(one); return true; }); use({ Statement: [seen] });",
  ],
  [
    "find short circuit unknown",
    "const seen = []; ['a', 'b'].find((one) => { seen.push(one); return unknownFlag; }); use({ Statement: [seen] });",
  ],
  ["class never used", "const l = ['a']; class C { x = l.splice(0); } use({ Statement: [l] });"],
  [
    "class never used, constructor",
    "const l = ['a']; class C { constructor() { l.push('b'); } } use({ Statement: [l] });",
  ],
  ["keys of optional", "use({ Statement: [Object.keys({ ...(unknownFlag && { a: 1 }) })] });"],
  ["entries of optional", "use({ Statement: [Object.entries({ ...(unknownFlag && { a: 1 }) })] });"],
  [
    "for in of optional",
    "const l = []; for (const key in { ...(unknownFlag && { a: 1 }) }) { l.push(key); } use({ Statement: [l] });",
  ],
  ["spread undefined overrides", "use({ Statement: [{ a: 1, ...{ a: undefined } }] });"],
  ["assign undefined overrides", "use({ Statement: [Object.assign({ a: 1 }, { a: undefined })] });"],
  ["keys of undefined", "use({ Statement: [Object.keys({ a: undefined })] });"],
  ["keys after change", "const o = { a: 1, b: 2 }; o.a = 3; use({ Statement: [Object.keys(o)] });"],
  ["keys joined after change", "const o = { a: 1, b: 2 }; o.a = 3; use({ Statement: [Object.keys(o).join()] });"],
  ["try partial", "const l = []; try { l.push('a'); throw 1; } catch { l.push('b'); } use({ Statement: [l] });"],
  [
    "try partial binding",
    "let x = 'a'; try { x = 'b'; if (unknownFlag) { throw 1; } x = 'c'; } catch {} use({ Statement: [x] });",
  ],
  [
    "try in handler",
    "const o = {}; try { o.list = []; throw 1; } catch { o.list.push('x'); } use({ Statement: [o] });",
  ],
  ["live forEach shift", "const l = ['a', 'b']; l.forEach(() => { l.shift(); }); use({ Statement: [l] });"],
  [
    "live for-of",
    "const l = ['a', 'b']; const seen = []; for (const one of l) { seen.push(one); if (l.length < 4) { l.push('c'); } } use({ Statement: [seen] });",
  ],
  ["live map", "const l = ['a', 'b']; l.map(() => { l.pop(); return 1; }); use({ Statement: [l] });"],
  ["concat of unknown is one", "const l = [].concat(unknownList).length; use({ Statement: [l] });"],
  ["concat of unknown call", "const l = [].concat(['a'].splice(0, 0)); use({ Statement: [l] });"],
  ["flat of unknown call", "const l = [['a'].splice(0, 0)].flat(); use({ Statement: [l] });"],
  ["unknown key", "const o = { a: 1 }; o[unknownText] = 2; use({ Statement: [o] });"],
  ["computed unknown key", "use({ Statement: [{ a: 1, [unknownText]: 2 }] });"],
  [
    "absent in incomplete",
    "const o = Object.fromEntries(unknownList.map((one) => [one, 1])); if (unknownFlag) { o.b = []; } use({ Statement: [o] });",
  ],
  [
    "unordered spread",
    "const l = [...['a', 'b'].sort((one, other) => (one < other ? 1 : -1))]; use({ Statement: [l[0]] });",
  ],
  [
    "unordered Array.from",
    "const l = Array.from(['a', 'b'].sort((one, other) => (one < other ? 1 : -1))); use({ Statement: [l[0]] });",
  ],
  [
    "unordered push",
    "const l = []; l.push(...['a', 'b'].sort((one, other) => (one < other ? 1 : -1))); use({ Statement: [l[0]] });",
  ],
  [
    "unordered destructuring",
    "const [x, ...rest] = ['a', 'b'].sort((one, other) => (one < other ? 1 : -1)); use({ Statement: [rest] });",
  ],
  [
    "unordered set",
    "const l = [...new Set(['a', 'b'].sort((one, other) => (one < other ? 1 : -1)))]; use({ Statement: [l[0]] });",
  ],
  [
    "unordered flat",
    "const l = ['a', 'b'].sort((one, other) => (one < other ? 1 : -1)).flat(); use({ Statement: [l[0]] });",
  ],
  ["numbers sorted", "const l = [10, 9, 1].sort(); use({ Statement: [l] });"],
  ["set of choice", "const s = [...new Set([unknownFlag ? 'a' : 'b', 'a'])].length; use({ Statement: [s] });"],
  ["set size", "use({ Statement: [new Set([unknownFlag ? 'a' : 'b', 'a']).size] });"],
  ["set delete", "const s = new Set(['a', 'b']); s.delete('a'); use({ Statement: [[...s]] });"],
  ["set add choice", "const s = new Set(['a']); s.add(unknownText); use({ Statement: [s.size] });"],
  ["text of two holes is truthy", "const t = `${unknownText}${unknownText}` || 'z'; use({ Statement: [t] });"],
  ["join undefined", "use({ Statement: [['a', undefined, null, 'b'].join('-')] });"],
  ["template of list", "use({ Statement: [`${['a', null, ['b', undefined]]}`] });"],
  ["var in a branch", "var x = 'a'; if (unknownFlag) { var x = 'b'; } use({ Statement: [x] });"],
  ["var in either branch", "if (unknownFlag) { var x = 'a'; } else { var x = 'b'; } use({ Statement: [x] });"],
  ["var in a branch not taken", "var x = 'a'; if (false) { var x = 'b'; } use({ Statement: [x] });"],
  ["var without value", "var x = 'a'; var x; use({ Statement: [x] });"],
  ["var in a loop", "for (const one of unknownList) { var x = 'a'; } use({ Statement: [x] });"],
  ["counter after break", "let i; for (i = 0; i < 5; i++) { if (i === 2) { break; } } use({ Statement: [i] });"],
  [
    "counter after unknown break",
    "let i; for (i = 0; i < 5; i++) { if (unknownFlag) { break; } } use({ Statement: [i] });",
  ],
  [
    "do with break",
    "const l = []; let i = 2; do { if (unknownFlag) { break; } l.push('a'); } while (--i > 0); use({ Statement: [l] });",
  ],
  [
    "do continue",
    "const l = []; let i = 2; do { i--; if (unknownFlag) { continue; } l.push('a'); } while (i > 0); use({ Statement: [l] });",
  ],
  [
    "while with effects in test",
    "const l = ['a', 'b', 'c']; while (l.pop() !== 'a' && unknownFlag) { } use({ Statement: [l] });",
  ],
  ["template before change", "const l = ['a']; const t = `${l}${l.pop()}`; use({ Statement: [t] });"],
  [
    "arguments before change",
    "const l = ['a']; const f = (...all) => all; const m = f(...l, l.push('b') && 'c'); use({ Statement: [m] });",
  ],
  ["binding before change", "let x = 'a'; const m = [x, (x = 'b'), x]; use({ Statement: [m] });"],
  [
    "JSON copy of choice",
    "const l = []; const o = JSON.parse(JSON.stringify({ list: unknownFlag ? ['b'] : l })); o.list.push('x'); use({ Statement: [l] });",
  ],
  ["optional chaining", "const o = { ...(unknownFlag && { b: { c: 'x' } }) }; use({ Statement: [o.b?.c ?? 'z'] });"],
  ["optional chaining undefined", "const o = unknownFlag ? { c: 'x' } : undefined; use({ Statement: [o?.c ?? 'z'] });"],
  [
    "pop of choice",
    "const a = ['a'], b = ['b', 'c']; const x = (unknownFlag ? a : b).pop(); use({ Statement: [a, b, x] });",
  ],
  ["conditional member", "use({ Statement: [{ a: unknownFlag ? 'x' : 'y' }] });"],
  [
    "private field",
    "class C { #x = 'a'; get y() { return this.#x; } } use({ Statement: [{ ...new C() }, Object.keys(new C())] });",
  ],
  ["getter spread", "const o = { get a() { return 'x'; } }; use({ Statement: [{ ...o }] });"],
  [
    "getter after change",
    "const l = ['a']; const o = { get a() { return l.length; } }; l.push('b'); use({ Statement: [o.a] });",
  ],
  ["setter", "const o = { b: 'x', set a(v) { this.b = v; } }; o.a = 'y'; use({ Statement: [o.b] });"],
  [
    "class setter",
    "class C { b = 'x'; set a(v) { this.b = v; } } const c = new C(); c.a = 'y'; use({ Statement: [c.b] });",
  ],
  [
    "static inherited",
    "class A { static l = ['a']; } class B extends A {} B.l.push('b'); use({ Statement: [A.l, B.l] });",
  ],
  ["static shared", "class A { static l = 'a'; } class B extends A {} B.l = 'b'; use({ Statement: [A.l, B.l] });"],
  [
    "returned this",
    "class B { l = []; add(x) { this.l.push(x); return this; } } const b = new B().add('a').add('b'); use({ Statement: [b.l] });",
  ],
  [
    "detached method",
    "class B { l = ['q']; add(x) { this.l.push(x); return this.l; } } const b = new B(); const f = b.add.bind(b); f('a'); use({ Statement: [b.l] });",
  ],
  ["generator function", "function* g() { yield 'a'; } use({ Statement: [[...g()]] });"],
  ["arguments object", "function f() { return arguments.length; } use({ Statement: [f('a', 'b')] });"],
  ["default sees earlier", "const f = (a, b = a + 'x') => b; use({ Statement: [f('q'), f('q', 'r')] });"],
  ["default sees outer change", "let x = 'a'; const f = (b = x) => b; x = 'c'; use({ Statement: [f()] });"],
  ["function hoisted", "function use2() { return 'a'; } use({ Statement: [use2()] });"],
  ["closure reassigned", "let x = 'a'; const f = () => x; x = 'b'; use({ Statement: [f()] });"],
  [
    "labeled",
    "const l = []; outer: for (const a of ['a', 'b']) { for (const b of ['c', 'd']) { if (b === 'd') { continue outer; } l.push(a + b); } } use({ Statement: [l] });",
  ],
  [
    "switch continue",
    "const l = []; for (const a of ['a', 'b']) { switch (a) { case 'a': continue; } l.push(a); } use({ Statement: [l] });",
  ],
  [
    "finally return",
    "const f = () => { try { return 'a'; } finally { l.push('b'); } }; const l = []; use({ Statement: [f(), l] });",
  ],
  ["finally overrides", "const f = () => { try { return 'a'; } finally { return 'b'; } }; use({ Statement: [f()] });"],
  [
    "throwing call in try",
    "const f = () => { throw 1; }; let x = 'a'; try { x = f(); } catch { x = 'b'; } use({ Statement: [x] });",
  ],
  [
    "throwing call in try then more",
    "const f = () => { throw 1; }; const l = []; try { f(); l.push('a'); } catch { } use({ Statement: [l] });",
  ],
  [
    "early return in forEach",
    "const l = []; ['a', 'b'].forEach((x) => { if (x === 'a') { return; } l.push(x); }); use({ Statement: [l] });",
  ],
  ["nullish assign on member", "const o = { a: null }; o.a ??= 'x'; o.b ||= 'y'; use({ Statement: [o] });"],
  ["and assign", "const o = { a: 'q' }; o.a &&= 'x'; o.b &&= 'y'; use({ Statement: [o] });"],
  ["destructuring swap", "let a = 'a', b = 'b'; [a, b] = [b, a]; use({ Statement: [a, b] });"],
  ["destructuring string", "const [a, b] = 'xy'; use({ Statement: [a, b] });"],
  [
    "object rest after getter",
    "const { a, ...rest } = { a: 1, b: 2, get c() { return 3; } }; use({ Statement: [rest] });",
  ],
  ["numeric keys", "use({ Statement: [Object.keys({ b: 1, 2: 1, 1: 1 })] });"],
  ["numeric keys values", "use({ Statement: [Object.values({ b: 'x', 2: 'y' })[0]] });"],
  ["substring of surrogate", `use({ Statement: ['a\\u{1F600}b'.slice(1, 2), 'x'.at(0)] });`],
  [
    "replace first only",
    "use({ Statement: ['aXbX'.replace('X', '-'), 'aXbX'.replaceAll('X', '-'), 'a'.replace('b', '$')] });",
  ],
  ["replace function", "use({ Statement: ['aXb'.replace('X', () => 'q')] });"],
  [
    "slice negative",
    "use({ Statement: ['abc'.slice(-2), 'abc'.slice(-2, -1), 'abc'.slice(2, 1), 'abc'.substring(2, 0), 'abc'.slice(1, undefined)] });",
  ],
  [
    "slice NaN",
    "use({ Statement: ['abc'.slice(NaN), ['a', 'b'].slice(NaN), ['a', 'b'].slice(0.5, 1.5), 'abc'.slice(0.5, 1.5), 'abc'.substring(0.5, 1.5)] });",
  ],
  ["split limits", "use({ Statement: ['a:b'.split(':', 1), 'a:b'.split(), 'ab'.split('')] });"],
  ["concat nested", "use({ Statement: [['a'].concat(['b', ['c']], 'd')] });"],
  ["plus of list", "use({ Statement: [['a', 'b'] + 'c', 'x' + null + undefined + true + 1] });"],
  ["plus numbers first", "use({ Statement: [1 + 2 + 'x', 'x' + 1 + 2, 1 + true + 'x', null + 'x'] });"],
  ["numbers", "use({ Statement: [7 % 3, 7 / 2, 0.1 + 0.2, -7 % 3, 1 / 0, 0 / 0] });"],
  ["minus text", "let x = '3'; x -= 1; x++; use({ Statement: [x] });"],
  ["update of text", "let x = 'a'; const y = x++; use({ Statement: [x, y] });"],
  ["prefix", "let x = 1; const y = ++x + x++; use({ Statement: [x, y] });"],
  ["sequence", "let x = 'a'; const y = (x = 'b', x + 'c'); use({ Statement: [x, y] });"],
  [
    "typeof",
    "use({ Statement: [typeof 'a', typeof 1, typeof undefined, typeof null, typeof [], typeof (() => 1), typeof undeclared] });",
  ],
  ["void", "use({ Statement: [void 0 ?? 'x'] });"],
  ["in", "use({ Statement: ['a' in { a: 1 }, 'b' in { a: 1 }, 'toString' in {}] });"],
  ["in optional", "use({ Statement: ['a' in { ...(unknownFlag && { a: 1 }) }] });"],
  [
    "equality of lists",
    "const l = []; const m = unknownFlag ? l : []; use({ Statement: [l === m, l === l, [] === []] });",
  ],
  ["equality null", "use({ Statement: [null == undefined, null === undefined, '1' == 1, 0 == ''] });"],
  ["indexOf duplicates", "use({ Statement: [['a', unknownText].indexOf('a'), ['b'].indexOf('a')] });"],
  [
    "includes choice",
    "use({ Statement: [[unknownFlag ? 'a' : 'b'].includes('a'), ['a', unknownText].includes('a')] });",
  ],
  [
    "reduce right",
    "use({ Statement: [['a', 'b'].reduceRight((all, one) => all + one), ['a', 'b'].reduceRight((all, one, i) => all + one + i, '')] });",
  ],
  [
    "reduce index",
    "use({ Statement: [['a', 'b'].reduce((all, one, i) => all + i), ['a', 'b'].reduce((all, one, i) => all + i, '')] });",
  ],
  [
    "flat depth",
    "use({ Statement: [[['a', [['b']]]].flat(), [['a', [['b']]]].flat(Infinity), [['a', [['b']]]].flat(0)] });",
  ],
  ["array length constructor", "use({ Statement: [new Array(3).length, new Array('a', 'b'), Array(2).length] });"],
  ["Array.from length", "use({ Statement: [Array.from({ length: 2 }, (_, i) => 'a' + i)] });"],
  ["Array.from set map", "use({ Statement: [Array.from(new Set(['a', 'a']), (x) => x + 'b')] });"],
  ["spread string", "use({ Statement: [[...'ab']] });"],
  [
    "destructured for of",
    "const l = []; for (const { a, b = 'q' } of [{ a: 'x' }, { a: 'y', b: 'z' }]) { l.push(a + b); } use({ Statement: [l] });",
  ],
  [
    "function mutates parameter",
    "const add = (l) => { l.push('x'); return l; }; const a = []; const b = add(a); b.push('y'); use({ Statement: [a, b] });",
  ],
  [
    "function reassigns parameter",
    "const add = (l) => { l = [...l, 'x']; l.push('y'); return l; }; const a = []; const b = add(a); use({ Statement: [a, b] });",
  ],
  [
    "list inside object aliased",
    "const l = []; const o = { l }; const p = { ...o }; p.l.push('x'); use({ Statement: [l, o, p] });",
  ],
  [
    "slice shares objects",
    "const l = [{ a: 1 }]; const m = l.slice(); m[0].a = 2; m.push(1); use({ Statement: [l, m] });",
  ],
  [
    "structuredClone",
    "const o = { l: ['a'] }; const p = structuredClone(o); p.l.push('b'); use({ Statement: [o, p] });",
  ],
  ["frozen", "const o = Object.freeze({ a: 1 }); try { o.a = 2; } catch {} use({ Statement: [o] });"],
  ["recursion", "const f = (n) => n === 0 ? [] : ['x' + n, ...f(n - 1)]; use({ Statement: [f(3)] });"],
  [
    "mutual recursion",
    "function even(n) { return n === 0 ? 'e' : odd(n - 1); } function odd(n) { return n === 0 ? 'o' : even(n - 1); } use({ Statement: [even(7)] });",
  ],
  [
    "memo",
    "const cache = {}; const f = (k) => cache[k] ??= [k]; f('a').push('b'); use({ Statement: [f('a'), cache] });",
  ],
  ["shadowing", "const x = 'a'; { const x = 'b'; } const f = (x) => x; use({ Statement: [x, f('c')] });"],
  [
    "class field order",
    "class A { a = 'x'; b = this.a + 'y'; constructor() { this.a = 'z'; } } class B extends A { c = this.a; } const b = new B(); use({ Statement: [b.a, b.b, b.c] });",
  ],
  [
    "super method",
    "class A { l() { return ['a']; } } class B extends A { l() { return [...super.l(), 'b']; } } use({ Statement: [new B().l()] });",
  ],
  [
    "virtual call in constructor",
    "class A { constructor() { this.l = this.make(); } make() { return 'a'; } } class B extends A { make() { return 'b'; } } use({ Statement: [new B().l] });",
  ],
  ["instanceof", "class A {} use({ Statement: [new A() instanceof A] });"],
  ["toString of object", "use({ Statement: ['x' + {}] });"],
  ["spread of undefined and null", "use({ Statement: [{ a: 1, ...undefined, ...null, ...false }] });"],
  ["computed number keys", "const o = {}; o[1] = 'a'; o['1'] += 'b'; use({ Statement: [o[1], o] });"],
  ["string index", "use({ Statement: ['abc'[1], 'abc'.length, 'abc'.charAt(1)] });"],
  ["list name index", "const l = ['a']; l.x = 'b'; use({ Statement: [l.length, l[0]] });"],
  ["for in list", "const m = []; for (const i in ['a', 'b']) { m.push(i); } use({ Statement: [m] });"],
  ["sort returns same", "const l = ['b', 'a']; const m = l.sort(); m.push('c'); use({ Statement: [l, m] });"],
  ["splice result", "const l = ['a', 'b', 'c']; const m = l.splice(1, 1, 'x'); use({ Statement: [l, m] });"],
  ["splice negative", "const l = ['a', 'b', 'c']; l.splice(-2, 1); use({ Statement: [l] });"],
  ["splice undefined count", "const l = ['a', 'b', 'c']; l.splice(1, undefined, 'x'); use({ Statement: [l] });"],
  ["unshift many", "const l = ['c']; l.unshift('a', 'b'); use({ Statement: [l] });"],
  ["push spread of itself", "const l = ['a']; l.push(...l); use({ Statement: [l] });"],
  [
    "merge same element twice",
    "const l = []; if (unknownFlag) { l.push('a'); l.push('a'); } use({ Statement: [l.length] });",
  ],
  [
    "merge then index",
    "const l = ['a']; if (unknownFlag) { l.unshift('b'); } use({ Statement: [l[0], l.length, l.at(-1)] });",
  ],
  [
    "destructure unknown length",
    "const l = ['a']; if (unknownFlag) { l.unshift('b'); } const [x, ...y] = l; use({ Statement: [x, y] });",
  ],
  [
    "reverse of optional",
    "const l = ['a', ...(unknownFlag ? ['b'] : [])]; l.reverse(); use({ Statement: [l, l[0]] });",
  ],
  ["toString cyclic", "const l = ['a']; l.push(l); use({ Statement: [`${l}`] });"],
  [
    "deep recursion: effects on list",
    "const l = []; const f = (n) => { if (n > 0) { l.push('x' + n); f(n - 1); } }; f(45); use({ Statement: [l] });",
  ],
  [
    "deep recursion: effect on binding",
    "let x = 'a'; const f = (n) => { if (n === 0) { x = 'b'; } else { f(n - 1); } }; f(45); use({ Statement: [x] });",
  ],
  [
    "deep recursion: result",
    "const f = (n) => (n === 0 ? [] : ['x', ...f(n - 1)]); use({ Statement: [f(45), f(45).length] });",
  ],
  [
    "long loop: then a function",
    "let n = 0; for (let i = 0; i < 60000; i++) { n++; } const f = (l) => { if (l.length > 0) { return 'a'; } return 'b'; }; use({ Statement: [f([]), f(['q'])] });",
  ],
  [
    "long list: callback effect",
    "let x = 'a'; Array.from(new Set(['q'])).forEach(() => { x = 'b'; }); use({ Statement: [x] });",
  ],
  [
    "long loop: then a loop",
    "let n = 0; for (let i = 0; i < 60000; i++) { n++; } let x = 'a'; for (const one of ['b', 'c']) { x = one; } use({ Statement: [x] });",
  ],
  [
    "long loop: then a list method",
    "let n = 0; for (let i = 0; i < 60000; i++) { n++; } const l = ['a']; l.push('b'); l.unshift('c'); const m = ['x', 'y']; m.pop(); use({ Statement: [l, m, l.length, ['a', 'b'].map((q) => q + 'z')] });",
  ],
  [
    "long loop: then texts",
    "let n = 0; for (let i = 0; i < 60000; i++) { n++; } use({ Statement: [`${'a'}b`, 'a' + 'b', 'ab'.replace('a', 'c'), ['a', ...['b']].length, { ...{ a: 1 }, b: 2 }, Object.keys({ a: 1 })] });",
  ],
  [
    "deep nesting: late effects",
    `let x = 'a'; const l = []; [${"[".repeat(210)}x = 'b', l.push('q')${"]".repeat(210)}]; x = 'c'; use({ Statement: [x, l] });`,
  ],
  [
    "labelled break",
    "let x = 'a'; outer: for (const a of ['1', '2']) { for (const b of ['3', '4']) { if (b === '4') { break outer; } x = a + b; } } use({ Statement: [x] });",
  ],
  [
    "labelled continue",
    "let x = 'a'; outer: for (const a of ['1', '2']) { for (const b of ['3', '4']) { if (b === '4') { continue outer; } } x = a; } use({ Statement: [x] });",
  ],
  [
    "labelled block",
    "let x = 'a'; block: { x = 'b'; if (unknownFlag) { break block; } x = 'c'; } use({ Statement: [x] });",
  ],
  [
    "getter that is deleted",
    "const o = { get a() { return 'a'; } }; delete o.a; o.a = 'b'; use({ Statement: [o.a] });",
  ],
  [
    "getter that may be deleted",
    "let x = 'x'; const o = { get a() { x = 'y'; return 'a'; } }; if (unknownFlag) { delete o.a; } const l = [o.a, x]; use({ Statement: l });",
  ],
  [
    "setter that is deleted",
    "const l = []; const o = { set a(value) { l.push(value); } }; delete o.a; o.a = 'b'; use({ Statement: [l, o.a] });",
  ],
  [
    "member that is set unless an unknown key has set it",
    "const o = { [unknownText]: 'x' }; o.a ??= 'b'; use({ Statement: [o.a] });",
  ],
  [
    "member that is set unless an unknown spread has it",
    "const o = { ...unknownObject }; o.a ??= 'b'; if (unknownFlag) { o.b = 'c'; } use({ Statement: [o.a, o.b] });",
  ],
  [
    "keys of an object with a getter, of which one may be set",
    "const o = { get b() { return 'b'; } }; if (unknownFlag) { o.a = 1; } use({ Statement: Object.keys(o) });",
  ],
  [
    "entries of an object that unknown code may have changed",
    "const o = { a: 'a' }; Reflect.set(o, 'a', 'b'); use({ Statement: [Object.entries(o), Object.values(o)] });",
  ],
  [
    "list that one case replaces, changed by its first name",
    "let l = []; const o = l; if (unknownFlag) { l = []; } l.push('a'); use({ Statement: [o, l] });",
  ],
  [
    "list that one case replaces, changed by its other name",
    "let l = ['a']; const o = l; if (unknownFlag) { l = [...l, 'b']; } o.push('c'); use({ Statement: [o, l] });",
  ],
  [
    "list of one case that has another name",
    "let l = []; const o = {}; if (unknownFlag) { l = []; o.list = l; } l.push('a'); use({ Statement: [l, o.list] });",
  ],
  [
    "template with a list of what is not known, which it changes",
    "const l = [unknownText]; const x = `${l}-${l.shift()}`; use({ Statement: [x] });",
  ],
  ["labelled block that returns", "const f = () => { block: { return 'a'; } }; use({ Statement: [f()] });"],
  [
    "labelled loop that returns",
    "const f = () => { outer: for (const a of ['1', '2']) { for (const b of ['1', '2']) { if (b === '2') continue outer; if (a === '2') return a; } } return 'c'; }; use({ Statement: [f()] });",
  ],
  [
    "labelled block that throws",
    "let x = 'a'; try { block: { throw 'b'; } x = 'c'; } catch { x = x + 'd'; } use({ Statement: [x] });",
  ],
  ["labelled block, known", "let x = 'a'; block: { x = 'b'; break block; x = 'c'; } use({ Statement: [x] });"],
  [
    "generator effects",
    "let x = 'a'; function* g() { x = 'b'; yield 'q'; } for (const one of g()) {} use({ Statement: [x] });",
  ],
  ["callback of unknown function", "let x = 'a'; unknownList.forEach(() => { x = 'b'; }); use({ Statement: [x] });"],
  ["getter effects", "let x = 'a'; const o = { get a() { x = 'b'; return 'q'; } }; o.a; use({ Statement: [x] });"],
  [
    "getter of class spread",
    "class A { a = 'q'; get b() { return 'r'; } } use({ Statement: [{ ...new A() }, Object.keys(new A())] });",
  ],
  [
    "Object.entries on instance",
    "class A { a = 'q'; m() {} f = () => 1; } use({ Statement: [Object.keys(new A())] });",
  ],
  ["method in object is a key", "use({ Statement: [Object.keys({ a: 1, m() {} })] });"],
  ["getter in object is a key", "use({ Statement: [Object.keys({ a: 1, get m() { return 2; } })] });"],
  ["spread of a function", "use({ Statement: [{ ...(() => 1) }] });"],
  [
    "assign to a constant list element",
    "const l = [['a'], ['b']]; const [x] = l; x.push('c'); l[1] = x; use({ Statement: [l] });",
  ],
  [
    "alias through Map",
    "const m = new Map(); const l = []; m.set('a', l); m.get('a').push('x'); use({ Statement: [l] });",
  ],
  [
    "alias through find",
    "const l = [{ n: 'a', v: [] }, { n: 'b', v: [] }]; l.find((o) => o.n === 'b').v.push('x'); use({ Statement: [l] });",
  ],
  [
    "alias through filter",
    "const l = [{ v: [] }, { v: [] }]; l.filter((o, i) => i === 1)[0].v.push('x'); use({ Statement: [l] });",
  ],
  [
    "alias through unknown index",
    "const l = [['a'], ['b']]; l[unknownText.length]?.push('x'); use({ Statement: [l] });",
  ],
  [
    "alias through unknown key",
    "const o = { a: ['a'], b: ['b'] }; o[unknownText]?.push('x'); use({ Statement: [o] });",
  ],
  [
    "alias through at of unknown",
    "const l = [['a'], ['b']]; l.at(unknownFlag ? 0 : 1).push('x'); use({ Statement: [l] });",
  ],
  [
    "alias through pop of not fixed",
    "const l = [['a']]; if (unknownFlag) { l.push(['b']); } l.pop().push('x'); const m = [['c']]; const k = [...m]; if (unknownFlag) { k.push(['q']); } k.pop().push('x'); use({ Statement: [l, m] });",
  ],
  [
    "alias through destructuring of not fixed",
    "const a = ['a']; const l = [a]; if (unknownFlag) { l.unshift(['b']); } const [x] = l; x.push('q'); use({ Statement: [a] });",
  ],
  [
    "alias through find of not fixed",
    "const a = { v: [] }; const l = [a]; if (unknownFlag) { l.unshift({ v: [] }); } l.find(() => true).v.push('q'); use({ Statement: [a] });",
  ],
  [
    "alias through forEach of not fixed",
    "const a = { v: [] }; const l = [a]; if (unknownFlag) { l.unshift({ v: [] }); } l.forEach((o) => o.v.push('q')); use({ Statement: [a] });",
  ],
  [
    "alias through Object.values of choice",
    "const a = { v: [] }; const b = { v: [] }; Object.values(unknownFlag ? a : b)[0].push('x'); use({ Statement: [a, b] });",
  ],
  [
    "alias through logical",
    "const a = []; const b = []; ((unknownFlag && a) || b).push('x'); use({ Statement: [a, b] });",
  ],
  [
    "alias through nullish",
    "const o = { ...(unknownFlag && { l: [] }) }; const d = ['d']; (o.l ?? d).push('x'); use({ Statement: [o, d] });",
  ],
  [
    "alias through default parameter",
    "const shared = []; const f = (l = shared) => { l.push('x'); return l; }; f(); f(['q']); use({ Statement: [shared] });",
  ],
  [
    "alias through closure variable",
    "let l = ['a']; const add = () => { l.push('x'); }; const old = l; l = ['b']; add(); use({ Statement: [old, l] });",
  ],
  [
    "alias through return of unknown branch",
    "const a = [], b = []; const f = () => { if (unknownFlag) { return a; } return b; }; f().push('x'); use({ Statement: [a, b] });",
  ],
  ["alias through class field", "const l = []; class A { v = l; } new A().v.push('x'); use({ Statement: [l] });"],
  [
    "alias through spread parameter",
    "const l = [['a']]; const f = (...all) => { all[0].push('x'); }; f(...l); use({ Statement: [l] });",
  ],
  ["alias through splice", "const a = ['a']; const l = [a]; l.splice(0, 1)[0].push('x'); use({ Statement: [a] });"],
  ["alias through Array.from map", "const a = ['a']; Array.from([a], (q) => q)[0].push('x'); use({ Statement: [a] });"],
  [
    "alias through Object.fromEntries",
    "const a = ['a']; Object.fromEntries([['k', a]]).k.push('x'); use({ Statement: [a] });",
  ],
  ["alias through flat", "const a = ['a']; [[a]].flat()[0].push('x'); use({ Statement: [a] });"],
  ["alias through reduce", "const a = ['a']; [a].reduce((all, one) => one, null).push('x'); use({ Statement: [a] });"],
  [
    "alias through sort",
    "const a = ['a'], b = ['b']; [b, a].sort((p, q) => (p[0] < q[0] ? -1 : 1))[0].push('x'); use({ Statement: [a, b] });",
  ],
  [
    "alias through this",
    "const o = { l: [], add(x) { this.l.push(x); return this; } }; const p = o; p.add('a').add('b'); use({ Statement: [o.l] });",
  ],
  [
    "alias through Object.assign target",
    "const o = {}; const p = Object.assign(o, { l: [] }); p.l.push('x'); p.b = 'q'; use({ Statement: [o] });",
  ],
  ["alias through catch", "const l = []; try { throw l; } catch (e) { e.push('x'); } use({ Statement: [l] });"],
  [
    "alias through thrown object",
    "const o = { a: [] }; const f = () => { throw o; }; try { f(); } catch (e) { e.a.push('x'); } use({ Statement: [o] });",
  ],
  ["alias through new Set", "const a = ['a']; for (const x of new Set([a])) { x.push('x'); } use({ Statement: [a] });"],
  [
    "alias through yield",
    "const a = ['a']; function* g() { yield a; } for (const x of g()) { x.push('x'); } use({ Statement: [a] });",
  ],
  [
    "alias through await",
    "const a = ['a']; const f = async () => a; f().then((x) => x.push('x')); use({ Statement: [a] });",
  ],
  [
    "alias through apply",
    "const a = ['a']; function f(x) { x.push('x'); } f.apply(null, [a]); f.call(null, a); f.bind(null, a)(); use({ Statement: [a] });",
  ],
  ["push applied", "const a = ['a']; Array.prototype.push.apply(a, ['x']); use({ Statement: [a] });"],
  ["push detached", "const a = ['a']; const push = a.push.bind(a); push('x'); use({ Statement: [a] });"],
  ["computed push", "const a = ['a']; a['push']('x'); const name = 'push'; a[name]('y'); use({ Statement: [a] });"],
  ["unknown method", "const a = ['a']; a[unknownFlag ? 'push' : 'unshift']('x'); use({ Statement: [a] });"],
  ["optional call", "const a = ['a']; a?.push?.('x'); use({ Statement: [a] });"],
  ["Reflect.set", "const o = { a: 1 }; Reflect.set(o, 'a', 2); use({ Statement: [o] });"],
  [
    "Object.defineProperty",
    "const o = { a: 1 }; Object.defineProperty(o, 'a', { value: 2 }); use({ Statement: [o] });",
  ],
  ["setter of literal", "let x = 'a'; const o = { set v(q) { x = q; } }; o.v = 'b'; use({ Statement: [x] });"],
  ["swap via destructuring members", "const o = { a: 'a', b: 'b' }; [o.a, o.b] = [o.b, o.a]; use({ Statement: [o] });"],
  [
    "destructuring assignment with rest",
    "let a, rest; ({ a, ...rest } = { a: 1, b: 2 }); use({ Statement: [a, rest] });",
  ],
  ["compound member", "const o = { a: 'a' }; o.a += 'b'; o['a'] += 'c'; use({ Statement: [o] });"],
  [
    "compound with effects in target",
    "const l = [{ a: 'a' }, { a: 'b' }]; l.shift().a += 'c'; use({ Statement: [l] });",
  ],
  ["update with effects in target", "const l = [[1], [2]]; l.shift()[0]++; use({ Statement: [l] });"],
  ["chained assignment", "let a, b; a = b = ['x']; a.push('y'); use({ Statement: [a, b] });"],
  ["comma in for", "let s = ''; for (let i = 0, j = 3; i < j; i++, j--) { s += i + '' + j; } use({ Statement: [s] });"],
  [
    "nested closures count",
    "const make = () => { let n = 0; return () => 'x' + n++; }; const a = make(); const b = make(); use({ Statement: [a(), a(), b()] });",
  ],
  [
    "two instances",
    "class A { l = []; } const a = new A(), b = new A(); a.l.push('x'); use({ Statement: [a.l, b.l] });",
  ],
  [
    "prototype method override on instance",
    "class A { m() { return 'a'; } } const a = new A(); a.m = () => 'b'; use({ Statement: [a.m(), new A().m()] });",
  ],
  [
    "static this",
    "class A { static l = []; static add(x) { this.l.push(x); return this; } } A.add('a').add('b'); use({ Statement: [A.l] });",
  ],
  [
    "class expression name",
    "const A = class B { static m() { return B.v; } static v = 'a'; }; use({ Statement: [A.m()] });",
  ],
  ["new of returned object", "class A { constructor() { return { a: 'b' }; } } use({ Statement: [new A().a] });"],
  ["function as constructor", "function A() { this.a = 'b'; } use({ Statement: [new A().a] });"],
  [
    "this at top of arrow",
    "const o = { a: 'x', f() { return ['q'].map(() => this.a); } }; use({ Statement: [o.f()] });",
  ],
  [
    "this of callback function",
    "const o = { a: 'x', f() { return ['q'].map(function () { return this?.a ?? 'lost'; }); } }; use({ Statement: [o.f()] });",
  ],
  [
    "this of borrowed",
    "const o = { a: 'x', f() { return this.a; } }; const p = { a: 'y', f: o.f }; use({ Statement: [p.f(), o.f()] });",
  ],
  [
    "set: delete, clear, has, values, keys, forEach",
    "const s = new Set(['a', 'b', 'c']); s.delete('a'); const seen = []; s.forEach((one) => seen.push(one)); const k = [...s.keys()], v = [...s.values()]; const t = new Set(['q']); t.clear(); use({ Statement: [[...s], seen, k, v, s.has('a'), s.has('b'), [...t]] });",
  ],
  [
    "set: delete of a choice",
    "const s = new Set(['a', 'b']); s.delete(unknownFlag ? 'a' : 'b'); use({ Statement: [[...s]] });",
  ],
  ["set: of scalars and lists", "const l = ['x']; use({ Statement: [[...new Set([1, 1, true, l, l, {}])]] });"],
  ["set: unknown method", "const s = new Set(['a']); s.isSubsetOf; use({ Statement: [[...s], s.size, s.foo] });"],
  ["set: without values", "const s = new Set(); s.add('a'); s.add('a').add('b'); use({ Statement: [[...s]] });"],
  [
    "array class",
    "const l = new Array(); l.push('a'); const m = Array('a', 'b'); const k = new Array('a', 'b'); use({ Statement: [l, m, k] });",
  ],
  ["arithmetic", "use({ Statement: [7 - 2, 7 * 2, 7 / 2, 7 % 2, 2 ** 3, -7, -'7', +'7', ~7, 'a' - 1, true - 1] });"],
  [
    "unary",
    "use({ Statement: [typeof 'a', typeof 1, typeof true, typeof null, typeof undefined, typeof {}, typeof [], typeof (() => 1), void 0, !'a', !'', !0, !null, !unknownFlag] });",
  ],
  [
    "comparisons",
    "use({ Statement: [1 < 2, 'a' < 'b', 2 <= 2, 'b' > 'a', 'a' >= 'b', 1 === 1, 'a' == 'a', null == undefined, null === undefined, 'a' !== 'b', NaN === NaN, [] === [], {} == {}] });",
  ],
  [
    "delete unknown key of a choice",
    "const a = { x: 1 }, b = { y: 2 }; delete (unknownFlag ? a : b)[unknownText]; use({ Statement: [a, b] });",
  ],
  ["delete an element", "const l = ['a', 'b']; delete l[0]; use({ Statement: [l.length] });"],
  [
    "string parts",
    "const t = ' Ab:cD '; use({ Statement: [t.trim(), t.trimStart(), t.trimEnd(), t.toLowerCase(), t.toUpperCase(), t.toString(), t.valueOf(), t.length] });",
  ],
  [
    "substring",
    "const t = 'abcdef'; use({ Statement: [t.substring(2), t.substring(4, 2), t.substring(-1, 3), t.slice(-2), t.slice(1, -1), t.slice(3, 1), t.substring(unknownText.length)] });",
  ],
  [
    "string questions",
    "const t = 'ims:images:list'; use({ Statement: [t.startsWith('ims:'), t.endsWith('list'), t.includes('images'), t.startsWith('x'), t.includes(unknownText), t.startsWith('i', 1)] });",
  ],
  ["case of a letter that grows", "use({ Statement: ['stra\\u00dfe'.toUpperCase()] });"],
  [
    "split and join",
    "use({ Statement: ['a,b,c'.split(','), 'a b'.split(' ').join(':'), 'a,b'.split(unknownText), ['a', 'b'].join(unknownText), [1, null, undefined, 'x'].join()] });",
  ],
  [
    "replace",
    "use({ Statement: ['a-b-a'.replace('a', 'x'), 'a-b-a'.replaceAll('a', 'x'), 'abc'.replace('z', 'x'), 'abc'.replace(unknownText, 'x')] });",
  ],
  [
    "concat of texts",
    "use({ Statement: ['a'.concat('b', 'c'), 'a'.concat(1), 'a'.concat(unknownText), 'ab'.repeat(2), 'a'.padStart(3, 'x')] });",
  ],
  [
    "super members",
    "class A { get x() { return 'a'; } m() { return 'm'; } } class B extends A { get x() { return super.x + 'b'; } m() { return super.m() + super.none; } } use({ Statement: [new B().x, new B().m()] });",
  ],
  [
    "computed field",
    "const k = 'x'; class A { [k] = 'a'; static [k] = 'b'; ['y'] = 'c'; } use({ Statement: [new A().x, A.x, new A().y] });",
  ],
  [
    "static block and accessor",
    "class A { static l = []; static { A.l.push('a'); this.l.push('b'); } static get all() { return this.l; } } use({ Statement: [A.all] });",
  ],
  [
    "nullish and logical assignment",
    "const o = { a: null, b: 'b', c: '' }; o.a ??= 'x'; o.b &&= 'y'; o.c ||= 'z'; let t = undefined; t ??= 'w'; let u = unknownText; u ||= 'v'; use({ Statement: [o, t, u] });",
  ],
  [
    "length of a list that is cut",
    "const l = ['a', 'b', 'c']; l.length = 2; const m = ['a']; m.length = 0; use({ Statement: [l, m] });",
  ],
  [
    "every, some, find, findLast, indexOf, includes, at",
    "const l = ['a', 'b', 'c']; use({ Statement: [l.every((one) => one !== 'z'), l.some((one) => one === 'b'), l.find((one) => one > 'a'), l.findLast((one) => one > 'a'), l.indexOf('c'), l.indexOf('z'), l.includes('b'), l.at(-1), l.at(9)] });",
  ],
  [
    "entries and keys of a list",
    "use({ Statement: [[...['a', 'b'].entries()], [...['a', 'b'].keys()], [...['a', 'b'].values()]] });",
  ],
  [
    "flat and flatMap",
    "use({ Statement: [[['a'], [['b']]].flat(2), ['a', 'b'].flatMap((one) => [one, one + '2']), [['a'], 'b'].flat()] });",
  ],
  [
    "from entries",
    "use({ Statement: [Object.fromEntries([['a', 1], ['b', 2]]), Object.entries({ x: 'y' }), Object.keys({ 2: 'a', 1: 'b' }).length] });",
  ],
  [
    "Array.from and Array.of",
    "use({ Statement: [Array.from(['a', 'b']), Array.from(new Set(['a', 'a'])), Array.from(['a'], (one) => one + 'x'), Array.of('a', 'b'), Array.isArray([]), Array.isArray('a')] });",
  ],
  ["for in", "const seen = []; for (const key in { a: 1, b: 2 }) { seen.push(key); } use({ Statement: [seen] });"],
  ["do while", "let i = 0; const l = []; do { l.push('a' + i); i++; } while (i < 3); use({ Statement: [l, i] });"],
  [
    "do while that ends at once",
    "const l = []; do { l.push('a'); break; } while (unknownFlag); use({ Statement: [l] });",
  ],
  [
    "switch on a known value",
    "let x; switch ('b') { case 'a': x = 1; break; case 'b': x = 2; break; default: x = 3; } use({ Statement: [x] });",
  ],
  [
    "switch on an unknown value",
    "let x = 0; switch (unknownText) { case 'a': x = 1; break; case 'zz': x = 2; default: x = 3; } use({ Statement: [x] });",
  ],
  [
    "continue of a loop",
    "const l = []; for (const one of ['a', 'b', 'c']) { if (one === 'b') { continue; } l.push(one); } use({ Statement: [l] });",
  ],
  [
    "early return of a loop",
    "const f = () => { for (const one of ['a', 'b']) { if (unknownFlag) { return one; } } return 'z'; }; use({ Statement: [f()] });",
  ],
  [
    "call, apply, bind",
    "function f(...all) { return [this?.x, ...all]; } use({ Statement: [f.call({ x: 'a' }, 'b'), f.apply({ x: 'a' }, ['b', 'c']), f.bind({ x: 'a' })('d')] });",
  ],
  [
    "default parameters and rest",
    "const f = (a, { b = 'x', ...c } = {}, [d = 'y', ...e] = []) => [a, b, c, d, e]; use({ Statement: [f('a'), f('a', { b: 'b', q: 'q' }, ['d', 'e'])] });",
  ],
  [
    "getter and setter of an object",
    "const o = { l: [], get all() { return this.l; }, set add(one) { this.l.push(one); } }; o.add = 'a'; use({ Statement: [o.all] });",
  ],
  [
    "finally",
    "const l = []; const f = () => { try { return 'a'; } finally { l.push('b'); } }; const x = f(); use({ Statement: [x, l] });",
  ],
  [
    "thrown on one way",
    "const l = []; const f = () => { l.push('a'); if (unknownFlag) { throw new Error(); } l.push('b'); }; try { f(); } catch { l.push('c'); } use({ Statement: [l] });",
  ],
  [
    "freeze and seal",
    "use({ Statement: [Object.freeze(['a']), Object.seal({ a: 1 }), structuredClone({ a: ['b'] }), String('a'), String(1), Boolean('a'), Number('1')] });",
  ],
  [
    "sort of known texts",
    "use({ Statement: [['b', 'a'].sort(), ['b', 'a'].toSorted(), ['a', 'b'].toReversed(), ['a', 'b'].reverse(), [10, 9].sort()] });",
  ],
  [
    "splice and slice",
    "const l = ['a', 'b', 'c']; const r = l.splice(1, 1, 'x', 'y'); use({ Statement: [l, r, l.slice(1), l.slice(-1), l.slice(0, unknownText.length)] });",
  ],
  [
    "target before value",
    "const l = []; l[l.length] = (() => { l.push('a'); return 'b'; })(); use({ Statement: [l] });",
  ],
  [
    "unordered for-of",
    "let x; for (const one of ['a', 'b'].sort((one, other) => (one < other ? 1 : -1))) { x = one; } use({ Statement: [x] });",
  ],
  [
    "closure of let",
    "const makers = []; for (let i = 0; i < 2; i++) { makers.push(() => i); } use({ Statement: [makers.map((make) => make())] });",
  ],
  ["spread before change", "const l = ['a']; const m = [...l, l.push('b') && 'c']; use({ Statement: [m] });"],
  ["object spread before change", "const o = { a: 1 }; const p = { ...o, b: (o.a = 2) }; use({ Statement: [p] });"],
  [
    "long loop: late change of a binding",
    "let x = 'a'; for (let i = 0; i < 60000; i++) { if (i === 59999) { x = 'b'; } } use({ Statement: [x] });",
  ],
  ["long loop: counter", "let n = 0; for (let i = 0; i < 60000; i++) { n++; } use({ Statement: [n] });"],
  [
    "deep nesting: effects",
    `let x = 'a'; ${"(() => { ".repeat(60)}x = 'b';${" })();".repeat(60)} use({ Statement: [x] });`,
  ],
  ["generator effects, not begun", "let x = 'a'; function* g() { x = 'b'; yield 'q'; } g(); use({ Statement: [x] });"],
  [
    "alias through arguments",
    "const a = ['a']; function f() { arguments[0].push('x'); } f(a); use({ Statement: [a] });",
  ],
  ["spread of what is not known after a member", "use({ Statement: [({ b: 'a', ...unknownObject }).b] });"],
  ["assign of what is not known", "const o = { b: 'x' }; Object.assign(o, unknownObject); use({ Statement: [o.b] });"],
  [
    "computed key that is not known after a member",
    "const o = { b: 'x', [unknownText]: 'y' }; use({ Statement: [o.b, Object.values(o)[0]] });",
  ],
  ["spread of undefined over a member", "use({ Statement: [({ ...{ b: 'a' }, ...{ b: undefined } }).b] });"],
  ["entry without a value", "const o = Object.fromEntries([['b']]); use({ Statement: [{ ...{ b: 'a' }, ...o }.b] });"],
  [
    "spread of an object that may have changed",
    "const o = unknownFlag ? { list: 'a' } : {}; Object.assign(o, { list: 'b' }); const { list = 'c' } = { ...o }; use({ Statement: [list] });",
  ],
  [
    "rest of one of two objects",
    "const o = { more: [] }; const { ...rest } = unknownFlag ? unknownObject : o; rest.more?.push('a'); use({ Statement: [o] });",
  ],
  ["key repeated beside a spread", "use({ Statement: [Object.keys({ ...{}, a: 'x', b: 'y', a: 'z' })] });"],
  [
    "entries of an object with an undefined member",
    "const l = []; for (const [key, value] of Object.entries({ b: [][0], x: l })) { l.push(key + value); } use({ Statement: [l] });",
  ],
  [
    "callbacks on a list whose order is not known",
    "const l = []; [3, 1, 2].sort((one, other) => other - one).forEach((one) => { l.push(one); }); use({ Statement: [l] });",
  ],
  [
    "search in a list whose order is not known",
    "let x; [1, 2].sort((one, other) => other - one).find((one) => { x ??= one; }); use({ Statement: [x] });",
  ],
  [
    "joined lists whose order is not known",
    "use({ Statement: [['a'].flatMap(() => ['b', 'c'].sort(() => -1)), [['b', 'c'].sort(() => -1)].flat()] });",
  ],
  [
    "callback that shortens its list",
    "const l = [1, 1]; const m = []; l.forEach(() => { m.push('a'); l.pop(); }); use({ Statement: [m, l] });",
  ],
  [
    "loop that shortens its list",
    "const l = [1, 1, 1]; const m = []; for (const one of l) { m.push('a'); l.pop(); } use({ Statement: [m, l] });",
  ],
  [
    "for-in over an object that it changes",
    "const o = { a: 'x', b: 'y' }; const l = []; for (const key in o) { l.push(key); delete o.b; } use({ Statement: [l] });",
  ],
  ["search in a list that is not known", "let n = 0; [...unknownText].find(() => { n++; }); use({ Statement: [n] });"],
  [
    "empty list replaced by another one",
    "const other = ['x']; let l = []; if (unknownFlag) { l = other; } l.push('a'); use({ Statement: [other] });",
  ],
  [
    "empty list replaced by another one in a loop",
    "const other = []; let l = []; for (const one of unknownList) { l = other; } l.push('a'); use({ Statement: [other] });",
  ],
  [
    "list that is a property of a list",
    "const l = ['a']; const o = []; o.list = l; o.list.push('b'); use({ Statement: [l] });",
  ],
  [
    "do-while that may end in its first round",
    "const l = []; do { l.push('a'); if (unknownFlag) { break; } } while (l.length < 2); use({ Statement: [l] });",
  ],
  ["reduce that changes its list", "const l = ['a']; l.reduce(() => { l[0] = 'b'; }, 1); use({ Statement: [l] });"],
  ["list of a set whose order is not known", "use({ Statement: [Array.from(new Set(['b', 'c'].sort(() => -1)))] });"],
  [
    "spread of a list that has lost its order, some elements unknown",
    "const l = [...unknownList, 'a']; l.sort(); l.push(...l); use({ Statement: [l] });",
  ],
  [
    "spread of a set that has lost its order",
    "const f = (one) => one; use({ Statement: [f(...new Set(['a', 'b'].sort((one, other) => (one < other ? 1 : -1))))] });",
  ],
  [
    "JSON of a list that has lost its order",
    "const l = [['b', 1], ['a', 1]].sort(); use({ Statement: [JSON.stringify(l), `-${JSON.stringify(l)}`] });",
  ],
  [
    "copy of JSON of a list that has lost its order",
    "const l = [['b', 1], ['a', 1]].sort(); use({ Statement: [JSON.parse(JSON.stringify(l))[0], structuredClone(l)[0]] });",
  ],
  ["flat of a call that is not known", "use({ Statement: [[1]].flatMap(() => Array.from(1, function () {})) });"],
  [
    "flat of a choice of what is not known",
    "const l = []; use({ Statement: [[(1[1] ?? l).reduce(() => 1, l)].flat(), [].concat((1[1] ?? l).reduce(() => 1, l))] });",
  ],
  ["flat leaves elements at its depth as they are", "use({ Statement: [[[unknownText]].flat().length] });"],
  [
    "member of Object.assign to nothing known",
    "const l = []; const { list = [] } = Object.assign(unknownObject, { list: l }); list.push('a'); use({ Statement: [l] });",
  ],
  [
    "element of a member of Object.assign to nothing known",
    "const l = ['a']; Object.assign(unknownObject, { list: l }).list[0] = 'b'; use({ Statement: [l] });",
  ],
  [
    "Object.assign to one of two",
    "const l = []; const a = {}, b = { c: 'x' }; Object.assign(unknownFlag ? a : b, { list: l }).list.push('y'); use({ Statement: [a, b, l] });",
  ],
  [
    "Object.fromEntries of one of two",
    "const l = []; Object.fromEntries(Object.entries(unknownFlag ? 1 : { list: l })).list?.push('a'); use({ Statement: [l] });",
  ],
  [
    "object as a member of what is not known",
    "const o = { list: ['a'] }; unknownObject.o = o; unknownObject.o.list.push('b'); use({ Statement: [o] });",
  ],
  [
    "holes",
    "const m = []; [, 'a'].forEach((one) => m.push(one)); use({ Statement: [[, 'a', ,].flat(), m, [, 'a'].length] });",
  ],
  ["delete of an element", "const l = ['a', 'b']; delete l[0]; use({ Statement: [l] });"],
  [
    "private field of a copy",
    "class C { #x = 'a'; b = 'b'; } const { ...rest } = new C(); use({ Statement: [Object.keys(Object.assign({}, new C())), Object.keys(rest), `-${JSON.stringify(new C())}`] });",
  ],
  [
    "defineProperty on a list",
    "const l = ['a']; Object.defineProperty(l, 0, { value: 'b' }); use({ Statement: [l] });",
  ],
  [
    "defineProperty for its result",
    "const o = { a: 1 }; const p = Object.defineProperty(o, 'a', { value: 2 }); use({ Statement: [o, p] });",
  ],
  [
    "members of a prototype",
    "const l = ['a']; Object.setPrototypeOf([], { list: l }).list.length = 0; use({ Statement: [l] });",
  ],
  ["prototype in an object", "use({ Statement: [Object.keys({ __proto__: { a: 1 }, b: 1 })] });"],
  ["call of a member that is not there", "const l = [], o = {}; o.f?.(l.push('a')); use({ Statement: [l] });"],
  [
    "call of a member that may be there",
    "const l = []; unknownObject.f?.(l.push('a')); unknownObject?.g?.h(l.push('b')); use({ Statement: [l] });",
  ],
  ["call of a method of nothing", "const l = []; const x = undefined; x?.f(l.push('a')); use({ Statement: [l] });"],
  [
    "call of a function that may be there",
    "const l = []; const f = unknownFlag ? () => 'x' : undefined; const x = f?.(l.push('a')); use({ Statement: [l, x ?? 'none'] });",
  ],
  [
    "nothing in a list as JSON",
    "use({ Statement: [JSON.parse(JSON.stringify([undefined, NaN, () => 1, [Infinity]])), JSON.parse(JSON.stringify({ a: NaN }))] });",
  ],
  [
    "object that writes itself as JSON",
    "use({ Statement: [JSON.parse(JSON.stringify({ a: { toJSON: () => 'x' }, b: [{ toJSON() { return 'y'; } }] }))] });",
  ],
  ["JSON with breaks in a text", "use({ Statement: [`-${JSON.stringify({ a: 1 }, null, 2)}`] });"],
  [
    "getters that do something",
    "const l = []; const o = { get a() { l.push('a'); return 1; } }; Object.assign({}, o); use({ Statement: [l.join()] });",
  ],
  [
    "getters that a rest reads",
    "const l = []; const { ...o } = { get a() { l.push('a'); return 1; } }; use({ Statement: [l.join()] });",
  ],
  [
    "getters that JSON reads",
    "const l = []; JSON.stringify({ get a() { l.push('a'); return 1; } }); use({ Statement: [l.join()] });",
  ],
  [
    "getters that a function reads which is not known",
    "const l = []; mutate(Object.freeze({ get a() { l.push('a'); return []; } })); use({ Statement: [l.join()] });",
  ],
  [
    "delete of a key that is not known",
    "const o = { a: 1 }; delete o[unknownText]; use({ Statement: [Object.keys(o)] });",
  ],
  [
    "cases behind the one that is taken",
    "const o = {}; switch ('a') { case 'a': break; case (o.b = 1): } use({ Statement: [o] });",
  ],
  [
    "cases behind one that may be taken",
    "const o = {}; switch ('b') { case unknownText: break; case (o.b = 'b'): } use({ Statement: [o] });",
  ],
  [
    "list in a map",
    "const l = ['a']; const m = new Map([['a', l]]).get('a'); l.push('b'); m.splice(0); use({ Statement: [l] });",
  ],
  [
    "not a number in a list",
    "use({ Statement: [[NaN].includes(NaN), [NaN].indexOf(NaN), ['a'].includes('a', 1), ['a'].indexOf('a', 1)] });",
  ],
  [
    "reduce of elements that are not known changes what it begins with",
    "const o = {}, l = []; unknownList.concat([]).reduce((all) => { all.list ??= 1; return all; }, o); [...unknownList].reduce((all) => all, l).push('a'); use({ Statement: [o, l] });",
  ],
  [
    "method that is bound to one of two",
    "const l = unknownFlag ? 1 : []; const n = l.push?.bind(l, 1)(); use({ Statement: [l] });",
  ],
  [
    "concat of a text",
    "const l = ['a', 'b']; const x = unknownObject.c ?? l.shift(); use({ Statement: [l.pop().concat([], 1)] });",
  ],
  [
    "Object.assign with a setter",
    "const l = []; const { a = 'none' } = Object.assign({ set a(value) { l.push(value); } }, { a: 1 }); use({ Statement: [a, l.join()] });",
  ],
  [
    "spread of JSON",
    "use({ Statement: [{ ...JSON.stringify(null) }, Object.keys(JSON.stringify({ a: 1 })), { ...JSON.stringify({ a: 1 }) }] });",
  ],
  [
    "JSON of what is no object",
    "use({ Statement: [`-${JSON.stringify(null)}`, JSON.stringify(NaN).length, JSON.stringify(true) + 1] });",
  ],
  [
    "JSON of keys that are numbers, or repeated",
    "use({ Statement: [`-${JSON.stringify({ b: 1, 1: 1 })}`, `-${JSON.stringify({ 1: 1, 1: 2 })}`] });",
  ],
  ["JSON of one of two in a text", "use({ Statement: [`-${JSON.stringify(unknownText ? [] : 1)}`] });"],
  [
    "member of an object that is inherited",
    "const l = ['a']; Object.create({ list: l }).list.splice(0); use({ Statement: [l] });",
  ],
  [
    "expressions of a template with a tag",
    "const l = ['a']; const f = (...all) => all; use({ Statement: [f`${l.pop()}b`] });",
  ],
  [
    "function under a key that is not known",
    "const l = ['a']; [...{ *[Symbol.iterator]() { l.shift(); } }]; use({ Statement: [l.join()] });",
  ],
  [
    "join of one of two, one of them nothing",
    "use({ Statement: [[unknownFlag ? 'a' : undefined, otherFlag ? 'b' : null].join()] });",
  ],
  ["copy of a text of JSON", "const o = structuredClone({ a: JSON.stringify([]) }); use({ Statement: [`${o.a}-`] });"],
  ["text of JSON in a text of JSON", "use({ Statement: [`-${JSON.stringify({ a: JSON.stringify([1]) })}`] });"],
  [
    "JSON has no part twice",
    "const l = []; const m = JSON.parse(JSON.stringify([l, l])); m[0].push('a'); use({ Statement: [m, new Set(m).size] });",
  ],
  [
    "a clone has its parts as often as the value",
    "const l = []; const m = structuredClone([l, l]); m[0].push('a'); use({ Statement: [m] });",
  ],
  [
    "object that does something when it is written as JSON",
    "let x = 'a'; JSON.stringify({ b: { toJSON: () => { x = 'b'; } } }); use({ Statement: [x] });",
  ],
  [
    "more values than a choice has branches",
    "const l = []; unknownList.forEach(() => { l.push('x'); }); let x = 'a'; if (unknownFlag) { x += l.pop() ?? 'b'; } if (unknownFlag) { x += l.pop() ?? 'b'; } if (unknownText === 'a') { x = x + 'a'; } if (unknownText === 'b') { x = x + 'b'; } if (unknownText === 'c') { x = x + 'c'; } if (unknownText === 'd') { x = x + 'd'; } if (unknownText === 'e') { x = x + 'e'; } if (unknownText === 'f') { x = x + 'f'; } use({ Statement: [x] });",
  ],
  [
    "list that is set on a construct which is handed over",
    "const l = []; const o = Object.create([]); o.list = l; mutate(o); use({ Statement: [l] });",
  ],
  [
    "repeated key that Object.assign leaves",
    "const o = { ...{}, list: 1, a: 1, list: 2 }; use({ Statement: [Object.keys(Object.assign(o, { b: 1 })), Object.keys({ ...o })] });",
  ],
  [
    "optional member over a getter",
    "const o = { get a() { return 1; } }; const { a = [] } = { ...o, ...(otherFlag && { a: [] }) }; use({ Statement: [a] });",
  ],
  [
    "one of two in a list as JSON, one of them nothing",
    "use({ Statement: [JSON.parse(JSON.stringify([unknownFlag ? 1 : undefined]))] });",
  ],
  [
    "setter by a key that is not known",
    "const l = []; const o = { set a(value) { l.push(value); } }; o[['a']] = 1; use({ Statement: [l] });",
  ],
  [
    "list under a key that is not known",
    "const l = []; const o = {}; o[['a']] = l; o.a.push('x'); use({ Statement: [l] });",
  ],
  [
    "constructor that returns a list",
    "class C { constructor() { return []; } } class D { constructor() { if (unknownFlag) { return [1]; } } } use({ Statement: [new C(), new D()] });",
  ],
  [
    "Object.assign of an object with a setter to itself",
    "const l = []; const o = { set a(value) { l.push(1); } }; Object.assign(o, o); use({ Statement: [l] });",
  ],
  [
    "rest of an object with a member that is undefined",
    "const { ...rest } = { c: {}.more }; use({ Statement: [Object.keys(rest)] });",
  ],
  [
    "property of what is not known, after a call of a method",
    "const l = ''.replace().split(); l.length = 1; l.push(1); use({ Statement: [l.length] });",
  ],
  [
    "filter of elements that are not known does something",
    "const seen = []; [unknownText, ...unknownList].filter((one) => { seen.push(one); return true; }); use({ Statement: [seen] });",
  ],
  [
    "spread of one of two that changes afterwards",
    "const l = ['a']; use({ Statement: [[...(otherFlag ? l : []), l.pop()]] });",
  ],
  ["spread of a set that changes afterwards", "const s = new Set(['a']); use({ Statement: [[...s, s.delete('a')]] });"],
  [
    "spread of one of two objects that changes afterwards",
    "const o = { a: 1 }; use({ Statement: [{ ...(otherFlag ? o : {}), b: (o.a = 2) }] });",
  ],
  [
    "list in a map that is emptied",
    "const l = ['a']; const m = new Map([['a', l]]).get('a'); l.length = 0; m[1] = 'b'; use({ Statement: [l] });",
  ],
  [
    "Object.assign with a setter that sets another member",
    "const o = Object.assign({ set a(value) { this.b = 1; } }, { b: [], a: [] }); use({ Statement: [o.b] });",
  ],
  [
    "a copy of an object that other code has changed: spread",
    `const o = { a: 1 }; const f = function () { Reflect.set(o, "a", 2); return { ...o }; }; const { a } = f(); use({ Statement: [a] });`,
  ],
  [
    "a copy of an object that other code has changed: the rest of it",
    `const o = { a: 1 }; Reflect.set(o, "a"); const { ...rest } = o; const { a = "" } = rest; use({ Statement: [a] });`,
  ],
  [
    "a copy of an object that other code has changed: structuredClone",
    `const o = { a: 1 }; Reflect.set(o, "a"); const { a = "" } = structuredClone(o); use({ Statement: [a] });`,
  ],
  [
    "a copy of an object that other code has changed: JSON",
    `const o = { a: 1 }; Reflect.set(o, "a", 2); const { a } = JSON.parse(JSON.stringify(o)); use({ Statement: [a] });`,
  ],
  [
    "a copy of an instance that other code has changed",
    `class C { a = 1; #b = 1; } const c = new C(); Reflect.set(c, "a", 2);
    use({ Statement: [{ ...c }.a, structuredClone(c).a] });`,
  ],
  [
    "accessor that may have been deleted by a name that is not known",
    "const o = { get a() { return 1; } }; delete o[unknownText]; use({ Statement: [o.a] });",
  ],
  [
    "accessor that a loop over the names deletes",
    "const o = { get a() { return 1; } }; for (const key in o) { delete o[key]; } const { a = [] } = o; use({ Statement: [a] });",
  ],
  [
    "Object.assign from an object with a repeated key after a spread",
    "use({ Statement: Object.entries(Object.assign({}, { ...{}, more: 1, a: 1, more: 1 })) });",
  ],
  [
    "member before a spread that is not known, set under a condition",
    "const o = { a: 1, ...unknownObject }; if (unknownFlag) { o.a = 2; } use({ Statement: [o.a] });",
  ],
  [
    "result of reduce of what is not known, from an object that its function changes",
    "const o = { b: 1 }; const p = unknownText.split('').reduce((all) => { all.a ??= 1; return all; }, o); use({ Statement: o });",
  ],
  [
    "members of nothing, in an optional chain",
    "const l = unknownFlag ? { a: ['x'] } : {}; use({ Statement: [l.a?.[0] ?? 'none', l.a?.length > 0, l.b?.c.d === undefined] });",
  ],
  [
    "bind with arguments",
    "const f = function (...all) { return [this.x, ...all]; }; const g = f.bind({ x: 'a' }, 'b'); use({ Statement: [g('c'), g.bind(null, 'd')('e'), g.call({ x: 'z' }, 'f')] });",
  ],
  [
    "list in what bind has given",
    "const l = []; const f = (all, one) => { all.push(one); }; const g = f.bind(null, l); g('a'); [1].forEach(g); mutate(g); use({ Statement: [l] });",
  ],
  [
    "copy that is changed",
    "const o = { list: ['a'] }; const p = JSON.parse(JSON.stringify(o)); p.list.push('b'); o.list.push('c'); use({ Statement: [o, p, Object.assign({}, o).list] });",
  ],
  [
    "function that does not come back",
    "const f = () => { throw 1; }; const l = []; try { l.push(f()); } catch { l.push('c'); } use({ Statement: [l] });",
  ],
  [
    "getter that defineProperty replaces",
    "const o = { get a() { return 'x'; } }; Object.defineProperty(o, 'a', { get: () => 'y' }); const { a = [] } = o; use({ Statement: [a, o.a] });",
  ],
  ["rest of a text", "const { ...rest } = JSON.stringify({}); use({ Statement: rest });"],
  [
    "entries of a list without an order",
    "const l = Object.values({ b: 'b', 2: 'a' }); use({ Statement: Object.keys(Object.fromEntries(l.map((one) => [one, 1]))) });",
  ],
  [
    "Array.from of lengths",
    "use({ Statement: [{ length: 2 }, { length: 1.9 }, { length: -1 }, { length: '2' }, { length: NaN }, { length: 2, 0: 'a' }, {}].map((one) => Array.from(one, (value, index) => value ?? index)) });",
  ],
];
