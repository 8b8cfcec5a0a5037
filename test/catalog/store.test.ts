import { describe, expect, it, vi } from "vitest";
import type { Cloud } from "../../src/catalog/format.js";

const { readIdentityFile, readIndex, readService } =
  await vi.importActual<typeof import("../../src/catalog/store.js")>("../../src/catalog/store.js");

const indexed = Object.entries(readIndex().services).flatMap(([cloud, entries]) =>
  Object.keys(entries).map((service) => ({ cloud: cloud as Cloud, service })),
);

describe("the catalogue's files", () => {
  it("match the index", () => {
    expect(indexed.length).toBeGreaterThan(0);
    const unlike = indexed.filter(({ cloud, service }) => {
      const file = readService(cloud, service);
      return file.cloud !== cloud || file.service !== service || !Array.isArray(file.rows);
    });
    expect(unlike).toEqual([]);
  });

  it("about identity policies match the index, and are named when they are missing", () => {
    const listed = Object.entries(readIndex().identity ?? {}).flatMap(([cloud, entries]) =>
      Object.entries(entries).map(([service, { actions }]) => [cloud as Cloud, service, actions] as const),
    );
    expect(listed.length).toBeGreaterThan(0);
    expect(
      listed.filter(([cloud, service, actions]) => readIdentityFile(cloud, service).actions.length !== actions),
    ).toEqual([]);
    expect(() => readIdentityFile("otc", "no-such-service")).toThrow('"catalog/otc/identity/no-such-service.json"');
  });

  it("are read once", () => {
    const [first] = indexed;
    expect(readIndex()).toBe(readIndex());
    expect(first && readService(first.cloud, first.service)).toBe(first && readService(first.cloud, first.service));
  });

  it("that are missing are named, with the cause", () => {
    const error = caught(() => readService("otc", "no-such-service"));
    expect(error.message).toMatch(
      /^The file "catalog\/otc\/no-such-service\.json" of eslint-plugin-huaweicloud-iam is missing or damaged \(ENOENT: .+\)\. Reinstall the package, and restart your editor if it is open\.$/u,
    );
    expect(error.cause).toMatchObject({ code: "ENOENT" });
  });

  it("that are missing are not cached", () => {
    expect(() => readService("otc", "no-such-service")).toThrow();
    expect(() => readService("otc", "no-such-service")).toThrow();
  });

  it.each(["__proto__", "constructor", "toString"])("exclude names that every object has: %s", (name) => {
    expect(() => readService("otc", name)).toThrow(`"catalog/otc/${name}.json"`);
    expect(() => readService(name as Cloud, name)).toThrow(`"catalog/${name}/${name}.json"`);
  });
});

function caught(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) {
      return error;
    }
  }
  throw new Error("Nothing was thrown.");
}
