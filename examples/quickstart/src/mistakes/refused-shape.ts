export const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: "ims:images:list" }] };
