resource "opentelekomcloud_identity_role_v3" "every_service" {
  display_name  = "every-service"
  description   = "Everything"
  display_layer = "project"

  statement {
    effect = "Allow"
    action = ["ims:*:*"]
  }
}
