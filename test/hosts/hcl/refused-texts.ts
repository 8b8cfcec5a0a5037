/**
 * Texts that are no HCL, by what is wrong in them: the place of the error between marks, and its message. HashiCorp's
 * parser refuses each of them too.
 */
export const refusedTexts: Readonly<Record<string, readonly (readonly [text: string, message: string])[]>> = {
  structure: [
    ["a⟦⟧", 'Expected "=" or a block after "a", found the end of the file. Write "a = ..." on one line.'],
    ["a⟦\n⟧", 'Expected "=" or a block after "a", found the end of the line. Write "a = ..." on one line.'],
    ["a⟦\n⟧= 1\n", 'Expected "=" or a block after "a", found the end of the line. Write "a = ..." on one line.'],
    ["a ⟦==⟧ 1\n", 'Expected "=" or a block after "a", found "==". Write "a = ..." on one line.'],
    ["⟦=⟧ 1\n", 'Expected an argument or a block, found "=". Write "name = value", or "name { ... }".'],
    ["a⟦.⟧b = 1\n", 'Expected "=" or a block after "a", found ".". Write "a = ..." on one line.'],
    ["⟦1⟧a = 1\n", 'Expected an argument or a block, found "1". Write "name = value", or "name { ... }".'],
    ['⟦"⟧a" = 1\n', "Expected an argument or a block, found a text. Names of arguments have no quotes."],
    ["a = 1⟦;⟧ b = 2\n", 'The character ";" has no meaning here. Put each argument on a line of its own.'],
    [
      "a = 1 ⟦b⟧ = 2\n",
      'Expected the end of the line after the argument, found "b". Put what follows on a line of its own.',
    ],
    ["a = 1⟦,⟧\nb = 2\n", 'Expected the end of the line after the argument, found ",". Remove the comma.'],
    [
      "b {} ⟦c⟧ {}\n",
      'Expected the end of the line after the block, found "c". Put what follows on a line of its own.',
    ],
    ["b⟦\n⟧{\n}\n", 'Expected "=" or a block after "b", found the end of the line. Write "b = ..." on one line.'],
    ["⟦b⟧ {\n", 'The block "b" has no end. Write "}" on a line of its own behind it.'],
    ["⟦b⟧ {", 'The block "b" has no end. Write "}" on a line of its own behind it.'],
    ["⟦b⟧ {\n  c {\n}\n", 'The block "b" has no end. Write "}" on a line of its own behind it.'],
    [
      "b {\n  a = 1 ⟦}⟧\n",
      'Expected the end of the line after the argument, found "}". Put what follows on a line of its own.',
    ],
    [
      "b { a = 1⟦,⟧ c = 2 }\n",
      'Expected "}" after the only argument, found ",". Write each argument of a longer block on a line of its own.',
    ],
    [
      "b { a = 1⟦\n⟧}\n",
      'Expected "}" after the only argument, found the end of the line. Write each argument of a longer block on a line of its own.',
    ],
    ["b { ⟦c⟧ {} }\n", "A block on one line cannot hold another. Put the inner one on a line of its own."],
    ["b { a ⟦}⟧\n", 'Expected "=" or a block after "a", found "}". Write "a = ..." on one line.'],
    ["⟦b⟧ { a = 1", 'The block "b" has no end. Write "}" on a line of its own behind it.'],
    ["⟦}⟧\n", 'Expected an argument or a block, found "}". No block is open here.'],
    ['b "x" ⟦=⟧ 1\n', 'Expected "{" after "b", found "=". Write "{" on the same line, or "=" for an argument.'],
    [
      'b "⟦${⟧x}" {\n}\n',
      "The label of a block cannot hold interpolations or directives. Write the text itself, or double the sign.",
    ],
    [
      'b "⟦%{⟧ if x }y%{ endif }" {\n}\n',
      "The label of a block cannot hold interpolations or directives. Write the text itself, or double the sign.",
    ],
    ['b ⟦"x⟧\n" {\n}\n', 'A text in quotes ends on its line. Close the quotes, write "\\n", or use a heredoc: <<EOT.'],
    ["b ⟦[⟧x] {\n}\n", 'Expected "=" or a block after "b", found "[". Write "b = ..." on one line.'],
    ["a = 1\n⟦a⟧ = 2\n", 'The argument "a" is set a second time. Remove one of the two.'],
    ["b {\n  a = 1\n  ⟦a⟧ = 2\n}\n", 'The argument "a" is set a second time. Remove one of the two.'],
    ["a = 1 ⟦/*⟧ x\n", 'This comment has no end. Write "*/" where it ends.'],
    ["é⟦😀⟧ = 1\n", 'The character "😀" has no meaning here. Remove it, or put it in a text.'],
    [
      "a = {}⟦}⟧\n",
      'Expected the end of the line after the argument, found "}". Put what follows on a line of its own.',
    ],
  ],
  characters: [
    ["a = ⟦'⟧x'\n", 'The character "\'" has no meaning here. Put texts in double quotes: "x".'],
    ["a = ⟦`⟧x`\n", 'The character "`" has no meaning here. Put texts in double quotes, or in a heredoc: <<EOT.'],
    ["a = ⟦“⟧x”\n", 'The character "“" has no meaning here. Put texts in straight quotes: "x".'],
    ["a = x ⟦&⟧ y\n", 'The character "&" has no meaning here. Write "&&" for a logical and.'],
    ["a = x ⟦|⟧ y\n", 'The character "|" has no meaning here. Write "||" for a logical or.'],
    ["a = ⟦~⟧x\n", 'The character "~" has no meaning here. Write "!" for a logical not.'],
    ["a = x ⟦^⟧ y\n", 'The character "^" has no meaning here. Remove it, or put it in a text.'],
    ["a =⟦ ⟧1\n", "The character U+00A0 has no meaning here. Remove it, or put it in a text."],
    [
      "a = 1⟦\r⟧b = 2\n",
      "The character U+000D has no meaning here. End lines with a line feed, or with both as Windows does.",
    ],
    ["a = ⟦@⟧x\n", 'The character "@" has no meaning here. Remove it, or put it in a text.'],
    ["a = x⟦;⟧\n", 'The character ";" has no meaning here. Put each argument on a line of its own.'],
    ["a = ⟦😀⟧\n", 'The character "😀" has no meaning here. Remove it, or put it in a text.'],
  ],
  expressions: [
    [
      "a =⟦\n⟧",
      "Expected a value, found the end of the line. Write it on the same line, or put the whole expression in parentheses.",
    ],
    ["a =⟦⟧", "Expected a value, found the end of the file. Write one, or remove what stands before it."],
    ["a = ⟦*⟧1\n", 'Expected a value, found "*". Write one, or remove what stands before it.'],
    [
      "a = 1 +⟦\n⟧",
      "Expected a value, found the end of the line. Write it on the same line, or put the whole expression in parentheses.",
    ],
    [
      "a = 1 +⟦\n⟧  2\n",
      "Expected a value, found the end of the line. Write it on the same line, or put the whole expression in parentheses.",
    ],
    ["a = ⟦.⟧5\n", 'Expected a value, found ".". Write one, or remove what stands before it.'],
    [
      "a = 1.⟦\n⟧",
      'Expected a name after the dot, found the end of the line. Write an attribute name, or an index in brackets: ["x"].',
    ],
    ["a = ⟦1.5.5⟧\n", "The number 1.5.5 cannot be read. Write digits, with one point or exponent."],
    ["a = ⟦1e5e5⟧\n", "The number 1e5e5 cannot be read. Write digits, with one point or exponent."],
    ["a = ⟦1e99999999999⟧\n", "The number 1e99999999999 cannot be read. Write digits, with one point or exponent."],
    [
      "a = 0⟦x10⟧\n",
      'Expected the end of the line after the argument, found "x10". Put what follows on a line of its own.',
    ],
    [
      "a = 1⟦_000⟧\n",
      'Expected the end of the line after the argument, found "_000". Put what follows on a line of its own.',
    ],
    [
      "a = x ? 1⟦\n⟧",
      'Expected ":" and the other value of the conditional, found the end of the line. Write it on one line, or in parentheses.',
    ],
    [
      "a = x ?⟦\n⟧  1 : 2\n",
      "Expected a value, found the end of the line. Write it on the same line, or put the whole expression in parentheses.",
    ],
    [
      "a = (x ? 1⟦)⟧\n",
      'Expected ":" and the other value of the conditional, found ")". Write it on one line, or in parentheses.',
    ],
    ["a = ⟦(⟧1\n", 'This parenthesis has no end. Write ")" behind the expression.'],
    ["a = (1 ⟦2⟧)\n", 'Expected ")" after the expression, found "2". Close the parenthesis, or write an operator.'],
    [
      "a = x.⟦\n⟧",
      'Expected a name after the dot, found the end of the line. Write an attribute name, or an index in brackets: ["x"].',
    ],
    [
      "a = x.⟦.⟧y\n",
      'Expected a name after the dot, found ".". Write an attribute name, or an index in brackets: ["x"].',
    ],
    [
      'a = x.⟦"⟧y"\n',
      'Expected a name after the dot, found a text. Write an attribute name, or an index in brackets: ["x"].',
    ],
    ["a = x.⟦0.1⟧\n", 'Two indexes may not follow each other with dots. Write "[0][1]".'],
    ["a = x.*.y.⟦*⟧\n", 'A splat may not follow in a splat with ".*". Write "[*]" for both.'],
    ["a = x.*.⟦0.1⟧\n", 'Two indexes may not follow each other with dots. Write "[0][1]".'],
    ["a = x\n⟦.⟧y\n", 'Expected an argument or a block, found ".". Write "name = value", or "name { ... }".'],
    ["a = x⟦[⟧0\n", 'This index has no end. Write "]" behind it.'],
    ["a = x[0 ⟦1⟧]\n", 'Expected "]" after the index, found "1". Close the bracket.'],
    ["a = x[⟦]⟧\n", 'Expected a value, found "]". Write one, or remove what stands before it.'],
    ["a = x[*⟦\n⟧]\n", 'Expected "]" after the splat, found the end of the line. Close the bracket.'],
    [
      "a = x ⟦and⟧ y\n",
      'Expected the end of the line after the argument, found "and". Put what follows on a line of its own.',
    ],
    [
      "a = x ⟦=⟧ y\n",
      'Expected the end of the line after the argument, found "=". Put what follows on a line of its own.',
    ],
    [
      "a = !⟦\n⟧",
      "Expected a value, found the end of the line. Write it on the same line, or put the whole expression in parentheses.",
    ],
  ],
  collections: [
    [
      "a = [1 ⟦2⟧]\n",
      'Expected "," or "]" after the element, found "2". Separate elements with commas, also at the end of lines.',
    ],
    [
      "a = [1\n⟦2⟧]\n",
      'Expected "," or "]" after the element, found "2". Separate elements with commas, also at the end of lines.',
    ],
    ["a = [1,⟦,⟧2]\n", 'Expected a value, found ",". Write one, or remove what stands before it.'],
    ["a = [⟦,⟧1]\n", 'Expected a value, found ",". Write one, or remove what stands before it.'],
    [
      "a = [x⟦...⟧]\n",
      'Expected "," or "]" after the element, found "...". Separate elements with commas, also at the end of lines.',
    ],
    ["a = ⟦[⟧1\n", 'This list has no end. Write "]" behind its last element.'],
    [
      "a = [1⟦}⟧\n",
      'Expected "," or "]" after the element, found "}". Separate elements with commas, also at the end of lines.',
    ],
    [
      "a = { x = 1 ⟦y⟧ = 2 }\n",
      'Expected a comma, a line break or "}" after the value, found "y". Separate members with one of them.',
    ],
    [
      "a = { x = 1,⟦,⟧ y = 2 }\n",
      'Expected a key or "}", found ",". Remove the comma, or move it to the end of the line before.',
    ],
    [
      "a = {\n  x = 1\n  ⟦,⟧ y = 2\n}\n",
      'Expected a key or "}", found ",". Remove the comma, or move it to the end of the line before.',
    ],
    [
      "a = { x =⟦\n⟧1 }\n",
      "Expected a value, found the end of the line. Write it on the same line, or put the whole expression in parentheses.",
    ],
    ["a = { x ⟦}⟧\n", 'Expected "=" after the key, found "}". Put a key with dots or blanks in quotes.'],
    ["a = { x ⟦y⟧ = 1 }\n", 'Expected "=" after the key, found "y". Put a key with dots or blanks in quotes.'],
    ["a = { x ⟦=>⟧ 1 }\n", 'Expected "=" after the key, found "=>". Put a key with dots or blanks in quotes.'],
    ["a = ⟦{⟧ x = 1\n", 'This object has no end. Write "}" behind its last member.'],
    ["a = ⟦{⟧", 'This object has no end. Write "}" behind its last member.'],
    [
      "a = { x = 1 ⟦~}⟧\n",
      'Expected a comma, a line break or "}" after the value, found "~}". Separate members with one of them.',
    ],
    ["a = [for⟦]⟧\n", 'Expected a name after "for", found "]". Write "for x in y" or "for x, y in z".'],
    ["a = [for x ⟦y⟧ : z]\n", 'Expected "in" after the names, found "y". Write "for x in y" or "for x, y in z".'],
    [
      "a = [for a, b⟦,⟧ c in x : c]\n",
      'Expected "in" after the names, found ",". Write "for x in y" or "for x, y in z".',
    ],
    ["a = [for a ⟦of⟧ x : a]\n", 'Expected "in" after the names, found "of". Write "for x in y" or "for x, y in z".'],
    ["a = [for x in y⟦]⟧\n", 'Expected ":" after the collection, found "]". Write "for x in y : z".'],
    ["a = [for x in y : x if⟦]⟧\n", 'Expected a value, found "]". Write one, or remove what stands before it.'],
    [
      "a = [for k, v in x : k ⟦=>⟧ v]\n",
      'Expected "]" at the end of the for expression, found "=>". A list has no "..." and no "=>".',
    ],
    [
      "a = [for x in y : x⟦...⟧]\n",
      'Expected "]" at the end of the for expression, found "...". A list has no "..." and no "=>".',
    ],
    [
      "a = { for x in y : x ⟦}⟧\n",
      'Expected "=>" after the key, found "}". In { } write "for x in y : key => value", or use [ ] for a list.',
    ],
    [
      "a = { for k, v in x : k => v⟦,⟧ }\n",
      'Expected "}" at the end of the for expression, found ",". A condition comes last, after "if".',
    ],
    ["a = { for ⟦=⟧ 1 }\n", 'Expected a name after "for", found "=". Write "for x in y" or "for x, y in z".'],
  ],
  calls: [
    ["a = ⟦f⟧(1\n", 'The call of "f" has no end. Write ")" behind its arguments.'],
    ["a = f(1 ⟦2⟧)\n", 'Expected "," or ")" after the argument, found "2". Separate arguments with commas.'],
    ["a = f(⟦,⟧)\n", 'Expected a value, found ",". Write one, or remove what stands before it.'],
    ["a = f(1,⟦,⟧2)\n", 'Expected a value, found ",". Write one, or remove what stands before it.'],
    [
      "a = f(x...⟦.⟧)\n",
      'Expected ")" after "...", found ".". The argument with ... is the last one, without a comma behind it.',
    ],
    [
      "a = f(x...⟦,⟧ y)\n",
      'Expected ")" after "...", found ",". The argument with ... is the last one, without a comma behind it.',
    ],
    [
      "a = f(x...⟦,⟧)\n",
      'Expected ")" after "...", found ",". The argument with ... is the last one, without a comma behind it.',
    ],
    ["a = f(⟦...⟧)\n", 'Expected a value, found "...". Write one, or remove what stands before it.'],
    [
      "a = provider::x⟦\n⟧",
      'Expected "(" after "provider::x", found the end of the line. Names with :: are functions, which must be called.',
    ],
    [
      "a = provider::⟦(⟧1)\n",
      'Expected a function name after "::", found "(". Write it in full, as in "provider::time::parse(x)".',
    ],
    [
      "a = x ::y(1)\nb = x::⟦\n⟧",
      'Expected a function name after "::", found the end of the line. Write it in full, as in "provider::time::parse(x)".',
    ],
  ],
  templates: [
    ['a = ⟦"x⟧\n', 'A text in quotes ends on its line. Close the quotes, write "\\n", or use a heredoc: <<EOT.'],
    ['a = ⟦"⟧x', "This text has no end. Close the quotes."],
    ['a = ⟦"x⟧\ny"\n', 'A text in quotes ends on its line. Close the quotes, write "\\n", or use a heredoc: <<EOT.'],
    ['a = ⟦"x⟧\ry"\n', 'A text in quotes ends on its line. Close the quotes, write "\\n", or use a heredoc: <<EOT.'],
    [
      'a = "⟦\\/⟧"\n',
      '"\\/" is no escape. Write "\\\\" for a backslash; the escapes are \\n, \\r, \\t, \\", \\\\, \\u and \\U.',
    ],
    ['a = "⟦\\u⟧{41}"\n', '"\\u" needs 4 hexadecimal digits behind it. Add zeros in front of them.'],
    ['a = "⟦\\u12⟧"\n', '"\\u" needs 4 hexadecimal digits behind it. Add zeros in front of them.'],
    ['a = "⟦\\U0000004⟧"\n', '"\\U" needs 8 hexadecimal digits behind it. Add zeros in front of them.'],
    [
      'a = "⟦\\UFFFFFFFF⟧"\n',
      '"\\UFFFFFFFF" is no character. Write one outside of the basic plane with \\U and eight digits.',
    ],
    [
      'a = "⟦\\ud83d⟧\\ude00"\n',
      '"\\ud83d" is no character. Write one outside of the basic plane with \\U and eight digits.',
    ],
    ['a = ⟦"⟧\\', "This text has no end. Close the quotes."],
    [
      'a = "⟦\\$⟧{x}"\n',
      '"\\$" is no escape. Write "\\\\" for a backslash; the escapes are \\n, \\r, \\t, \\", \\\\, \\u and \\U.',
    ],
    ['a = "${⟦}⟧"\n', 'Expected a value, found "}". Write one, or remove what stands before it.'],
    [
      'a = "${x⟦"⟧\n',
      'Expected "}" after the interpolation, found a text. For the characters themselves, write "$${".',
    ],
    [
      'a = "${x ⟦y⟧}"\n',
      'Expected "}" after the interpolation, found "y". For the characters themselves, write "$${".',
    ],
    [
      'a = "${x⟦:⟧y}"\n',
      'Expected "}" after the interpolation, found ":". For the characters themselves, write "$${".',
    ],
    ['a = "⟦${⟧x', 'This interpolation has no end. Write "}" behind its expression, or "$${" for the characters.'],
    [
      'a = "%{ ⟦}⟧"\n',
      'Expected "if", "else", "endif", "for" or "endfor", found "}". For the characters themselves, write "%%{".',
    ],
    [
      'a = "%{ ⟦fi⟧ x }y%{ endif }"\n',
      'Expected "if", "else", "endif", "for" or "endfor", found "fi". For the characters themselves, write "%%{".',
    ],
    ['a = "%{ if ⟦}⟧y%{ endif }"\n', 'Expected a value, found "}". Write one, or remove what stands before it.'],
    ['a = "⟦%{⟧ if x }y"\n', 'The directive "if" has no end. Write "%{ endif }" where it ends.'],
    [
      'a = "%{ if x ⟦y⟧ }z%{ endif }"\n',
      'Expected "}" after the directive, found "y". For the characters themselves, write "%%{".',
    ],
    ['a = "⟦%{⟧ if x', 'This directive has no end. Write "}" behind it, or "%%{" for the characters.'],
    ['a = "⟦%{ endif }⟧"\n', '"%{ endif }" is out of place. No directive is open here: remove it.'],
    ['a = "⟦%{ else }⟧"\n', '"%{ else }" is out of place. No directive is open here: remove it.'],
    [
      'a = "%{ if x }%{ else }⟦%{ else }⟧%{ endif }"\n',
      '"%{ else }" is out of place. The directive "if" that is open has no such place.',
    ],
    [
      'a = "%{ for x in y }⟦%{ else }⟧%{ endfor }"\n',
      '"%{ else }" is out of place. The directive "for" that is open has no such place.',
    ],
    ['a = "%{ for x in y }⟦%{ endif }⟧"\n', '"%{ endif }" is out of place. Close "for" first, with "%{ endfor }".'],
    [
      'a = "%{ for x ⟦}⟧%{ endfor }"\n',
      'Expected "in" after the names, found "}". Write "for x in y" or "for x, y in z".',
    ],
    [
      'a = "%{ for ⟦1⟧ in y }%{ endfor }"\n',
      'Expected a name after "for", found "1". Write "for x in y" or "for x, y in z".',
    ],
    ['a = "⟦%{⟧ for x in y }"\n', 'The directive "for" has no end. Write "%{ endfor }" where it ends.'],
  ],
  heredocs: [
    ["a = ⟦<<⟧EOT\nx\nEOT", 'This heredoc has no end. Put a line break behind the "EOT" at the end of the file.'],
    [
      "a = ⟦<<⟧EOT\nx\n",
      'This heredoc has no end. Write "EOT" alone on a line behind it; commas and brackets come on the next line.',
    ],
    [
      "a = ⟦<<⟧EOT\nx\nEOT.\n",
      'This heredoc has no end. Write "EOT" alone on a line behind it; commas and brackets come on the next line.',
    ],
    [
      "a = ⟦<<EOT ⟧\nx\nEOT\n",
      'A heredoc begins with "<<EOT", without quotes, and its line ends there. Remove what else is written.',
    ],
    [
      'a = ⟦<<"EOT"⟧\nx\nEOT\n',
      'A heredoc begins with "<<EOT", without quotes, and its line ends there. Remove what else is written.',
    ],
    [
      "a = ⟦<< EOT⟧\nx\nEOT\n",
      'A heredoc begins with "<<EOT", without quotes, and its line ends there. Remove what else is written.',
    ],
    ["a = <<EOT\nx⟦\r⟧y\nEOT\n", "A lone carriage return cannot be in a heredoc. Remove it."],
    [
      "a = f(⟦<<⟧EOT\nx\nEOT)\n",
      'This heredoc has no end. Write "EOT" alone on a line behind it; commas and brackets come on the next line.',
    ],
    [
      "a = [⟦<<⟧EOT\nx\nEOT, 1]\n",
      'This heredoc has no end. Write "EOT" alone on a line behind it; commas and brackets come on the next line.',
    ],
    [
      "a = <<EOT\n${x\n⟦EOT⟧\n",
      'Expected "}" after the interpolation, found "EOT". For the characters themselves, write "$${".',
    ],
    ["a = <<EOT\n⟦%{⟧ if x }\nEOT\n", 'The directive "if" has no end. Write "%{ endif }" where it ends.'],
    ["a = <<EOT\n\\u{41} ${\n⟦}⟧\nEOT\n", 'Expected a value, found "}". Write one, or remove what stands before it.'],
    [
      "a = ⟦<<EOT⟧",
      'A heredoc begins with "<<EOT", without quotes, and its line ends there. Remove what else is written.',
    ],
    [
      "a = ⟦<<⟧EOT\n",
      'This heredoc has no end. Write "EOT" alone on a line behind it; commas and brackets come on the next line.',
    ],
  ],
};
