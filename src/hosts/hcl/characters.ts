/** The class of a character in a name. A name begins with a letter or `_`, and may have digits and `-` behind it. */
const nameAt = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** The end of the name that begins at `start`; `start` itself where none does. */
export function nameEnd(text: string, start: number): number {
  let end = start;
  while (isPlainNameCharacter(text.charCodeAt(end), end === start)) {
    end++;
  }
  if (!(text.charCodeAt(end) > 0x7f)) {
    return end;
  }
  nameAt.lastIndex = start;
  return nameAt.test(text) ? nameAt.lastIndex : end;
}

function isPlainNameCharacter(code: number, isFirst: boolean): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    (!isFirst && ((code >= 48 && code <= 57) || code === 45))
  );
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The end of the number that begins at `start`. Two points or exponents are read as one wrong number, as in HCL. */
export function numberEnd(text: string, start: number): number {
  let end = start + 1;
  for (let index = end; ;) {
    const code = text.charCodeAt(index);
    if (isDigit(code)) {
      end = ++index;
    } else if (code === 46) {
      index++;
    } else if (code === 101 || code === 69) {
      const sign = text.charCodeAt(index + 1);
      const digit = sign === 43 || sign === 45 ? index + 2 : index + 1;
      if (!isDigit(text.charCodeAt(digit))) {
        return end;
      }
      index = end = digit + 1;
    } else {
      return end;
    }
  }
}

/** What Go's `unicode.IsSpace` takes for a blank, which is not what JavaScript does. */
const space = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;

export function isSpace(character: string): boolean {
  return space.test(character);
}

/** The number of blanks and line breaks at the start of a text. */
export function leadingSpaces(text: string): number {
  let count = 0;
  while (count < text.length && isSpace(text.charAt(count))) {
    count++;
  }
  return count;
}

/** The number of blanks and line breaks at the end of a text. */
export function trailingSpaces(text: string): number {
  let count = 0;
  while (count < text.length && isSpace(text.charAt(text.length - 1 - count))) {
    count++;
  }
  return count;
}

/** The index of the line break at or behind `start`, with its carriage return; the end of the text if there is none. */
export function lineEnd(text: string, start: number): number {
  const index = text.indexOf("\n", start);
  if (index < 0) {
    return text.length;
  }
  return index > start && text.charCodeAt(index - 1) === 13 ? index - 1 : index;
}
