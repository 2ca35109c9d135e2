import { describe, expect, it } from 'vitest';
import { readSite } from '../../../src/content/site/read-site.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

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
    expect(settings).toMatchObject({ base: '/', language: 'en-GB', timezone: 'UTC' });
    expect(problems).toMatchObject([{ file: 'content/site.yaml', severity: 'error' }]);
  });
});
