export const imageReader = JSON.stringify({
  Version: "1.1",
  Statement: [{ Effect: "Allow", Action: ["ims:images:getims:images:list"] }],
});
