/**
 * Builds sites one after the other, on request of the process that started it (`build-process.ts`). Packages are
 * loaded once. The modules of each program are loaded for its build, because each program is in another folder.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildRequest } from './build-process.ts';

const home = process.cwd();

process.on('disconnect', () => process.exit());
process.on('message', (request: BuildRequest) => {
  void build(request).then((code) => process.send?.(code));
});

async function build({ program, env, args }: BuildRequest): Promise<number> {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(program);
  try {
    const command = (await import(pathToFileURL(join(program, 'src/cli/build.ts')).href)) as {
      buildSite(args: string[]): Promise<number>;
    };
    return await command.buildSite(args);
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    // Windows cannot rename the working folder of a process.
    process.chdir(home);
  }
}
