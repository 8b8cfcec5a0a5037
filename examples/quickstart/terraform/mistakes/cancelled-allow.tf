resource "opentelekomcloud_identity_role_v3" "cancelled_allow" {
  display_name  = "cancelled-allow"
  description   = "Delete images, or not"
  display_layer = "project"

  statement {
    effect = "Allow"
    action = ["ims:images:list", "ims:images:delete"]
  }

  statement {
    effect = "Deny"
    action = ["ims:images:delete"]
  }
}
