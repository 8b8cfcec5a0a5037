resource "opentelekomcloud_identity_role_v3" "region_of_global_service" {
  display_name  = "region-of-global-service"
  description   = "List a bucket"
  display_layer = "domain"

  statement {
    effect   = "Allow"
    action   = ["obs:bucket:ListBucket"]
    resource = ["obs:*:*:bucket:photos"]
  }
}
