resource "huaweicloud_identity_group" "builders" {
  name = "builders"
}

resource "huaweicloud_identity_group_role_assignment" "builders" {
  group_id              = huaweicloud_identity_group.builders.id
  role_id               = huaweicloud_identity_role.image_creator.id
  enterprise_project_id = var.enterprise_project_id
}
