/**
 * A JSON schema of draft 7, which the editors' servers read, with their own additions: `errorMessage`,
 * `markdownDescription`, `markdownEnumDescriptions` and `doNotSuggest`.
 */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** A name to offer, and what an editor shows beside it, in Markdown. */
export interface Offer {
  readonly name: string;
  readonly text: string;
}

/** Schemas that hold for any text, from which an editor offers some names and shows what they are. */
export interface Offered {
  /** To go into `allOf`. */
  readonly schemas: readonly Schema[];
  /** What they refer to. */
  readonly definitions: Schema;
}

/** @param definition a name for what the schemas share */
export type OfferForm = (definition: string, offers: readonly Offer[]) => Offered;

/** For the JSON server: it shows the text of the one name that stands there. */
export const jsonForm: OfferForm = (_, offers) => ({ schemas: [{ anyOf: [enumOf(offers), {}] }], definitions: {} });

/**
 * For the YAML server, which shows a whole `enum` where the cursor is in a text that it applies to
 * (findings/yaml-language-server-names.sh). So this one never does:
 * the server offers it for an item that is still empty, which is no text, and otherwise under `anyOf`, whatever fails
 * there. The text of the name that stands there comes from a `const` of its own, among those that begin alike, as the
 * server takes seconds for hundreds of them. Where quotes stand, it leaves them out of what it inserts, and a name that
 * begins with `*` is an alias then.
 */
export const yamlForm: OfferForm = (definition, offers) => {
  const safe = offers.filter(({ name }) => !name.startsWith("*"));
  const all = { $ref: `#/definitions/${definition}` };
  const beginnings = [...new Set(safe.map(({ name }) => beginningOf(name)))];
  return {
    schemas: [
      { anyOf: [{ pattern: noText, anyOf: [all] }, {}] },
      { if: { type: "string" }, else: all },
      ...beginnings.map((beginning) => ({
        if: { type: "string", pattern: `^${beginning}` },
        then: {
          anyOf: [
            ...safe
              .filter(({ name }) => beginningOf(name) === beginning)
              .map(({ name, text }) => ({ const: name, markdownDescription: text })),
            {},
          ],
        },
      })),
    ],
    definitions: { [definition]: { ...enumOf(safe), errorMessage: "This is no text." } },
  };
};

const noText = "^(?!)";

/** The service of an action or a resource. */
function beginningOf(name: string): string {
  return name.slice(0, name.indexOf(":") + 1);
}

function enumOf(offers: readonly Offer[]): Schema {
  return { enum: offers.map(({ name }) => name), markdownEnumDescriptions: offers.map(({ text }) => text) };
}

/**
 * Refuses texts that do not match a regular expression, with a short message: without `errorMessage`, the validators print
 * the expression, however long it is. So what fails is one that no text matches and that people can read.
 */
export function requireMatch(pattern: string, errorMessage: string): Schema {
  const readable = errorMessage.replace(/[.*+?^${}()|[\]\\/]/gu, ".");
  return { if: { pattern }, else: { pattern: `${noText}${readable}`, errorMessage } };
}
