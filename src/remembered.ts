/**
 * Makes a function work its answer out once for each object, and give it again for as long as the object lives. For
 * answers that depend on nothing but the object: what a table says of an action is asked at every letter that is typed.
 */
export function remembered<Asked extends object, Answer>(workOut: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new WeakMap<Asked, { readonly answer: Answer }>();
  return (asked) => {
    let found = known.get(asked);
    if (!found) {
      found = { answer: workOut(asked) };
      known.set(asked, found);
    }
    return found.answer;
  };
}
