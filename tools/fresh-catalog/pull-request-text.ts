/** What GitHub takes is a little longer. */
const maxLength = 60_000;

/**
 * The words for a pull request, in Markdown: what `diff-catalog` says, then the pages that `fetch-corpus` found changed.
 * `undefined` if no fact has changed: new commits alone are nothing to review.
 *
 * @param changes the output of `diff-catalog`
 * @param fetched the output of `fetch-corpus`
 */
export function pullRequestText(changes: readonly string[], fetched: readonly string[]): string | undefined {
  if (!changes.some((line) => line.startsWith("## "))) return undefined;
  const pages = fetched.filter((line) => /^(?:changed|moved|added|removed): /u.test(line));
  const said = [
    "The clouds' documentation has changed. The catalogue of its newest commits differs in these facts.",
    "",
    ...changes,
    "## Pages",
    "",
    ...(pages.length === 0 ? ["None changed."] : pages.map((line) => `- ${line}`)),
    "",
  ];
  return shortened(`${said.join("\n")}\n`) + toDo;
}

const toDo = [
  "## To do",
  "",
  "- [ ] Read the new pages: some only use the actions of other services.",
  "- [ ] Write what users notice into `CHANGELOG.md`, once this is merged: the next run replaces this branch.",
  "- [ ] Close this pull request and open it again: GitHub starts no checks for what a workflow opens.",
  "",
].join("\n");

function shortened(text: string): string {
  if (text.length <= maxLength) return text;
  const kept = text.slice(0, text.lastIndexOf("\n", maxLength));
  return `${kept}\n\nThere is more than fits in here: see \`npm run diff-catalog\`.\n\n`;
}
