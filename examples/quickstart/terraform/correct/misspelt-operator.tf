resource "huaweicloud_identity_role" "misspelt_operator" {
  name        = "misspelt-operator"
  description = "List buckets"
  type        = "AX"
  policy = jsonencode({
    Version = "1.1"
    Statement = [
      {
        Effect = "Allow"
        Action = ["obs:bucket:ListBucket"]
        Condition = {
          StringEndWithIfExists = {
            "g:UserName" = ["-admin"]
          }
        }
      },
    ]
  })
}
