resource "huaweicloud_identity_role" "iam_project_only" {
  name        = "iam-project-only"
  description = "Create images"
  type        = "XA"
  policy = jsonencode({
    Version = "1.1"
    Statement = [
      {
        Effect = "Allow"
        Action = ["ims:images:list", "ims:images:create"]
      },
    ]
  })
}

resource "huaweicloud_identity_group_role_assignment" "image_creators" {
  group_id   = huaweicloud_identity_group.image_creators.id
  role_id    = huaweicloud_identity_role.iam_project_only.id
  project_id = "4a2b6c8d0e1f4a5b8c9d0e1f2a3b4c5d"
}

resource "huaweicloud_identity_group" "image_creators" {
  name = "image-creators"
}
