import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectNode, root } from '../../../scripts/project-node.mjs';
import { newRunFolder } from '../../../scripts/run-folder.ts';

/** A build, as a message to `build-host.ts`. */
export interface BuildRequest {
  /**
   * The absolute path of the program that builds. Neither the program nor the output may be where one of an earlier
   * build in the process was: Node.js loads a module of a path only once.
   */
  program: string;
  /** All environment variables of the build. */
  env: Record<string, string>;
  /** The arguments of `npm run build --`. */
  args: string[];
}

/** Runs builds one after the other in one process. */
export interface BuildProcess {
  /** Runs the build command. Returns its exit code and its output on both streams. */
  build(request: BuildRequest): Promise<{ code: number; output: string }>;
  end(): void;
}

/** The modules of each build stay in memory: about 50 MB. */
const buildsPerProcess = 16;

/**
 * Returns a process for builds, which starts with the first one. Each further build takes half the processor time of a
 * command, because Astro and the bundler are already loaded and compiled.
 */
export function createBuildProcess(): BuildProcess {
  const folder = newRunFolder();
  // When the reply arrives, a file contains all output. A pipe may not.
  const outputFile = join(folder, 'output.txt');
  let host: ChildProcess | undefined;
  let builds = 0;

  const endHost = () => {
    if (host?.connected) host.disconnect();
  };
  return {
    async build(request) {
      if (builds % buildsPerProcess === 0) endHost();
      if (!host?.connected) host = startHost(outputFile);
      builds += 1;
      const start = readFileSync(outputFile, 'utf8').length;
      const code = await requestBuild(host, request);
      return { code, output: readFileSync(outputFile, 'utf8').slice(start) };
    },
    end() {
      endHost();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startHost(outputFile: string): ChildProcess {
  const output = openSync(outputFile, 'w');
  const program = fileURLToPath(new URL('build-host.ts', import.meta.url));
  const host = spawn(projectNode(), [program], {
    cwd: root,
    stdio: ['ignore', output, output, 'ipc'],
  });
  closeSync(output);
  return host;
}

/** Returns the exit code of a build. One that fails may end its process. */
async function requestBuild(host: ChildProcess, request: BuildRequest): Promise<number> {
  const controller = new AbortController();
  const { signal } = controller;
  const reply = Promise.race([once(host, 'message', { signal }), once(host, 'exit', { signal })]);
  host.send(request);
  try {
    const [code] = (await reply) as [number | null];
    return code ?? 1;
  } finally {
    controller.abort();
  }
}
