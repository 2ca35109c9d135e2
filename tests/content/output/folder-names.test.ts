import { expect, test } from 'vitest';
import { FolderError } from '../../../src/content/output/disk-error.ts';
import { checkFolderName } from '../../../src/content/output/folder-names.ts';

test.each(['/home/ada/100% maths', '/home/c#/site', '/home/ada/what?/site'])(
  'no site is built in %s',
  (folder) => {
    for (const kind of ['project', 'site'] as const)
      expect(() => checkFolderName(folder, kind)).toThrow(FolderError);
  },
);

test('the message names the character and the folder', () => {
  expect(() => checkFolderName("/home/ada's/site", 'project')).toThrow(
    `The path of the project contains "'": /home/ada's/site
Files in a folder with this character cannot be built. Rename the folder "ada's".`,
  );
  expect(() => checkFolderName("/home/ada's/site", 'site')).not.toThrow();
});

test.each(['/home/ada/my site', '/home/adá/Vorträge (neu) [2]', '/home/ada/!+@~^;=,|`<>&{}$'])(
  '%s may be the folder of a site',
  (folder) => {
    for (const kind of ['project', 'site'] as const)
      expect(() => checkFolderName(folder, kind)).not.toThrow();
  },
);
