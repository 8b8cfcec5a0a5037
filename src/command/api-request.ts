import leven from "leven";
import { rowsOf, type DocumentedRow } from "../catalog/apis.js";
import type { Tables } from "../catalog/catalog.js";
import type { Cloud } from "../catalog/format.js";
import { memoizeByText } from "../text/memoize.js";

/** A request as users paste it: `POST /v2/cloudimages/action`, a path alone, or the URL in a log. */
export interface ApiRequest {
  /** In upper case; `undefined` if the text has none. */
  readonly method: string | undefined;
  /** The host of a URL, whose first label is often the name of the service. */
  readonly host: string | undefined;
  /** With its query, without the host. */
  readonly path: string;
}

const methods = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";

/** Finds a method and path in a text, which may have more around it; `undefined` if there is no path. */
export function parseApiRequest(text: string): ApiRequest | undefined {
  const found = new RegExp(
    String.raw`(?:^|[\s"'\x60])(?:(?<method>${methods})[\s"'\x60]+)?(?:https?://(?<host>[^/\s"'\x60?#]+))?(?<path>/[^\s"'\x60,]*)`,
    "iu",
  ).exec(text)?.groups;
  const path = found?.["path"];
  return path === undefined
    ? undefined
    : { method: found?.["method"]?.toUpperCase(), host: found?.["host"]?.toLowerCase(), path };
}

/** The documented APIs that a request may be of, of all clouds; several only where the request leaves that open. */
export function apisMatching(tables: Tables, request: ApiRequest, clouds: readonly Cloud[]): readonly string[] {
  const exact = bestMatches(tables, request, clouds, (segments) => segments);
  const matches = exact.length > 0 ? exact : bestMatches(tables, request, clouds, withoutVersion);
  return matches.map((api) => spelt(tables, api, clouds));
}

/** The documented APIs most similar to a request that none matches: best first, at most five. */
export function similarApis(tables: Tables, request: ApiRequest, clouds: readonly Cloud[]): readonly string[] {
  const wanted = shapeOfRequest(request);
  const costs = new ReplacementCosts();
  const shapes = apisIn(tables, clouds).map((api) => ({ api, ...shapeOf(api) }));
  const near = wordsNear(withoutVersion(wanted.segments), shapes);
  return shapes
    .filter(({ segments }) => segments.some((segment) => near.has(segment)))
    .map((shape) => ({ api: shape.api, difference: differenceOf(wanted, shape, costs) }))
    .filter(({ difference }) => difference <= maxDifference)
    .sort((one, other) => one.difference - other.difference || (one.api < other.api ? -1 : 1))
    .slice(0, maxSimilar)
    .map(({ api }) => spelt(tables, api, clouds));
}

function shapeOfRequest({ method = "", path }: ApiRequest): Shape {
  return shapeOf(`${method} ${path}`.toLowerCase());
}

const maxSimilar = 5;

/** The share of a path that may differ. */
const maxDifference = 0.5;

/** An API taken apart, in lower case: as a table has it, or as a user asks for it. */
interface Shape {
  readonly method: string;
  /** A parameter is `{}`. An API without a path, as the tables of OBS have it by title, has no segments. */
  readonly segments: readonly string[];
  readonly query: string | undefined;
}

/** @param api in lower case */
const shapeOf = memoizeByText((api): Shape => {
  const start = api.indexOf("/");
  if (start < 0) {
    return { method: api, segments: [], query: undefined };
  }
  const [path = "", query] = api.slice(start).split(/[?#]/u, 2);
  const segments = path.slice(1, path.length > 1 && path.endsWith("/") ? -1 : undefined).split("/");
  return {
    method: api.slice(0, start).trim(),
    segments: segments.map((segment) => (isParameter(segment) ? "{}" : segment)),
    query,
  };
});

/** The APIs that some clouds document, in lower case. */
function apisIn(tables: Tables, clouds: readonly Cloud[]): readonly string[] {
  return [...new Set(clouds.flatMap((cloud) => [...rowsOf(tables, cloud).byApi.keys()]))];
}

/** The documented spelling of an API. */
function spelt(tables: Tables, api: string, clouds: readonly Cloud[]): string {
  const apis = rowsOfApi(tables, api, clouds).flatMap(({ row }) => row.apis);
  return apis.find((name) => name.toLowerCase() === api) ?? api;
}

function rowsOfApi(tables: Tables, api: string, clouds: readonly Cloud[]): readonly DocumentedRow[] {
  return clouds.flatMap((cloud) => rowsOf(tables, cloud).byApi.get(api) ?? []);
}

/** `{image_id}`, `:image_id`, `<image_id>`, `$IMAGE_ID`; a segment with more around its parameters matches anything, too. */
function isParameter(segment: string): boolean {
  return segment.includes("{") || /^(?::\w|\$|<.*>$)/u.test(segment);
}

function withoutVersion(segments: readonly string[]): readonly string[] {
  return isVersion(segments[0] ?? "") ? segments.slice(1) : segments;
}

function isVersion(segment: string): boolean {
  return /^v\d+(?:\.\d+)?$/u.test(segment);
}

/**
 * The APIs with the most segments in common with the request word by word, in lower case.
 *
 * @param partsOf the segments to compare of an API
 */
function bestMatches(
  tables: Tables,
  request: ApiRequest,
  clouds: readonly Cloud[],
  partsOf: (segments: readonly string[]) => readonly string[],
): readonly string[] {
  const wanted = shapeOfRequest(request);
  const matches = apisIn(tables, clouds)
    .filter((api) => wanted.method === "" || api.startsWith(`${wanted.method} `))
    .flatMap((api) => {
      const { segments, query } = shapeOf(api);
      const literals = literalsInCommon(wanted.segments, partsOf(segments));
      const isOther = query !== undefined && wanted.query !== undefined && !hasQuery(wanted.query, query);
      return literals === undefined || isOther
        ? []
        : [{ api, query, literals: literals + (query === undefined ? 0 : 0.5) }];
    });
  const most = Math.max(...matches.map(({ literals }) => literals));
  const best = matches
    .filter(({ literals, query }) => literals === most || (wanted.query === undefined && query !== undefined))
    .map(({ api }) => api);
  const service = request.host?.split(/[.-]/u)[0] ?? "";
  const ofHost = best.filter((api) => rowsOfApi(tables, api, clouds).some((row) => row.service === service));
  return ofHost.length > 0 ? ofHost : best;
}

function hasQuery(wanted: string, documented: string): boolean {
  const pairs = wanted.split("&");
  return documented.split("&").every((pair) => pairs.includes(pair));
}

/** The number of segments that are the same word; `undefined` if the two do not match. */
function literalsInCommon(wanted: readonly string[], documented: readonly string[]): number | undefined {
  if (wanted.length !== documented.length) {
    return undefined;
  }
  let literals = 0;
  for (const [place, segment] of documented.entries()) {
    if (segment !== "{}") {
      if (segment !== wanted[place]) {
        return undefined;
      }
      literals++;
    } else if (wanted[place] === "") {
      return undefined;
    }
  }
  return literals;
}

/** How much two APIs differ: 0 for the same, 1 for nothing in common. */
function differenceOf(wanted: Shape, documented: Shape, costs: ReplacementCosts): number {
  const ofMethod = wanted.method === "" || wanted.method === documented.method ? 0 : 0.1;
  const [one, other] = [wanted, documented].map(({ segments }) => withoutVersion(segments)) as [string[], string[]];
  const ofVersion = wanted.segments[0] === documented.segments[0] ? 0 : 0.05;
  return alignmentCost(one, other, costs) / Math.max(one.length, other.length, 1) + ofMethod + ofVersion;
}

/** The least cost of turning one list of segments into the other, with similar words cheaper than different ones. */
function alignmentCost(one: readonly string[], other: readonly string[], costs: ReplacementCosts): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index * omissionCost);
  for (const segment of one) {
    const current = [(previous[0] ?? 0) + omissionCost];
    for (const [index, target] of other.entries()) {
      current.push(
        Math.min(
          (previous[index] ?? 0) + costs.of(segment, target),
          (previous[index + 1] ?? 0) + omissionCost,
          (current[index] ?? 0) + omissionCost,
        ),
      );
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}

const omissionCost = 0.7;

/** The words of documented paths that resemble a word of a path: only the paths that have one are worth comparing. */
function wordsNear(wanted: readonly string[], documented: readonly Shape[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { segments } of documented) {
    segments.forEach((segment) => words.add(segment));
  }
  words.delete("{}");
  const written = wanted.filter((segment) => segment !== "{}");
  return new Set(
    [...words].filter((word) => !isVersion(word) && written.some((segment) => replacementCost(segment, word) < 1)),
  );
}

/** The costs of replacing one segment by another. A few segments make all paths. */
class ReplacementCosts {
  readonly #known = new Map<string, number>();

  of(written: string, documented: string): number {
    const key = `${written}/${documented}`;
    const cost = this.#known.get(key) ?? replacementCost(written, documented);
    this.#known.set(key, cost);
    return cost;
  }
}

function replacementCost(written: string, documented: string): number {
  if (written === documented) {
    return 0;
  }
  if (documented === "{}") {
    // An id, rather than a word.
    return /\d/u.test(written) ? 0 : omissionCost;
  }
  const maxDistance = Math.min(written.length, documented.length) < 5 ? 1 : 2;
  if (Math.abs(written.length - documented.length) > maxDistance) {
    return 1;
  }
  const distance = leven(written, documented, { maxDistance: maxDistance + 1 });
  return distance <= maxDistance ? distance * 0.15 : 1;
}
