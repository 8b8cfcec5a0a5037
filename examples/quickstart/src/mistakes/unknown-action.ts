export const imagePublisher = {
  Version: "1.1",
  Statement: [{ Effect: "Allow", Action: ["ims:images:list", "ims:images:updaet"] }],
} as const;
