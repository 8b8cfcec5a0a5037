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
  group_id              = huaweicloud_identity_group.image_creators.id
  role_id               = huaweicloud_identity_role.iam_project_only.id
  enterprise_project_id = "1e0d7c5a-6a6e-4f0c-9d5f-3f8a3a1c9a11"
}

resource "huaweicloud_identity_group" "image_creators" {
  name = "image-creators"
}
