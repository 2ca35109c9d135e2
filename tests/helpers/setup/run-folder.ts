import { rmSync } from 'node:fs';
import { newRunFolder } from '../../../scripts/run-folder.ts';

/** Global setup: creates the folder for builds that tests share. Removes it at the end unless `npm test` owns it. */
export default function setup(): () => void {
  const isOwner = process.env.LECTERN_TEST_RUN === undefined;
  const folder = (process.env.LECTERN_TEST_RUN ??= newRunFolder());
  return () => {
    if (isOwner) rmSync(folder, { recursive: true, force: true });
  };
}
