/** A fenced block under "**Incorrect**" or "**Correct**" on a rule's page. */
export interface Example {
  readonly isCorrect: boolean;
  readonly language: string;
  readonly code: string;
  /** Where the block begins in the page. */
  readonly line: number;
  readonly setup: ExampleSetup;
}

/** What `<!-- eslint-test {...} -->` before a block says. */
export interface ExampleSetup {
  readonly options?: readonly unknown[];
  /** The plugin's own settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** The examples of a rule's page, in order. */
export function examplesOf(page: string): readonly Example[] {
  const examples: Example[] = [];
  let isCorrect: boolean | undefined;
  let setup: ExampleSetup = {};
  const token =
    /^#+ (?<heading>.*)|^\*\*(?<verdict>Incorrect|Correct)\*\*|^<!-- eslint-test (?<setup>.*) -->|^```(?<language>\w+)\n(?<code>[^]*?)^```/gmu;
  for (const match of page.matchAll(token)) {
    const { heading, verdict, setup: written, language, code } = match.groups ?? {};
    if (heading !== undefined) {
      isCorrect = undefined;
    } else if (verdict !== undefined) {
      isCorrect = verdict === "Correct";
    } else if (written !== undefined) {
      setup = JSON.parse(written) as ExampleSetup;
    } else if (language !== undefined && code !== undefined) {
      if (isCorrect !== undefined) {
        const line = page.slice(0, match.index).split("\n").length;
        examples.push({ isCorrect, language, code, line, setup });
      }
      setup = {};
    }
  }
  return examples;
}
