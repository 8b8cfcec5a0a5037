import { isEveryUri } from "../policy/resource.js";
import { resourceTypeOf } from "../policy/resource-types.js";
import { urnTypesOf } from "../policy/urn-types.js";
import type { Obstacle } from "./plain-policy.js";

/** What of some resources one of the two versions does not say, or not for sure. */
export function resourceObstacles(resources: readonly string[], place: string): readonly Obstacle[] {
  return resources.flatMap((text, index) =>
    isEveryUri(text) || isOfBoth(text)
      ? []
      : [{ place: `${place}[${index}]`, reason: `"${text}" is not a resource that both versions are known to have.` }],
  );
}

/** Characters that no version reads as anything else. */
const plain = /^[\w*./:-]+$/u;

function isOfBoth(text: string): boolean {
  const [service = "", region = "", , type = "", ...path] = text.split(":");
  const name = service.toLowerCase();
  return (
    plain.test(text) &&
    path.length > 0 &&
    resourceTypeOf(name, type) !== undefined &&
    urnTypesOf(name).some((known) => known.toLowerCase() === type.toLowerCase()) &&
    // A bucket is in no region in version 1.1.
    (name !== "obs" || /^\**$/u.test(region))
  );
}
