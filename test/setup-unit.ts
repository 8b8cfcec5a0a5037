import { vi } from "vitest";

vi.mock("../src/catalog/store.js", () => import("./fixtures/catalog.js"));
