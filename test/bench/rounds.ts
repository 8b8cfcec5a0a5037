/** What each subject gave in one round. */
type Round<Name extends string, Sample> = Readonly<Record<Name, Sample>>;

/**
 * Lets some subjects take turns, in one order and back in the other: a machine that gets slower or faster does so for
 * all of them, and what they give in the same round compares.
 *
 * @param subjects each is told the round, from 0 on
 */
export async function inRounds<Name extends string, Sample>(
  count: number,
  subjects: Readonly<Record<Name, (round: number) => Sample | Promise<Sample>>>,
): Promise<readonly Round<Name, Sample>[]> {
  const rounds: Round<Name, Sample>[] = [];
  const names = Object.keys(subjects) as Name[];
  for (let index = 0; index < count; index++) {
    const samples = {} as Record<Name, Sample>;
    for (const name of index % 2 === 0 ? names : names.toReversed()) {
      samples[name] = await subjects[name](index);
    }
    rounds.push(samples);
  }
  return rounds;
}
