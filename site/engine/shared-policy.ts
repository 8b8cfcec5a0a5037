import { languages, type Language } from "./languages.js";

/** What a link to the playground carries in its fragment, which browsers do not send. */
export interface SharedPolicy {
  readonly language: Language;
  readonly text: string;
  readonly set: "recommended" | "strict";
  /** The plugin's settings. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Entries of `rules` in a configuration. */
  readonly rules: Readonly<Record<string, unknown>>;
}

const prefix = "#policy=";

/** Links are made by people: a longer text is none of theirs. In characters. */
const maxCharacters = 200_000;

/** The fragment of a link, `#` included. */
export async function fragmentOf(policy: SharedPolicy): Promise<string> {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(policy)));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return prefix + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Whether a fragment is meant to carry a policy. */
export function isLink(fragment: string): boolean {
  return fragment.startsWith(prefix);
}

/** What the fragment of a link carries; `undefined` if it is none of ours, or damaged. */
export async function policyIn(fragment: string): Promise<SharedPolicy | undefined> {
  if (!isLink(fragment) || fragment.length > maxCharacters) {
    return undefined;
  }
  try {
    const binary = atob(fragment.slice(prefix.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const json = new TextDecoder().decode(await through(new DecompressionStream("deflate-raw"), bytes));
    return readPolicy(JSON.parse(json));
  } catch {
    return undefined;
  }
}

function readPolicy(value: unknown): SharedPolicy | undefined {
  const { language, text, set, settings, rules } = (value ?? {}) as Partial<Record<keyof SharedPolicy, unknown>>;
  return typeof language === "string" && Object.hasOwn(languages, language) && typeof text === "string"
    ? {
        language: language as Language,
        text,
        set: set === "strict" ? "strict" : "recommended",
        settings: recordOf(settings),
        rules: recordOf(rules),
      }
    : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A hostile link may unfold to any size, so that it is read no further than this, in bytes. */
const maxBytes = 1_000_000;

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const result: number[] = [];
  const unfolded = new Blob([bytes]).stream().pipeThrough(stream) as unknown as AsyncIterable<Uint8Array>;
  for await (const chunk of unfolded) {
    if (result.length + chunk.length > maxBytes) {
      throw new Error("The text is too long.");
    }
    for (const byte of chunk) {
      result.push(byte);
    }
  }
  return Uint8Array.from(result);
}
