import { cloudTitles, serviceTitle } from "../../src/catalog/provenance.js";
import { describeAction } from "./action-text.js";
import { actionForm, actionsOf, rightNames } from "./name-patterns.js";
import { requireMatch, type Offer, type OfferForm, type Schema } from "./schema.js";
import type { ServiceVocabulary, Vocabulary } from "./vocabulary.js";

const formMessage = 'Write it as service:resourceType:operation. "*" stands for any part.';

/** The definition `action`: an action, or a pattern, of a custom policy. */
export function actionDefinitions(vocabulary: Vocabulary, form: OfferForm): Schema {
  const { schemas, definitions } = form("actions", offersOf(vocabulary));
  return {
    ...definitions,
    action: {
      type: "string",
      allOf: [
        ...schemas,
        requireMatch(actionForm, formMessage),
        ...vocabulary.services.flatMap((service) => serviceSchemas(vocabulary, service)),
      ],
    },
  };
}

function offersOf({ cloud, services }: Vocabulary): readonly Offer[] {
  return services.flatMap(({ service, listed }) =>
    listed.map((action) => ({ name: action.name, text: describeAction(cloud, service, action) })),
  );
}

/** A schema for each service, as only the one that is meant is compared with all of its names. */
function serviceSchemas({ cloud }: Vocabulary, service: ServiceVocabulary): readonly Schema[] {
  const right = rightNames(service);
  const message = `${cloudTitles[cloud]} lists no such action of ${serviceTitle(service.service.name)}.`;
  return right === undefined ? [] : [{ if: { pattern: actionsOf(service) }, then: requireMatch(right, message) }];
}
