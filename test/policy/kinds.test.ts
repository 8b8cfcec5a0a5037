import { describe, expect, it } from "vitest";
import { documentIn } from "./statements.js";

const policy = (...statements: string[]): string =>
  `{ Version: "5.0", Statement: [${statements.map((more) => `{ Effect: "Allow", Action: ["sts:agencies:assume"], ${more} }`).join()}] }`;

describe("the kind of a policy by its keys", () => {
  it.each<[what: string, code: string, kind: string | undefined]>([
    ["trust, with an account", policy('Principal: { IAM: ["0123456789abcdef0123456789abcdef"] }'), "trust"],
    ["trust, with a service", policy("", 'Principal: { Service: ["service.APIG"] }'), "trust"],
    ["trust, with an identity provider", policy("Principal: { Federated: who }"), "trust"],
    ["trust, with all principals but one", policy("NotPrincipal: { IAM: [] }"), "trust"],
    ["not known without a principal", policy('Resource: ["*"]'), undefined],
    ["not known with any principal", policy('Principal: "*"'), undefined],
    ["not known with the principals of AWS", policy("Principal: { AWS: [] }"), undefined],
  ])("is %s", (_, code, kind) => {
    expect(documentIn(code, "5.0").kind).toBe(kind);
  });

  it("is one of version 5.0 only", () => {
    expect(documentIn(policy("Principal: { IAM: [] }"), "1.1").kind).toBeUndefined();
  });
});
