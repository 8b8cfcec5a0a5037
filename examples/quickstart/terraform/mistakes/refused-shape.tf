resource "huaweicloud_identity_role" "refused_shape" {
  name        = "refused-shape"
  description = "List images"
  type        = "XA"
  policy = jsonencode({
    Version = "1.1"
    Statement = [
      {
        Effect = "Allow"
        Action = "ims:images:list"
      },
    ]
  })
}
