/**
 * Makes a function work its answer out once for each object, and give it again for as long as the object lives. For
 * answers that depend on nothing but the object: what a table says of an action is asked at every letter that is typed.
 *
 * The answer is kept on the object itself, out of everybody's sight. In a WeakMap, an answer that mentions its object
 * would keep both until the next full garbage collection, and with them the tree of every file that was linted.
 */
export function remembered<Asked extends object, Answer>(workOut: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const answerOf = Symbol("answer");
  return (asked) => {
    const holder = asked as { [answer: symbol]: { readonly answer: Answer } | undefined };
    holder[answerOf] ??= { answer: workOut(asked) };
    return holder[answerOf].answer;
  };
}
