resource "opentelekomcloud_identity_role_v3" "covered_action" {
  display_name  = "covered-action"
  description   = "Look at images"
  display_layer = "project"

  statement {
    effect = "Allow"
    action = ["ims:images:*"]
  }
}
