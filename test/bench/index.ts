/**
 * `npm run bench`: what the plugin costs, as ratios that carry over to other machines; `npm run bench -- editor growth`
 * measures some groups only. A target that is missed is printed, no more; a run that finds something else than it has to
 * ends the bench. docs/internals/performance.md tells what the figures mean.
 */
import type { Row } from "./row.js";
import { tableOf } from "./row.js";

/** Each group is a module of its name. */
const groups = {
  "own-cost": "What the plugin itself costs, against an earlier build",
  "json-runs": "Whole runs of ESLint on policies in JSON",
  "typescript-runs": "Whole runs of ESLint on TypeScript",
  "hostile-files": "TypeScript that tries to exhaust time, over parsing it",
  "rule-times": "The rules against the parser",
  "single-actions": "One pattern, one unknown action",
  editor: "While somebody types",
  "other-tools": "What else could check the actions",
  terraform: "Terraform's own files",
  growth: "Many files, large files",
  "start-up": "Before the first policy",
  command: "One question to the command",
};

type GroupName = keyof typeof groups;

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(groups, name));
if (unknown.length > 0) {
  throw new Error(`There is no group ${unknown.join(", ")}; there are ${Object.keys(groups).join(", ")}.`);
}

for (const name of (chosen.length > 0 ? chosen : Object.keys(groups)) as GroupName[]) {
  console.log(`${name}: ${groups[name]}`);
  const { measure } = (await import(`./groups/${name}.js`)) as { measure: () => Promise<readonly Row[]> };
  console.log(tableOf(await measure()));
}
