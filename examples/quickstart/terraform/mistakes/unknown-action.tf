resource "huaweicloud_identity_role" "unknown_action" {
  name        = "unknown-action"
  description = "Change images"
  type        = "XA"
  policy = jsonencode({
    Version = "1.1"
    Statement = [
      {
        Effect = "Allow"
        Action = ["ims:images:list", "ims:images:updaet"]
      },
    ]
  })
}
