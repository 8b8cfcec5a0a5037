/**
 * A formatter for ESLint that prints little, whatever there is to print: what lint-process.ts asks for.
 *
 * @param {import("eslint").ESLint.LintResult[]} results
 */
export default function summarise(results) {
  /** @type {Record<string, number>} */
  const findings = {};
  for (const { ruleId } of results.flatMap(({ messages }) => messages)) {
    const name = String(ruleId);
    findings[name] = (findings[name] ?? 0) + 1;
  }
  const passes = results.flatMap(({ stats }) => stats?.times.passes ?? []);
  return JSON.stringify({
    files: results.length,
    findings,
    parseTime: sum(passes.map(({ parse }) => parse?.total ?? 0)),
    ruleTime: sum(passes.flatMap(({ rules = {} }) => Object.values(rules).map(({ total }) => total))),
  });
}

/** @param {number[]} values */
function sum(values) {
  return values.reduce((before, value) => before + value, 0);
}
