import { describe, expect, it } from 'vitest';
import { readSite } from '../../../src/content/site/read-site.ts';
import { createAuthorFolder, writeFiles } from '../../helpers/make/author-folder.ts';

const site = 'name: Ada\n';

describe('readSite', () => {
  it('lets the environment override the address', () => {
    const folder = createAuthorFolder({
      'content/site.yaml': `${site}url: https://a.example\nbase: /a\n`,
    });
    expect(readSite(folder, {}).settings).toMatchObject({ url: 'https://a.example', base: '/a' });
    const env = { SITE_URL: 'https://b.example/', BASE_PATH: 'b/' };
    expect(readSite(folder, env).settings).toMatchObject({ url: 'https://b.example', base: '/b' });
  });

  it('uses defaults if the file cannot be parsed', () => {
    const { settings, problems } = readSite(
      createAuthorFolder({ 'content/site.yaml': 'name: "A\n' }),
      {},
    );
    expect(settings).toMatchObject({ base: '/', language: 'en-GB', typeface: 'newsreader' });
    expect(problems).toMatchObject([{ file: 'content/site.yaml', severity: 'error' }]);
  });

  it('keeps the settings that it has read until an error is fixed', () => {
    const folder = createAuthorFolder({ 'content/site.yaml': 'name: Ada Example\nbase: /sub\n' });
    const { settings } = readSite(folder, {});
    expect(settings).toMatchObject({ name: 'Ada Example', base: '/sub' });
    for (const text of ['name: [Ada', 'base: /other\n']) {
      writeFiles(folder.root, { 'content/site.yaml': text });
      const reading = readSite(folder, {});
      expect(reading.settings).toEqual(settings);
      expect(reading.problems).toHaveLength(1);
    }
    writeFiles(folder.root, { 'content/site.yaml': 'name: Bob Example\n' });
    expect(readSite(folder, {}).settings).toMatchObject({ name: 'Bob Example', base: '/' });
  });
});
