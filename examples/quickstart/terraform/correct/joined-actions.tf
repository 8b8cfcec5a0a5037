resource "huaweicloud_identity_role" "joined_actions" {
  name        = "joined-actions"
  description = "Look at images"
  type        = "XA"
  policy = jsonencode({
    Version = "1.1"
    Statement = [
      {
        Effect = "Allow"
        Action = ["ims:images:get", "ims:images:list"]
      },
    ]
  })
}
