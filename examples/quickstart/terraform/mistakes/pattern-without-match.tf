resource "huaweicloud_identity_role" "pattern_without_match" {
  name        = "pattern-without-match"
  description = "Manage images"
  type        = "XA"
  policy      = <<-EOT
    {
      "Version": "1.1",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["ims:image:*"]
        }
      ]
    }
  EOT
}
