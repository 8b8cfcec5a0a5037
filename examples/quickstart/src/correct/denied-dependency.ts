export const imageMaker = {
  role: {
    display_name: "image-maker",
    type: "XA",
    description: "Make images of servers",
    policy: {
      Version: "1.1",
      Statement: [
        {
          Effect: "Allow",
          Action: ["ecs:servers:createImage", "evs:volumes:get", "evs:snapshots:create", "ims:images:*"],
        },
        { Effect: "Deny", Action: ["ims:images:export"] },
      ],
    },
  },
};
