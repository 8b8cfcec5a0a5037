/** A text of about so many lines, as modules have them: roles, locals, loops and heredocs. */
export function terraformOf(lines: number): string {
  const pieces: string[] = [];
  for (let count = 0; count < lines; count += piece(0).split("\n").length - 1) {
    pieces.push(piece(pieces.length));
  }
  return pieces.join("");
}

function piece(index: number): string {
  return `resource "opentelekomcloud_identity_role_v3" "role_${index}" {
  display_name  = "role-\${var.name}-${index}"
  description   = "Images of the team, \\"all\\" of them"
  display_layer = "project" # as IMS is
  statement {
    effect   = "Allow"
    action   = ["ims:images:list", "ims:images:get", "evs:volumes:list"]
    resource = [format("OBS:*:*:bucket:%s", local.bucket), "OBS:*:*:object:\${var.prefix}/*"]
  }
}

locals {
  policy_${index} = jsonencode({
    Version   = "1.1"
    Statement = [for s in var.statements : { Effect = "Allow", Action = s.actions } if length(s.actions) > 0]
  })
  json_${index} = <<-EOT
    {
      "Version": "1.1",
      "Statement": [{ "Effect": "Allow", "Action": ["obs:bucket:\${local.x}"] }]
    }
  EOT
}

`;
}

/** A text without a policy, of a provider that has some. */
export function networkOf(lines: number): string {
  const pieces: string[] = [];
  for (let count = 0; count < lines; count += 9) {
    const name = `subnet_${count}`;
    pieces.push(`resource "opentelekomcloud_vpc_subnet_v1" "${name}" {
  name       = "${name}-\${var.stage}"
  cidr       = cidrsubnet(var.cidr, 8, ${count % 250})
  vpc_id     = opentelekomcloud_vpc_v1.main.id
  gateway_ip = cidrhost(cidrsubnet(var.cidr, 8, ${count % 250}), 1)
  dns_list   = ["100.125.4.25", "100.125.129.199"]
  tags       = merge(local.tags, { Name = "${name}", Stage = var.stage })
}

`);
  }
  return pieces.join("");
}
