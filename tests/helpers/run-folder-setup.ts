import { rmSync } from 'node:fs';
import { newRunFolder } from '../../scripts/run-folder.ts';

/** Global setup: the folder in which tests share what they build, gone at the end unless it is lent. */
export default function setup(): () => void {
  const own = process.env.LECTERN_TEST_RUN === undefined;
  const folder = (process.env.LECTERN_TEST_RUN ??= newRunFolder());
  return () => {
    if (own) rmSync(folder, { recursive: true, force: true });
  };
}
