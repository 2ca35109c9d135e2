import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Creates a function that moves old files and folders into a folder `trash`, which is deleted after all builds. An
 * ext4 file system without a journal, such as the disk of some virtual machines, does not give the inode of a deleted
 * file to a new one for five minutes. A build after the deletion of thousands of files searches for free inodes,
 * for seconds in the kernel.
 * @param folder An existing folder on the same disk as the files.
 */
export function createTrash(folder: string): (...paths: string[]) => void {
  const trash = join(folder, 'trash');
  let count = 0;
  return (...paths) => {
    mkdirSync(trash, { recursive: true });
    for (const path of paths.filter((path) => existsSync(path)))
      renameSync(path, join(trash, String((count += 1))));
  };
}
