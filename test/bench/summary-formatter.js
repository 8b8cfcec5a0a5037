/** A formatter for ESLint that prints little, whatever there is to print: what lint-process.ts asks for. */
export default function summarise(results) {
  const findings = {};
  for (const { ruleId } of results.flatMap(({ messages }) => messages)) {
    findings[ruleId] = (findings[ruleId] ?? 0) + 1;
  }
  const passes = results.flatMap(({ stats }) => stats?.times.passes ?? []);
  return JSON.stringify({
    files: results.length,
    findings,
    parseTime: sum(passes.map(({ parse }) => parse.total)),
    ruleTime: sum(passes.flatMap(({ rules = {} }) => Object.values(rules).map(({ total }) => total))),
  });
}

function sum(values) {
  return values.reduce((before, value) => before + value, 0);
}
