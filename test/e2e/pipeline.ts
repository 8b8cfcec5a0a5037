import type { Outcome, Project } from "./project.js";
import { createRepository, type Repository } from "./repository.js";

/** What starts a pipeline, in GitLab's variables. https://docs.gitlab.com/ci/variables/predefined_variables/ */
export type PipelineEvent = Readonly<Record<"CI_PIPELINE_SOURCE" | "CI_COMMIT_BRANCH", string>>;

/** Stand-ins for programs that a pipeline starts. */
const programs = {
  // What it would install is there; it writes down what it was asked to do.
  "bin/npm": '#!/bin/sh\necho "$*" >> npm.log\n',
  // It would copy the files into containers, of which there are none here.
  "bin/rsync": "#!/bin/sh\n",
};

/** Makes a repository as GitLab clones it. */
export function createClone(files: Readonly<Record<string, string>>): Repository {
  const repository = createRepository({ ...files, ...programs });
  repository.shell(`
    chmod +x bin/*
    git remote add origin https://gitlab.example.com/team/policies.git
    git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
  `);
  repository.commit({});
  return repository;
}

/**
 * Runs the pipeline of a repository with https://github.com/firecow/gitlab-ci-local, which checks the file with GitLab's own
 * schema, judges the rules of the jobs and runs their scripts: here in the repository itself, not in their images.
 */
export function runPipeline(project: Project, event: PipelineEvent): Outcome {
  const variables = { ...event, CI_PROJECT_DIR: project.folder };
  return project.run(
    ...(["sh", "-c", 'PATH="$PWD/bin:$PATH" "$@"', "sh"] as const),
    ...["gitlab-ci-local", "--force-shell-executor", "--no-shell-isolation"],
    ...Object.entries(variables).flatMap(([name, value]) => ["--variable", `${name}=${value}`]),
  );
}
