variable "enterprise_project_id" {
  type = string
}
