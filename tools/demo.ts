import { ESLint } from "eslint";
import { lintQuickstart, quickstartFolder } from "./quickstart.js";

/**
 * Lints `examples/quickstart` with the built plugin and prints the findings. Findings are expected, so they do not make
 * the demo fail. A mistake without a finding does, and so does a finding in a correct file.
 */
const eslint = new ESLint({ cwd: quickstartFolder });
const { results, problems } = await lintQuickstart(eslint);
const formatter = await eslint.loadFormatter("stylish");
process.stdout.write(await formatter.format([...results]));

const mistaken = results.filter(({ messages }) => messages.length > 0).length;
if (problems.length === 0) {
  process.stdout.write(
    `As expected: each of the ${mistaken} files in mistakes/ has one finding, the ${results.length - mistaken} files in correct/ have none.\n`,
  );
} else {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exitCode = 1;
}
