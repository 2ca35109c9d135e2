import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../src/content/parse/check-schema.ts';
import type { FullCode } from '../../src/schema/finding.ts';
import { toSeverity } from '../../src/schema/severity.ts';
import { aboutSchema } from '../../src/schema/about.ts';
import { siteSchema } from '../../src/schema/site.ts';

const findings = (data: object) =>
  checkSchema(siteSchema, { name: 'Ada', ...data }).findings.map(
    ({ code, message, remedy }) => `${toSeverity(code as FullCode)} ${code} ${message}. ${remedy}`,
  );

describe('siteSchema', () => {
  it('documents every field', () => {
    const fields = Object.entries({ ...siteSchema.shape, ...aboutSchema.shape });
    expect(fields.length).toBeGreaterThanOrEqual(20);
    for (const [key, field] of fields) {
      expect(field.meta()?.description, key).toMatch(/\.$/);
    }
  });

  it('fills in every default', () => {
    expect(siteSchema.parse({ name: 'Ada' })).toEqual({
      name: 'Ada',
      base: '/',
      language: 'en-GB',
      typeface: 'newsreader',
      links: [],
      navigation: [],
      times: { z: 'utc' },
    });
  });

  it('normalizes values', () => {
    const site = {
      name: 'Ada',
      affiliation: 'Example',
      url: 'https://ada.example.org/',
      base: 'x/',
    };
    expect(siteSchema.parse({ ...site, language: 'EN-us', times: { z: 'local' } })).toMatchObject({
      affiliation: { name: 'Example' },
      url: 'https://ada.example.org',
      base: '/x',
      language: 'en-US',
      times: { z: 'local' },
    });
  });

  it('reads the host in any case, and says which hosts need no setting', () => {
    expect(siteSchema.parse({ name: 'Ada', host: ' Apache' })).toMatchObject({ host: 'apache' });
    expect(siteSchema.parse({ name: 'Ada', host: '' }).host).toBeUndefined();
    expect(findings({ host: 'netlify' })).toEqual([
      'warning site/wrong-shape host must be apache or vercel, not "netlify". ' +
        'Write apache or vercel. Any other host needs no setting: delete the key.',
    ]);
  });

  it('reports invalid values', () => {
    const wrong = {
      nam: 'x',
      url: 'https://example.org/~ada',
      timezone: 'Europe/Berln',
      language: 'english please',
      links: [{ name: 'X', url: 'javascript:x', icn: 'a' }],
      navigation: [{ name: 'Talks', url: 'talks' }, { url: '/x/' }],
      times: { z: 'cet' },
    };
    expect(findings(wrong)).toMatchInlineSnapshot(`
      [
        "error site/url url "https://example.org/~ada" contains a path, which belongs in base. Write url: https://example.org and base: /~ada.",
        "warning site/language language "english please" is not a valid language tag. Write a BCP 47 language tag, such as en-GB or de.",
        "error site/unknown-timezone timezone "Europe/Berln" is not a known time zone. Did you mean Europe/Berlin?",
        "warning site/unsafe-link links.url "javascript:x" starts with "javascript:", which is not allowed in links. Write an http, https or mailto address, or the name of a file.",
        "warning site/unknown-key "icn" is not a known key in links, so it is ignored. Did you mean icon?",
        "warning site/navigation navigation.url "talks" is neither a path on this site nor a web address. Write a path that starts with a slash, such as /talks/, or an https address.",
        "warning site/incomplete navigation.name is missing or empty. Add it, for example "name: Talks".",
        "warning site/wrong-shape times.z must be utc or local, not "cet". Write utc or local.",
        "warning site/unknown-key "nam" is not a known key, so it is ignored. Did you mean name?",
      ]
    `);
  });

  it('describes the expected type', () => {
    expect(findings({ navigation: 'Talks', links: ['x'] })).toMatchInlineSnapshot(`
      [
        "warning site/wrong-shape links contains the text "x" instead of a link. Write each one as "- name: …", with "url: …" on the next line.",
        "warning site/wrong-shape navigation contains the text "Talks" instead of a menu entry. Write each one as "- name: …", with "url: …" on the next line.",
      ]
    `);
  });

  it('requires a name', () => {
    expect(checkSchema(siteSchema, {}).findings).toMatchObject([{ code: 'site/missing' }]);
  });
});

it('reads the front matter of the biography', () => {
  const about = { title: 'About', portrait: 'me.jpg', portrait_alt: 'Ada' };
  expect(checkSchema(aboutSchema, about)).toMatchObject({ value: about, findings: [] });
  expect(checkSchema(aboutSchema, { portait: 'x' }).findings).toMatchObject([
    { code: 'about/unknown-key', remedy: 'Did you mean portrait?' },
  ]);
});
