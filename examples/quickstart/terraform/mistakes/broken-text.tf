resource "huaweicloud_identity_role" "broken_text" {
  name        = "broken-text"
  description = "Look at images"
  type        = "XA"
  policy      = <<-EOT
    {
      "Version": "1.1",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["ims:images:get", "ims:images:list",]
        }
      ]
    }
  EOT
}
