export const policy = {
  Version: "1.1",
  Statement: [{ Effect: "Allow", Action: ["obs:bucket:ListBucket"], Resource: ["obs:*:*:bucket:photos"] }],
};
