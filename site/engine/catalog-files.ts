import { clouds, type CatalogIndex } from "../../src/catalog/format.js";
import { hasPackageFile, keepPackageFile, readPackageFile } from "./package-files.js";

/** Fetches a published file by its name, such as `catalog/otc/ims.json`. */
export type FetchText = (name: string) => Promise<string>;

/** The published file with the files of all services: an object of texts by name. */
export const allServices = "catalog/all.json";

/** What the plugin reads when it is imported, and the index of the services. */
const firstFiles = ["package.json", "catalog/identity.json", "catalog/index.json"];

/** Fetches files of the catalogue for the plugin, each once. */
export class CatalogFiles {
  readonly #fetchText: FetchText;
  readonly #kept = new Map<string, Promise<void>>();

  constructor(fetchText: FetchText) {
    this.#fetchText = fetchText;
  }

  /** What has to be there before the plugin is imported. */
  async fetchIndex(): Promise<void> {
    await Promise.all(firstFiles.map((name) => this.#keep(name)));
  }

  /** The files of some services in each cloud that has them. Other names are ignored. */
  async fetchServices(names: Iterable<string>): Promise<void> {
    await Promise.all([...names].flatMap(filesOf).map((name) => this.#keep(name)));
  }

  /** The services that a text names, and those that their tables name. */
  async fetchNamedIn(text: string): Promise<void> {
    const named = servicesNamedIn(text);
    await this.fetchServices(named);
    const texts = [...named].flatMap(filesOf).map(readPackageFile);
    await this.fetchServices(servicesNamedIn(texts.join("\n")));
  }

  async fetchAll(): Promise<void> {
    const files = JSON.parse(await this.#fetchText(allServices)) as Record<string, string>;
    const missing = Object.entries(files).filter(([name]) => !hasPackageFile(name));
    await Promise.all(missing.map(([name, text]) => keepPackageFile(name, text)));
  }

  #keep(name: string): Promise<void> {
    const kept =
      this.#kept.get(name) ??
      this.#fetchText(name).then(
        (text) => keepPackageFile(name, text),
        (error: unknown) => {
          // The next one who asks tries again.
          this.#kept.delete(name);
          throw error;
        },
      );
    this.#kept.set(name, kept);
    return kept;
  }
}

function index(): CatalogIndex {
  return JSON.parse(readPackageFile("catalog/index.json")) as CatalogIndex;
}

function filesOf(service: string): string[] {
  const { services, identity } = index();
  const has = (entries: object | undefined) => entries !== undefined && Object.hasOwn(entries, service);
  return clouds.flatMap((cloud) => [
    ...(has(services[cloud]) ? [`catalog/${cloud}/${service}.json`] : []),
    ...(has(identity?.[cloud]) ? [`catalog/${cloud}/identity/${service}.json`] : []),
  ]);
}

/** The documented services that stand before a colon. */
function servicesNamedIn(text: string): ReadonlySet<string> {
  const words = new Set([...text.matchAll(/[a-z][\w-]*(?=:)/giu)].map(([word]) => word.toLowerCase()));
  const { services, identity } = index();
  const known = clouds.flatMap((cloud) => Object.keys({ ...services[cloud], ...identity?.[cloud] }));
  return new Set(known.filter((name) => words.has(name)));
}
