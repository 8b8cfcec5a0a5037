import { parseArgs } from "node:util";
import type { FuzzProperty } from "./fuzz-property.js";

export interface Options {
  readonly seed: number;
  /** How many times as many cases as a property has by itself. */
  readonly times: number;
  readonly properties: readonly FuzzProperty[];
}

export const usage = `npm run fuzz -- [--seed <number>] [--only <words of a property's name>] [--times <factor>]`;

/**
 * Reads the command line; without a seed, each run has another one.
 *
 * @throws Error that says which option is wrong and what it may be
 */
export function readOptions(args: readonly string[], all: readonly FuzzProperty[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: "string", default: String(Date.now() % 2 ** 31) },
      only: { type: "string", default: "" },
      times: { type: "string", default: "1" },
    },
  });
  const [seed, times] = [Number(values.seed), Number(values.times)];
  if (!/^\d+$/u.test(values.seed) || seed >= 2 ** 31) {
    throw new Error(`--seed ${values.seed}: it is a whole number below 2147483648.`);
  }
  if (!(times > 0 && times <= 1000)) {
    throw new Error(`--times ${values.times}: it is a number above 0 and up to 1000.`);
  }
  const properties = all.filter(({ name }) => name.includes(values.only));
  if (properties.length === 0) {
    throw new Error(`--only ${values.only}: no property has that in its name. There are:\n${listOf(all)}`);
  }
  return { seed, times, properties };
}

function listOf(properties: readonly FuzzProperty[]): string {
  return properties.map(({ name }) => `  ${name}`).join("\n");
}
