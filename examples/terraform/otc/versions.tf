terraform {
  required_providers {
    opentelekomcloud = { source = "opentelekomcloud/opentelekomcloud", version = "~> 1.36" }
  }
}
