variable "may_delete_zones" {
  type    = bool
  default = false
}
