import { IdentityGroup } from "../.gen/providers/huaweicloud/identity-group/index.js";
import { IdentityGroupRoleAssignment } from "../.gen/providers/huaweicloud/identity-group-role-assignment/index.js";
import { app, creator, keeper, reader, stack } from "./roles.js";

const enterpriseProjectId = "b261a27c-6b4b-4a0e-9f0d-d8b9a9d6c1f2";
const projectId = "0605767b5780d5762fc5c0118072a564";

const team = new IdentityGroup(stack, "team", { name: "team" });
const builders = new IdentityGroup(stack, "builders", { name: "builders" });

new IdentityGroupRoleAssignment(stack, "reader-team", {
  groupId: team.id,
  roleId: reader.id,
  enterpriseProjectId,
});

new IdentityGroupRoleAssignment(stack, "keeper-team", {
  groupId: team.id,
  roleId: keeper.id,
  enterpriseProjectId,
});

// Creating an image has no effect on an enterprise project.
new IdentityGroupRoleAssignment(stack, "creator-team", {
  groupId: team.id,
  roleId: creator.id,
  enterpriseProjectId,
});

// On an IAM project it has.
new IdentityGroupRoleAssignment(stack, "creator-builders", {
  groupId: builders.id,
  roleId: creator.id,
  projectId,
});

app.synth();
