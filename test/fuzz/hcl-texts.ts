import fc from "fast-check";

const names = fc.constantFrom(
  "a",
  "b",
  "var",
  "local",
  "x-y",
  "_z",
  "for",
  "if",
  "in",
  "null",
  "true",
  "é",
  "e\u0301",
  "a1-",
);
const numbers = fc.constantFrom("0", "1", "12", "007", "1.5", "0.25", "1e3", "2E+2", "5e-1", "12345678901234567890");
const blanks = fc.constantFrom("", "", " ", " ", "\t", "  ", " /* c */ ");
/** Where line breaks are blanks. */
const wideBlanks = fc.oneof(blanks, blanks, fc.constantFrom("\n", "\r\n", " # c\n ", "\n\n  ", "// } ]\n"));
const lineEnds = fc.constantFrom("\n", "\n", "\n", "\r\n", " # c\n", ' // "\n', "\n\n", "\n/* \n */\n");

const plainPieces = fc.constantFrom(
  ...["x", "ims:*:get", " ", "  ", "$", "%", "$$", "%%", "$${", "%%{", "$$$", "{", "}", "~", "#", "//", "/*", "'"],
  ...["é", "e\u0301", "😀", "\t", "$é", "<<E", "\u00a0", "\ufeff", "~}"],
);
const escapes = fc.constantFrom("\\n", "\\r", "\\t", '\\"', "\\\\", "\\u00e9", "\\U0001F600", "\\u0000", "\\\\n");
const linePieces = fc.constantFrom(
  "\n",
  "\n",
  "\r\n",
  "    ",
  "  ",
  "\t",
  "\\n",
  '"',
  "E",
  " E x\n",
  "\n  \n",
  "\n\u00a0\u00a0",
);

/** The parts of a text: mostly literal ones. */
const { part, quoted, heredoc, expression } = fc.letrec<{
  part: string;
  sequence: string;
  quoted: string;
  heredoc: string;
  value: string;
  member: string;
  step: string;
  expression: string;
}>((tie) => ({
  part: fc.oneof({ weight: 6, arbitrary: plainPieces }, { weight: 1, arbitrary: tie("sequence") }),
  sequence: fc.oneof(
    written("$", fc.constantFrom("{", "{~", "{ "), tie("expression"), fc.constantFrom("}", "~}", " }", "\n}")),
    written(
      ...["%", fc.constantFrom("{", "{~"), "if ", tie("expression"), fc.constantFrom("}", "~}"), tie("part")],
      ...[fc.constantFrom("", "%{ else }y", "%{~else~} "), fc.constantFrom("%{ endif }", "%{~ endif ~}")],
    ),
    written(
      ...["%{ for ", names, fc.constantFrom("", ", v"), " in ", tie("expression"), fc.constantFrom(" }", " ~}")],
      ...[tie("part"), "%{ endfor }"],
    ),
  ),
  quoted: written('"', many(fc.oneof(tie("part"), escapes), ""), '"'),
  heredoc: fc
    .tuple(
      fc.constantFrom("<<E\n", "<<-E\n", "<<-E\r\n", "<<E-1\n"),
      many(fc.oneof(tie("part"), linePieces), ""),
      fc.constantFrom("\n", "\n", "\r\n"),
      fc.constantFrom("", "", "  ", "\t"),
    )
    .map(([open, content, end, blank]) => `${open}${content}${content === "" ? "" : end}${blank}${markOf(open)}\n`),
  value: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    { weight: 4, arbitrary: fc.oneof(numbers, names, fc.constantFrom("true", "false", "null")) },
    { weight: 4, arbitrary: tie("quoted") },
    { weight: 1, arbitrary: tie("heredoc") },
    written(
      "[",
      wideBlanks,
      many(written(wideBlanks, tie("expression"), wideBlanks), ","),
      fc.constantFrom("", ",", "\n"),
      "]",
    ),
    written("{", lineEnds, many(written(tie("member"), fc.constantFrom(",", "\n", ",\n", "\n\n")), ""), "}"),
    written("{", blanks, many(tie("member"), ","), blanks, "}"),
    written(
      "[",
      wideBlanks,
      "for ",
      names,
      fc.constantFrom("", ", v"),
      " in ",
      tie("expression"),
      " : ",
      tie("expression"),
      fc.constantFrom("", " if x", "\n if !x"),
      "]",
    ),
    written(
      "{",
      wideBlanks,
      "for k, v in ",
      tie("expression"),
      wideBlanks,
      ": ",
      tie("expression"),
      " => ",
      tie("expression"),
      fc.constantFrom("", "...", " if x", "... if x"),
      wideBlanks,
      "}",
    ),
    written(
      names,
      blanks,
      fc.constantFrom("(", "(", "::b("),
      wideBlanks,
      many(tie("expression"), ","),
      fc.constantFrom("", ",", "...", "\n"),
      ")",
    ),
    written("(", wideBlanks, tie("expression"), wideBlanks, ")"),
  ),
  member: written(
    fc.oneof(names, names, tie("quoted"), numbers, written("(", tie("expression"), ")")),
    blanks,
    fc.constantFrom("=", ":"),
    blanks,
    tie("expression"),
  ),
  step: fc.oneof(
    written(fc.constantFrom(".", ".", " . "), names),
    fc.constantFrom(".0", ".*", "[*]", "[0]", '["x"]', ".12"),
    written("[", wideBlanks, tie("expression"), wideBlanks, "]"),
  ),
  expression: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    { weight: 8, arbitrary: tie("value") },
    { weight: 2, arbitrary: written(tie("value"), many(tie("step"), "")) },
    written(fc.constantFrom("!", "-", "!!", "- "), tie("value")),
    written(
      tie("value"),
      blanks,
      fc.constantFrom("+", "-", "*", "/", "%", "&&", "||", "==", "!=", "<", "<=", ">", ">="),
      blanks,
      tie("value"),
    ),
    written(tie("value"), blanks, "?", blanks, tie("value"), blanks, ":", blanks, tie("expression")),
  ),
}));

const { body } = fc.letrec<{ body: string; item: string; block: string }>((tie) => ({
  body: many(tie("item"), ""),
  item: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    {
      weight: 4,
      arbitrary: written(
        blanks,
        fc.constantFrom("a", "b", "c", "d", "e", "f", "x-y"),
        blanks,
        "=",
        blanks,
        expression,
        lineEnds,
      ),
    },
    tie("block"),
  ),
  block: fc.oneof(
    written(names, " ", many(fc.oneof(names, quoted), " "), blanks, "{", lineEnds, tie("body"), blanks, "}", lineEnds),
    written(names, blanks, "{", blanks, fc.oneof(fc.constant(""), written("a = ", expression)), blanks, "}", lineEnds),
  ),
}));

/** Texts that are HCL, or nearly. */
export const hclTexts: fc.Arbitrary<string> = fc.oneof(
  body,
  written("a = ", expression, "\n"),
  written("a = ", heredoc),
  written("a = ", quoted, "\n"),
);

/** Literal texts and heredocs, of which the oracle computes the value. */
export const hclLiterals: fc.Arbitrary<string> = fc.oneof(
  written('a = "', many(fc.oneof(plainPieces, escapes, fixedSequences()), ""), '"\n'),
  written(
    fc.constantFrom("a = <<E\n", "a = <<-E\n", "a = <<-E\r\n"),
    many(fc.oneof(plainPieces, linePieces, fixedSequences()), ""),
    fc.constantFrom("\nE\n", "\n  E\n", "\n\tE\n"),
  ),
);

/** Interpolations of literals, with strip markers. */
function fixedSequences(): fc.Arbitrary<string> {
  return fc.constantFrom('${"y"}', '${~ "y" }', '${ "y" ~}', '${~ "y" ~}', '${"\\n"}', "${1.5}", "${true}");
}

const inserted = fc.oneof(
  plainPieces,
  escapes,
  fc.constantFrom(...Array.from("{}[]()\"$%~.,:=<>!?&|*/+-#'`;\\\n\r\t 0aeE_é\u00a0\u2028😀")),
  fc.constantFrom(
    "${",
    "%{",
    "}",
    "~}",
    "<<E\n",
    "\nE\n",
    "...",
    "::",
    "=>",
    "[*]",
    ".*",
    "for ",
    " in ",
    " if ",
    "1e",
    "0.1",
    "\\u12",
    "\\UFFFFFFFF",
    "\\ud800",
    "/*",
    "*/",
    "\r\n",
  ),
  part,
);

/** A text with a few small changes. */
export const changedHclTexts: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(hclTexts, hclLiterals),
    fc.array(fc.tuple(fc.nat(), fc.nat(3), inserted, fc.nat(4)), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, changes]) =>
    changes.reduce((before, [at, removed, piece, kind]) => {
      const index = at % (before.length + 1);
      const end = index + removed;
      const put = kind === 0 ? "" : kind === 1 ? before.slice(index, end + 5).repeat(2) : piece;
      return before.slice(0, index) + put + before.slice(end);
    }, text),
  )
  .map((text) => text.replace(/\p{Cs}/gu, "\uFFFD"));

function written(...pieces: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  return fc
    .tuple(...pieces.map((piece) => (typeof piece === "string" ? fc.constant(piece) : piece)))
    .map((all) => all.join(""));
}

function many(piece: fc.Arbitrary<string>, separator: string): fc.Arbitrary<string> {
  return fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(separator));
}

function markOf(open: string): string {
  return open.replace(/^<<-?/u, "").trim();
}
