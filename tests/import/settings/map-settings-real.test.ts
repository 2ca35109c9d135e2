import { expect, test } from 'vitest';
import { mapSettings } from '../../../src/import/settings/map-settings.ts';
import { readOldSite } from '../../../src/import/old-site/read-old-site.ts';
import {
  readMappedFiles,
  findKeysWithoutOutcome,
} from '../../helpers/old-sites/mapped-settings.ts';
import { getOldSiteSources } from '../../helpers/old-sites/old-site-folders.ts';
import { describeSources } from '../../helpers/skip.ts';

describeSources(getOldSiteSources(), ({ folder }) => {
  test('every setting, widget and profile has an outcome, and Lectern reads the new files', async () => {
    const site = readOldSite(folder);
    const mapped = mapSettings(site);
    expect(site.configs.length).toBeGreaterThan(0);
    for (const { path, data } of site.configs) {
      expect(findKeysWithoutOutcome(mapped, path, data), path).toEqual([]);
    }
    const outcomes = [...mapped.settings, ...mapped.widgets].map(({ outcome }) => outcome);
    expect(outcomes.length).toBeGreaterThan(5);
    for (const outcome of outcomes)
      expect('to' in outcome ? outcome.to : outcome.reason).not.toBe('');
    const paths = site.files.map(({ path }) => path);
    const sources = [...mapped.converted, ...mapped.copies].map(({ from }) => from);
    expect(sources.length).toBeGreaterThan(0);
    expect(paths).toEqual(expect.arrayContaining(sources));
    const { problems, settings } = await readMappedFiles(site, mapped);
    expect(problems).toEqual([]);
    expect(settings.name).not.toBe('Your Name');
  });
});
