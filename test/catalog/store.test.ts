import { describe, expect, it, vi } from "vitest";
import type { Cloud } from "../../src/catalog/format.js";

const { readIndex, readService } =
  await vi.importActual<typeof import("../../src/catalog/store.js")>("../../src/catalog/store.js");

const indexed = Object.entries(readIndex().services).flatMap(([cloud, entries]) =>
  Object.keys(entries).map((service) => ({ cloud: cloud as Cloud, service })),
);

describe("the catalogue's files", () => {
  it("are those of its index", () => {
    expect(indexed.length).toBeGreaterThan(0);
    const unlike = indexed.filter(({ cloud, service }) => {
      const file = readService(cloud, service);
      return file.cloud !== cloud || file.service !== service || !Array.isArray(file.rows);
    });
    expect(unlike).toEqual([]);
  });

  it("are read once", () => {
    const [first] = indexed;
    expect(readIndex()).toBe(readIndex());
    expect(first && readService(first.cloud, first.service)).toBe(first && readService(first.cloud, first.service));
  });

  it("that are missing are named", () => {
    expect(() => readService("otc", "no-such-service")).toThrow(
      'The catalogue file "catalog/otc/no-such-service.json" of eslint-plugin-huaweicloud-iam is missing or damaged. Install the package again.',
    );
  });

  it("that are missing have their cause told", () => {
    const error: unknown = caught(() => readService("otc", "no-such-service"));
    expect(error instanceof Error && error.cause).toBeInstanceOf(Error);
  });

  it("that are missing are missing the next time too", () => {
    expect(() => readService("otc", "no-such-service")).toThrow();
    expect(() => readService("otc", "no-such-service")).toThrow();
  });
});

function caught(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}
