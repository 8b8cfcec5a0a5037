// huaweicloud-iam scope: enterprise-project

export const imagePublisher = {
  Version: "1.1",
  Statement: [{ Effect: "Allow", Action: ["ims:images:list", "ims:images:delete"] }],
};
