import { relative } from "node:path";

/**
 * The problem matcher `eslint-stylish`, which actions/setup-node registers: a line with a file, then lines with findings.
 * https://github.com/actions/setup-node/blob/v7/.github/eslint-stylish.json
 */
const file = /^\s*([^\s].*)$/;
const finding = /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/;

/**
 * The annotations that GitHub makes of what ESLint prints, each as `path:line:column severity rule: message`.
 * Lines are matched as in https://github.com/actions/runner/blob/main/src/Runner.Worker/IssueMatcher.cs: a line that is no
 * finding ends the list of the file, and may name the next one.
 *
 * @param folder the checkout; paths are given in it
 */
export function annotationsOf(output: string, folder: string): string[] {
  const annotations: string[] = [];
  let path: string | undefined;
  for (const line of output.split("\n")) {
    const found = path === undefined ? null : finding.exec(line);
    if (path !== undefined && found) {
      const [, row, column, severity, message, rule] = found;
      annotations.push(`${relative(folder, path)}:${row}:${column} ${severity} ${rule}: ${message}`);
    } else {
      path = file.exec(line)?.[1];
    }
  }
  return annotations;
}
