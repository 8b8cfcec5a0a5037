export const imageMaker = `{
  "Version": "1.1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "ecs:servers:createImage"
      ]
    }
  ]
}`;
