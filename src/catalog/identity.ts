import type { Cloud } from "./format.js";
import type { IdentityAction, IdentityFile } from "./identity-format.js";
import { readIdentityFile, readIndex } from "./store.js";

/** What a service offers to identity policies. */
export interface IdentityService {
  readonly file: IdentityFile;
  /** The actions, by name in lower case. */
  readonly actions: ReadonlyMap<string, IdentityAction>;
}

/**
 * What a cloud's sources say of a service in identity policies, read on first access; `undefined` if they say nothing.
 *
 * @param name in lower case
 */
export function identityService(cloud: Cloud, name: string): IdentityService | undefined {
  const key = `${cloud}/${name}`;
  if (!services.has(key)) {
    services.set(key, readService(cloud, name));
  }
  return services.get(key);
}

const services = new Map<string, IdentityService | undefined>();

function readService(cloud: Cloud, name: string): IdentityService | undefined {
  if (!Object.hasOwn(readIndex().identity?.[cloud] ?? {}, name)) {
    return undefined;
  }
  const file = readIdentityFile(cloud, name);
  return { file, actions: new Map(file.actions.map((action) => [action.name.toLowerCase(), action])) };
}

/** The services that a cloud's sources say something of in identity policies, in lower case. */
export function servicesWithIdentityActions(cloud: Cloud): readonly string[] {
  return Object.keys(readIndex().identity?.[cloud] ?? {});
}
