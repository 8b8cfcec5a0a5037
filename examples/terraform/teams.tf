# One role for each team.
resource "huaweicloud_identity_role" "team" {
  for_each    = local.teams
  name        = "team-${each.key}"
  description = "Reads what the team ${each.key} needs"
  type        = "XA"
  policy = jsonencode({
    Version   = "1.1"
    Statement = [{ Effect = "Allow", Action = each.value }]
  })
}
