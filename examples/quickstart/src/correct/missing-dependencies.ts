export const imageMaker = `{
  "Version": "1.1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "ecs:servers:createImage",
        "evs:volumes:get",
        "evs:snapshots:create",
        "ims:images:create",
        "ims:images:get",
        "ims:images:list",
        "ims:images:update",
        "ims:images:delete"
      ]
    }
  ]
}`;
