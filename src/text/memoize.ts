/**
 * Makes a function work its answer out once for each object, and give it again for as long as the object lives. For
 * answers that depend on nothing but the object: what a table says of an action is asked at every letter that is typed.
 *
 * The answer is kept on the object itself, out of everybody's sight. In a WeakMap, an answer that mentions its object
 * would keep both until the next full garbage collection, and with them the tree of every file that was linted.
 */
export function memoize<Asked extends object, Answer>(workOut: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const answerOf = Symbol("answer");
  return (asked) => {
    const holder = asked as { [answer: symbol]: { readonly answer: Answer } | undefined };
    const known = holder[answerOf];
    if (known) {
      return known.answer;
    }
    const answer = workOut(asked);
    holder[answerOf] = { answer };
    return answer;
  };
}

/** How many texts have their answers at a time: those of all tables several times over. */
const maxTexts = 100_000;

/** Longer texts are seldom, and seldom come again. */
const maxCharacters = 200;

/** The same for texts: policies name the same few hundred actions in file after file. */
export function memoizeByText<Answer>(workOut: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || text.length > maxCharacters || answers.has(text)) {
      return known ?? workOut(text);
    }
    if (answers.size === maxTexts) {
      answers.clear();
    }
    const own = copyOf(text);
    const answer = workOut(own);
    answers.set(own, answer);
    return answer;
  };
}

/** A piece of a file's text keeps the whole text in memory; a piece of another text made of it does not. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
