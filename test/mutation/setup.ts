import { vi } from "vitest";
import type * as memory from "../../src/text/memoize.js";
import type * as hostsTable from "../hosts-table.js";

// A mutant is judged by the tests that run it; what an earlier test had memoize would not be run again.
vi.mock("../../src/text/memoize.js", async (importOriginal) => ({
  ...(await importOriginal<typeof memory>()),
  memoizeByText: (workOut: unknown) => workOut,
}));

// The host that takes most to read stands for all of them, in a fraction of their time.
vi.mock("../hosts-table.js", async (importOriginal) => {
  const table = await importOriginal<typeof hostsTable>();
  function testPolicies(...[name, rule, cases, among = table.hosts]: Parameters<typeof table.testPolicies>): void {
    const strings = among.filter((host) => host.name === "string");
    table.testPolicies(name, rule, cases, strings);
  }
  return { ...table, testPolicies };
});
