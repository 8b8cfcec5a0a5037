resource "huaweicloud_identity_role" "image_builder" {
  name        = "image-builder"
  description = "Builds images from servers"
  type        = "XA"
  policy = jsonencode({
    Version = "1.1"
    Statement = [
      {
        Effect = "Allow"
        Action = concat(local.image_reads, [
          "ims:images:create",
          "ims:images:updaet",
        ])
      },
    ]
  })
}

resource "huaweicloud_identity_role" "disk_reader" {
  name        = "disk-reader"
  description = "Lists disks"
  type        = "XA"
  policy      = <<-EOT
    {
      "Version": "1.1",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": [
            "evs:volumes:list",
            "evs:volumes:lst"
          ]
        }
      ]
    }
  EOT
}

resource "huaweicloud_identity_role" "image_creator" {
  name        = "image-creator"
  description = "Creates images"
  type        = "XA"
  policy = jsonencode({
    Version   = "1.1"
    Statement = [{ Effect = "Allow", Action = ["ims:images:create", "ims:images:get"] }]
  })
}
