resource "opentelekomcloud_identity_role_v3" "denied_dependency" {
  display_name  = "denied-dependency"
  description   = "Make images of servers"
  display_layer = "project"

  statement {
    effect = "Allow"
    action = [
      "ecs:servers:createImage",
      "ecs:servers:list",
      "evs:volumes:get",
      "evs:snapshots:create",
      "ims:images:create",
      "ims:images:get",
      "ims:images:list",
      "ims:images:update",
      "ims:images:delete",
      "ims:quotas:get",
    ]
  }

  statement {
    effect = "Deny"
    action = ["ims:images:export"]
  }
}
