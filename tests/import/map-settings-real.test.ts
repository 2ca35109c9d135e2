import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/project-node.mjs';
import { mapSettings } from '../../src/import/settings/map-settings.ts';
import { readOldSite } from '../../src/import/old-site/read-old-site.ts';
import { readBack, withoutFate } from '../helpers/mapped-site.ts';

const folder = join(root, '..', 'shared', 'sites');
const names = existsSync(folder) ? readdirSync(folder).sort() : [];

test.skipIf(names.length === 0)(
  'settings, widgets and profiles of real sites (skipped without ../shared/sites)',
  async () => {
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const site = readOldSite(join(folder, name));
      const mapped = mapSettings(site);
      for (const { path, data } of site.configs) {
        expect(withoutFate(mapped, path, data), `${name}: ${path}`).toEqual([]);
      }
      for (const { fate } of [...mapped.settings, ...mapped.widgets]) {
        expect('to' in fate ? fate.to : fate.reason, name).not.toBe('');
      }
      const paths = site.files.map(({ path }) => path);
      for (const { from } of [...mapped.mapped, ...mapped.copies]) expect(paths).toContain(from);
      const { problems, settings } = await readBack(site, mapped);
      expect(problems, name).toEqual([]);
      expect(settings.name, name).not.toBe('Your Name');
    }
  },
);
