/** The value that half of the others lie below. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** @param share 0.95 for the 95th percentile */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.round((sorted.length - 1) * share)] ?? NaN;
}

/** The exponent with which a cost grows when there is ten times as much to do: 1 where it grows tenfold. */
export function tenfoldExponent(cost: number, tenfoldCost: number): number {
  return Math.log10(tenfoldCost / cost);
}
