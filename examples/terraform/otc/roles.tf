# The provider of Open Telekom Cloud has blocks.
resource "opentelekomcloud_identity_role_v3" "zone_editor" {
  display_name  = "zone-editor"
  description   = "Edits zones"
  display_layer = "project"

  statement {
    effect = "Allow"
    action = [
      "dns:zone:get",
      "dns:zone:list",
      "dns:zone:updte",
    ]
  }

  dynamic "statement" {
    for_each = var.may_delete_zones ? [true] : []
    content {
      effect = "Allow"
      action = ["dns:zone:delte"]
    }
  }
}
