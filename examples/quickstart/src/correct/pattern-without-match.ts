interface Policy {
  Version: string;
  Statement: { Effect: "Allow" | "Deny"; Action: string[] }[];
}

export const imageAdministrator = {
  Version: "1.1",
  Statement: [{ Effect: "Allow", Action: ["ims:images:*"] }],
} satisfies Policy;
