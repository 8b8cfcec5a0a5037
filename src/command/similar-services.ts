import leven from "leven";
import { servicesOf } from "../catalog/apis.js";
import type { Tables } from "../catalog/catalog.js";
import type { Cloud } from "../catalog/format.js";

const maxSimilar = 3;

/**
 * The services that somebody may mean by a name that no cloud has, nearest first. The rules guess less: there, a name of
 * three letters is one edit away from too many.
 */
export function similarServices(tables: Tables, name: string, clouds: readonly Cloud[]): readonly string[] {
  const known = new Set(clouds.flatMap((cloud) => servicesOf(tables, cloud)));
  const near = [...known]
    .map((service) => ({ service, distance: leven(service, name.toLowerCase()) }))
    .filter(({ service, distance }) => distance <= (service.length < 6 ? 1 : 2))
    .sort((one, other) => one.distance - other.distance || (one.service < other.service ? -1 : 1));
  return near
    .filter(({ distance }) => distance === near[0]?.distance)
    .map(({ service }) => service)
    .slice(0, maxSimilar);
}
