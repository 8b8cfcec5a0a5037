export const imageReader = JSON.stringify({
  Version: "1.1",
  Statement: [{ Effect: "Allow", Action: ["ims:images:get", "ims:images:list"] }],
});
