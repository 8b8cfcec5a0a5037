/** Of how many modules one has a word that the plugin takes as a reason to look at the file. */
const everyWithWord = 20;

/**
 * A module of a TypeScript project that has no policy: classes, functions, objects and texts, about 130 lines. One in
 * twenty has the word `Statement`, as the code of a bank has.
 */
export function projectModule(index: number): string {
  const noun = index % everyWithWord === 0 ? "Statement" : "Invoice";
  const parts = Array.from({ length: 6 }, (_, part) => modulePart(`${noun}${index}x${part}`, part));
  return `import { readFile } from "node:fs/promises";\n\n${parts.join("\n")}`;
}

function modulePart(name: string, part: number): string {
  return `export interface ${name} {
  readonly id: string;
  readonly total: number;
  readonly lines: readonly { readonly text: string; readonly amount: number }[];
}

const defaults${part} = { currency: "EUR", resource: "bill", retries: ${part}, labels: ["open", "paid", "late"] as const };

export class ${name}Store {
  readonly #known = new Map<string, ${name}>();

  constructor(private readonly folder: string) {}

  async load(id: string): Promise<${name}> {
    const known = this.#known.get(id);
    if (known) {
      return known;
    }
    const text = await readFile(\`\${this.folder}/\${id}.json\`, "utf8");
    const loaded = { ...(JSON.parse(text) as ${name}), id };
    this.#known.set(id, loaded);
    return loaded;
  }
}

export function describe${name}({ id, total, lines }: ${name}): string {
  return lines.length > 0 ? "Number " + id + ": " + total + " " + defaults${part}.currency : defaults${part}.labels.join(", ");
}
`;
}
