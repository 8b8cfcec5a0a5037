/** The roles of the shop's team, as our script sends them to IAM. */

const looks = ["ecs:*:get", "ecs:*:list", "ims:*:list"];

export const shopOperator = {
  role: {
    display_name: "shop-operator",
    type: "XA",
    description: "Starts and stops the servers of the shop",
    policy: {
      Version: "1.1",
      Statement: [
        {
          Effect: "Allow",
          Action: [
            ...looks,
            "ecs:servers:list",
            "ecs:cloudServers:strat",
            "ecs:cloudServers:stop, ecs:cloudServers:reboot",
            "ims:images:list",
          ],
        },
      ],
    },
  },
};

/** Ends with the campaign. */
export const photoUploaderPolicy = `{
  "Version": "1.1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["obs:object:PutObject"],
      "Resource": ["obs:*:*:object:shop-photos"],
      "Condition": { "DateLessThan": { "CurrentTime": ["2027-01-31T12:00:00Z"] } }
    }
  ]
}`;
