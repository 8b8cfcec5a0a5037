import type { Tables } from "../catalog/catalog.js";
import type { Cloud } from "../catalog/format.js";
import { explainApis } from "./explain-api.js";
import { explainPattern } from "./explain-action.js";
import { explanationOf } from "./explanation.js";
import { readQuestion } from "./question.js";
import { nothingFor, renderResults } from "./search.js";
import { searchWords } from "./search-words.js";
import { similarServices } from "./similar-services.js";
import { suggestionSentence, unknownApi } from "./unknown-name.js";
import { exitCodes, WrongUse, type Answer, type Verb } from "./verb.js";

export const explain: Verb = {
  usage: '<action | pattern | service | "METHOD /path" | words>',
  summary: "what an action or API needs, where it works, and where that is documented",
  examples: [
    "explain ims:images:export",
    'explain "ims:images:*" --cloud otc',
    'explain "POST https://ims.eu-de.otc.t-systems.com/v2/cloudimages/action"',
    "explain export image --cloud otc",
  ],
  options: {},
  answer: async (request) => {
    if (request.words.length === 0) {
      throw new WrongUse('Say what to explain: an action, a pattern, a service or a "METHOD /path".');
    }
    const { tables } = request;
    const question = readQuestion(tables, request.words, request.clouds);
    switch (question.kind) {
      case "action":
      case "pattern":
        return explainPattern(question.pattern, request);
      case "api":
        return question.apis.length > 0
          ? explainApis(tables, question.apis, request.clouds)
          : unknownApi(question.request, request);
      case "words":
        return explainWords(tables, question.words, request.clouds);
    }
  },
};

/** Words are searched for. What is found is explained if it is one API, and listed if not. */
function explainWords(tables: Tables, words: readonly string[], clouds: readonly Cloud[]): Answer {
  const found = searchWords(tables, words, clouds);
  const [first, ...others] = found.results;
  if (!first) {
    const didYouMean = words.length === 1 ? similarServices(tables, words[0] ?? "", clouds) : [];
    return explanationOf({ kind: "words", found: false, didYouMean }, () => "", [
      nothingFor(words),
      ...suggestionSentence(didYouMean),
    ]);
  }
  if (first.api !== null && others.length === 0) {
    const { data, ...answer } = explainApis(tables, [first.api], first.clouds);
    return { ...answer, data: { ...data, kind: "words" } };
  }
  return {
    exitCode: exitCodes.found,
    data: { kind: "words", found: true, results: found.results },
    render: (terminal) => renderResults(found, clouds, terminal),
    notes: ["To see what one of them needs, explain it by its name."],
  };
}
