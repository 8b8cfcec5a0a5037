import type { Tables } from "../catalog/catalog.js";
import type { Cloud } from "../catalog/format.js";
import { describeRows, describeService, describeSources } from "./describe.js";
import { absentLine, explanationOf, servicesOf } from "./explanation.js";
import { rowsOfApi, type RowFacts, type ServiceFacts } from "./facts.js";
import { siteLine } from "./site-page.js";
import type { Answer, Terminal } from "./verb.js";

/** What documented APIs need. */
export function explainApis(tables: Tables, apis: readonly string[], clouds: readonly Cloud[]): Answer {
  const rows = apis.flatMap((api) => clouds.flatMap((cloud) => rowsOfApi(tables, cloud, api)));
  const services = servicesOf(
    tables,
    rows.map(({ service }) => service),
    clouds,
  ).filter((facts) => rows.some(({ cloud, service }) => facts.cloud === cloud && facts.service === service));
  return explanationOf({ kind: "api", found: true, rows, services }, (terminal) =>
    apis.map((api) => describeApi(tables, api, rows, services, clouds, terminal)).join("\n"),
  );
}

function describeApi(
  tables: Tables,
  api: string,
  rows: readonly RowFacts[],
  services: readonly ServiceFacts[],
  clouds: readonly Cloud[],
  terminal: Terminal,
): string {
  const own = rows.filter(({ apis }) => apis.includes(api)).map((row) => ({ ...row, apis: [api] }));
  const parts = services.flatMap((facts) => {
    const ofService = own.filter(({ cloud, service }) => cloud === facts.cloud && service === facts.service);
    return ofService.length === 0
      ? []
      : [
          [
            describeService(facts, facts.cloud, terminal),
            describeRows(tables, ofService, terminal),
            describeSources(ofService, terminal),
          ].join(""),
        ];
  });
  const absent = clouds.filter((cloud) => !own.some((row) => row.cloud === cloud));
  // The site has no pages of projects.
  const isPublished = own.some(({ source }) => source.ownPage === null);
  return [...parts, ...absentLine(absent, terminal), ...(isPublished ? [siteLine(api, terminal)] : [])].join("\n");
}
