import { parseJsonText } from "../../src/hosts/json/json-text.js";
import { readDocument, type Dialect, type PolicyDocument } from "../../src/policy/document.js";
import type { ObjectValue } from "../../src/policy/value.js";
import { MappedText } from "../../src/text/mapped-text.js";
import { firstObject, sourceOf } from "../sources.js";

/** The object that a JavaScript expression stands for, the first in it with a key `Statement`. */
export function objectIn(expression: string): ObjectValue {
  return firstObject(sourceOf(`(${expression})`));
}

/** The policy that a JavaScript object literal stands for. */
export function documentIn(expression: string, dialect: Dialect = "1.1"): PolicyDocument {
  return readDocument(objectIn(expression), dialect);
}

/** The policy that a JSON text stands for: quicker to read than code, where there are thousands of them. */
export function documentInJson(text: string): PolicyDocument {
  const json = parseJsonText(MappedText.verbatim(text));
  if (!json?.isValid || json.root.kind !== "object") {
    throw new Error(`No JSON object: ${text}`);
  }
  return readDocument(json.root, "1.1");
}

/** The policy with these statements: `Allow ims:images:list`, `Deny not ims:*:*, evs:*:* if ...`. */
export function documentOf(...statements: readonly string[]): PolicyDocument {
  const written = statements.map((statement) => {
    const { effect, not, actions, more } =
      /^(?<effect>\w+) (?<not>not )?(?<actions>[^{]*)(?<more>\{.*\})?$/u.exec(statement)?.groups ?? {};
    const names = (actions ?? "").split(",").map((name) => name.trim());
    const key = not ? "NotAction" : "Action";
    return { Effect: effect, [key]: names, ...(more ? (JSON.parse(more) as object) : {}) };
  });
  return documentInJson(JSON.stringify({ Version: "1.1", Statement: written }));
}

/** The policy, granted to one group on some IAM projects. */
export function grantedAt(document: PolicyDocument, ...targets: readonly string[]): PolicyDocument {
  const grantSites = targets.map(
    (target) => ({ scope: "iam-project", range: [0, 0], principal: "group", target }) as const,
  );
  return { ...document, grantSites };
}
