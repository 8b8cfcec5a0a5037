# Every file of the folder may use these.
locals {
  image_reads = ["ims:images:get", "ims:images:list", "ims:images:lsit"]

  teams = {
    backup = ["cbr:vaults:list", "cbr:vaults:get"]
    images = local.image_reads
  }
}
