import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build-site.ts';
import { corpusFiles, corpusSite } from '../helpers/corpus-site.ts';
import { pagesIn } from '../helpers/dist.ts';
import { edgeSite } from '../helpers/edge-sites.ts';
import { sampleSite } from '../helpers/sample-site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Formulas are set by inline styles, which the content security policy allows by attribute.
    'no-inline-style': 'off',
    // A list without bullets is none to VoiceOver in Safari unless it says that it is one.
    'no-redundant-role': 'off',
    // How long a title is and where a line of a text ends is for its author to say.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // A heading that begins with an emoji gives its anchor a hyphen in front, which HTML allows.
    'valid-id': ['error', { relaxed: true }],
  },
});

const sites: [string, () => Promise<BuiltSite>][] = [
  ['the sample', () => sampleSite('root')],
  ['the edge texts', () => edgeSite('edges')],
  ['the site in Arabic', () => edgeSite('arabic-site')],
];
if (corpusFiles().length > 0) sites.push(['real talks', corpusSite]);

describe.each(sites)('every page of %s', (_, build) => {
  test('is valid HTML', async () => {
    const site = await build();
    expect(site.code, site.output).toBe(0);
    for (const file of pagesIn(site.dist)) {
      const { results } = await validator.validateString(site.read(file), file);
      const found = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`),
      );
      expect.soft(found, file).toEqual([]);
    }
  });
});
