import { ESLint } from "eslint";
import { lintQuickstart, quickstartFolder } from "./quickstart.js";

/**
 * Lints `examples/quickstart` with the built plugin and prints the findings as ESLint prints them. They are
 * what the demo is to show, so they are no failure; a mistake that is not found is one, and so is a finding in
 * a correct file.
 */
const eslint = new ESLint({ cwd: quickstartFolder });
const { results, problems } = await lintQuickstart(eslint);
const formatter = await eslint.loadFormatter("stylish");
process.stdout.write(await formatter.format([...results]));

const mistaken = results.filter(({ messages }) => messages.length > 0).length;
if (problems.length === 0) {
  process.stdout.write(
    `All as it should be: the ${mistaken} files in mistakes/ have a finding each, the ${results.length - mistaken} in correct/ have none.\n`,
  );
} else {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exitCode = 1;
}
