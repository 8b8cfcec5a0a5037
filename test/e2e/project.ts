import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Where `npm run e2e` has installed the packed plugin and the programs. */
const installed = join(import.meta.dirname, "node_modules");

/** What a program has printed when it has ended. */
export interface Outcome {
  /** The exit status; -1 where a signal ended it. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A user's project, in a folder of its own outside of this repository, with everything installed. */
export interface Project {
  /** Absolute, without symbolic links. */
  readonly folder: string;
  /** What programs find in the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Writes files, by their paths in the project. */
  write(files: Readonly<Record<string, string>>): void;
  read(path: string): string;
  /** Runs a program of `node_modules/.bin` or of the system, without network. */
  run(program: string, ...args: readonly string[]): Outcome;
  /** Runs a program that installs others: with the network and npm's cache, as whoever runs the tests has them. */
  install(program: string, ...args: readonly string[]): Outcome;
  /** Runs the lines of a guide as a shell does, up to the first that fails. */
  shell(script: string): Outcome;
}

/**
 * Makes a project for the test that runs; it is gone when the test has finished.
 *
 * @param files what stands in it, by path
 * @throws where the programs are not installed
 */
export function createProject(files: Readonly<Record<string, string>>): Project {
  if (!existsSync(installed)) {
    throw new Error("The programs are not installed. Run `npm run e2e`, which installs them.");
  }
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "huaweicloud-iam-e2e-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "project", "node_modules"), { recursive: true });
  return projectIn(join(folder, "project"), join(folder, "home"), {
    "package.json": '{ "name": "project", "private": true }\n',
    ...files,
  });
}

function projectIn(folder: string, home: string, files: Readonly<Record<string, string>>): Project {
  for (const name of readdirSync(installed)) {
    symlinkSync(join(installed, name), join(folder, "node_modules", name));
  }
  const env = environment(folder, home);
  const runIn = (variables: NodeJS.ProcessEnv, program: string, args: readonly string[]): Outcome => {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: folder,
      env: variables,
      encoding: "utf8",
    });
    if (error) {
      throw error;
    }
    return { status: status ?? -1, stdout, stderr };
  };
  const project: Project = {
    folder,
    env,
    write(written) {
      for (const [path, text] of Object.entries(written)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    run: (program, ...args) => runIn(env, program, args),
    install: (program, ...args) => runIn({ ...env, ...network() }, program, args),
    shell: (script) => project.run("sh", "-e", "-c", script),
  };
  mkdirSync(home);
  project.write(files);
  return project;
}

/** A user's environment that is the same on every machine: nothing of whoever runs the tests, and no network for npm. */
function environment(folder: string, home: string): Record<string, string> {
  return {
    PATH: [join(folder, "node_modules", ".bin"), dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
    HOME: home,
    LANG: "C.UTF-8",
    NO_COLOR: "1",
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "A user",
    GIT_AUTHOR_EMAIL: "user@example.com",
    GIT_COMMITTER_NAME: "A user",
    GIT_COMMITTER_EMAIL: "user@example.com",
  };
}

/** How the machine reaches npm's registry. */
function network(): NodeJS.ProcessEnv {
  const names = /^(?:npm_config_(?:cache|cafile|registry|https?_proxy)|(?:https?|no)_proxy|node_extra_ca_certs)$/iu;
  const ofMachine = Object.entries(process.env).filter(([name]) => names.test(name));
  return { ...Object.fromEntries(ofMachine), npm_config_offline: "false", npm_config_prefer_offline: "true" };
}
