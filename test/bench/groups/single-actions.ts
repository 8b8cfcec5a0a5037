import { catalogOf } from "../../../src/catalog/catalog.js";
import { similarActions } from "../../../src/checks/actions/similar-actions.js";
import { ActionPattern, covers, parsePattern } from "../../../src/policy/pattern.js";
import type { Row } from "../row.js";
import { median } from "../statistics.js";

const runs = 15;

/** One in so many actions is misspelt and looked up. */
const misspeltEvery = 10;

/** Such as policies have, and such as a matcher with a way back tries in millions of ways; none is longer than the cloud takes. */
const patterns = [
  ...["*:*:*", "*:*:list*", "e*:*s:get*", "*:*a*a*a*a*a*b:*", "*:*e*e*e*e*e*e*:*e*e*e*e*e*x"],
  `*:${"*e*s".repeat(30)}:*`,
  `${"*".repeat(20)}:${"*e".repeat(26)}:${"*t".repeat(26)}`,
].map(parsed);

/** What one pattern and one unknown action take at most. */
export function measure(): readonly Row[] {
  const catalog = catalogOf(undefined);
  const services = catalog.serviceNames().flatMap((name) => catalog.service(name) ?? []);
  const actions = services.flatMap((service) => [...service.actions.values()]).map(({ pattern }) => pattern);
  const misspelt = actions
    .filter((_, index) => index % misspeltEvery === 0)
    .flatMap(misspellings)
    .filter((action) => catalog.action(action) === undefined);
  return [
    {
      what: `the slowest of ${patterns.length} patterns against all ${actions.length} actions`,
      unit: "ms",
      samples: slowest(patterns, (pattern) => actions.filter((action) => covers(pattern, action))),
      target: { atMost: 2 },
    },
    {
      what: `the slowest of ${misspelt.length} unknown actions, with its suggestions`,
      unit: "ms",
      samples: slowest(misspelt, (action) => similarActions(catalog, action)),
      target: { atMost: 1 },
    },
  ];
}

/** The times of the one that takes longest. The first of each is left out: it reads the catalogue and warms up. */
function slowest(asked: readonly ActionPattern[], work: (pattern: ActionPattern) => unknown): readonly number[] {
  const times = asked.map((pattern) => Array.from({ length: runs + 1 }, () => timeOf(() => work(pattern))).slice(1));
  return times.sort((one, other) => median(other) - median(one))[0] ?? [];
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** A letter too much in each of the parts, and another word in the place of the last. */
function misspellings({ service, resourceType: type, operation }: ActionPattern): readonly ActionPattern[] {
  return [
    new ActionPattern(`${service}s`, type, operation),
    new ActionPattern(service, `${type}s`, operation),
    new ActionPattern(service, type, `${operation}s`),
    new ActionPattern(service, type, "frobnicate"),
  ];
}

function parsed(text: string): ActionPattern {
  const pattern = parsePattern(text);
  if (!pattern) {
    throw new Error(`${text} is no pattern.`);
  }
  return pattern;
}
