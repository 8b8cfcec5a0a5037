resource "opentelekomcloud_identity_role_v3" "missing_dependencies" {
  display_name  = "missing-dependencies"
  description   = "Make images of servers"
  display_layer = "project"

  statement {
    effect = "Allow"
    action = ["ecs:servers:createImage", "ims:images:list"]
  }
}
