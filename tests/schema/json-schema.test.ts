import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { root } from '../../scripts/project-node.mjs';
import { schemaFiles } from '../../scripts/schemas.ts';
import { checkSchema } from '../../src/content/parse/check-schema.ts';
import { readFrontMatter, readSettings } from '../../src/content/parse/front-matter.ts';
import { sections } from '../../src/content/sections/sections.ts';
import { aboutSchema } from '../../src/schema/about.ts';
import { cvSchema } from '../../src/schema/cv.ts';
import { unwrap } from '../../src/schema/field.ts';
import { homeTextSchema } from '../../src/schema/home.ts';
import { toJsonSchema } from '../../src/schema/json-schema.ts';
import { personSchema } from '../../src/schema/person.ts';
import { redirectsSchema } from '../../src/schema/redirects.ts';
import { siteSchema } from '../../src/schema/site.ts';
import { isTalk, talkSchema } from '../../src/schema/talk.ts';
import { getTalkSources } from '../helpers/old-sites/corpus.ts';
import { sampleFolder } from '../helpers/build/sample-folder.ts';
import { describeSources } from '../helpers/skip.ts';

const ajv = new Ajv({ allErrors: true });
const validTalk = ajv.compile(toJsonSchema(talkSchema));
const validSite = ajv.compile(toJsonSchema(siteSchema));
const good = { title: 'T', date: '2024-05-22' };

test('there is a schema for each section, and for the settings', () => {
  expect(schemaFiles.length).toBeGreaterThan(sections.length);
});

test.each(schemaFiles)('$path is up to date (npm run schemas)', ({ path, text }) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

describe('a reader describes its values to editors', () => {
  const schemas = {
    ...Object.fromEntries(sections.map(({ noun, schema }) => [noun, schema])),
    ...{ site: siteSchema, about: aboutSchema, cv: cvSchema, homeText: homeTextSchema },
    redirects: redirectsSchema,
  };

  test.each(Object.entries(schemas))('in %s', (name, schema) => {
    expect(fieldsWithoutShape(schema, [name])).toEqual([]);
  });

  test('finds a reader that does not', () => {
    const field = z.unknown().meta({ shape: undefined });
    expect(fieldsWithoutShape(z.object({ field }), ['x'])).toEqual(['x.field']);
  });

  test.each<[string, object, unknown, unknown]>([
    ['the talks of a CV', cvSchema, { talks: ' Featured' }, { talks: 'some' }],
    [
      'a contact address',
      personSchema,
      { social: [{ link: 'lin@example.org' }] },
      { social: [{ link: 'javascript:alert(1)' }] },
    ],
    [
      'the target of a redirect',
      redirectsSchema,
      { '/a/': '/b/' },
      { '/a/': 'javascript:alert(1)' },
    ],
  ])('%s', (_, schema, good, bad) => {
    const accepts = ajv.compile(toJsonSchema(schema as z.ZodType));
    expect(accepts(good), 'a valid value').toBe(true);
    expect(accepts(bad), 'an invalid value').toBe(false);
  });
});

/** Returns the paths of fields with a reader but no shape, for which an editor would accept any value. */
function fieldsWithoutShape(schema: z.core.$ZodType, path: string[]): string[] {
  const meta = z.globalRegistry.get(schema) ?? {};
  if ('shape' in meta && meta['shape'] === undefined) return [path.join('.')];
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return fieldsWithoutShape(inner.element, path);
  if (inner instanceof z.ZodRecord) return fieldsWithoutShape(inner.valueType, path);
  if (!(inner instanceof z.ZodObject)) return [];
  const fields = Object.entries(inner.shape as Record<string, z.core.$ZodType>);
  return fields.flatMap(([key, field]) => fieldsWithoutShape(field, [...path, key]));
}

/** The problems that an editor does not mark. */
const alsoAccepted = ['unknown-key', 'unknown-status', 'coordinates', 'link-without-url'].map(
  (code) => `talk/${code}`,
);

/**
 * Returns whether the schema and the JSON Schema accept a talk. `leftOut` if a link without a url was
 * omitted with a warning, before its other keys were read.
 */
function verdicts(data: Record<string, unknown>) {
  const { findings } = checkSchema(talkSchema, data);
  const ours = findings.every(({ code }) => alsoAccepted.includes(code));
  const leftOut = findings.some(({ code }) => code === 'talk/link-without-url');
  return { ours, json: validTalk(data) === true, leftOut };
}

describe('the JSON Schema accepts what the schema accepts', () => {
  it.each<[string, Record<string, unknown>]>([
    ['the least', good],
    ['numbers as text', { ...good, title: 2024, address: { postcode: 1234 } }],
    [
      'nothing in its many forms',
      { ...good, tags: ['', null, []], event: null, links: '', image: [] },
    ],
    ['words for flags', { ...good, draft: 'Yes', featured: ' OFF ', math: true }],
    ['a date with a word', { ...good, date: '22 May 2024 15:00' }],
    ['the least of a date', { ...good, date: '2020-05' }],
    ['another key for the start', { title: 'T', event_start: '2024-5-2 9:00' }],
    ['one name', { ...good, authors: 'Ada', projects: 7 }],
    ['one link', { ...good, links: { name: 'Notes', url: 'notes.pdf' } }],
    ['links left over', { ...good, links: [null, {}, { name: 'A' }, { name: 'B', url: 'b.pdf' }] }],
    ['links as a map', { ...good, urls: { slides: 'slides.pdf', code: null } }],
    ['a picture by its name', { ...good, image: 'me.jpg' }],
    ['no slides', { ...good, slides: false }],
    ['an unknown key', { ...good, slide: 'x', address: { cty: 'X' } }],
    ['online only', { ...good, online: true }],
  ])('%s', (_, data) => {
    expect(verdicts(data), JSON.stringify(validTalk.errors)).toMatchObject({
      ours: true,
      json: true,
    });
  });

  it('for any value', () => {
    const keys = Object.keys(talkSchema.shape);
    const word = fc.constantFrom(
      '',
      ' ',
      'x',
      'yes',
      '2024-05-22',
      'a.pdf',
      'https://a.example/x',
      'mailto:a@b.example',
    );
    const scalar = fc.oneof(word, fc.boolean(), fc.integer(), fc.constant(null), fc.string());
    const list = fc.array(fc.oneof(scalar, fc.constant([])), { maxLength: 3 });
    const map = fc.dictionary(fc.constantFrom('name', 'url', 'city', 'caption', 'z'), scalar, {
      maxKeys: 3,
    });
    const value = fc.oneof(scalar, list, map, fc.array(map, { maxLength: 2 }));
    const talk = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 5 });
    fc.assert(
      fc.property(talk, (data) => {
        const { ours, json, leftOut } = verdicts({ ...good, ...data });
        return json || !ours || leftOut;
      }),
      { numRuns: 2000 },
    );
  });
});

describeSources(getTalkSources(), (talks, source) => {
  test('the JSON Schema accepts every talk that the schema accepts', () => {
    let accepted = 0;
    for (const { id, text } of talks) {
      const read = readFrontMatter(text);
      if ('failure' in read || !isTalk(read.data)) continue;
      const { ours, json } = verdicts(read.data);
      expect(json || !ours, `${id} ${JSON.stringify(validTalk.errors)}`).toBe(true);
      if (ours) accepted += 1;
    }
    // More of our own talks are invalid on purpose.
    const share = source === 'talks of our own' ? 0.8 : 0.9;
    expect(accepted).toBeGreaterThan(talks.length * share);
  });
});

describe('the schema rejects what the JSON Schema rejects', () => {
  it.each<[string, Record<string, unknown>]>([
    ['no title', { date: '2024-05-22' }],
    ['no date', { title: 'T' }],
    ['a list for text', { ...good, event: ['One'] }],
    ['a map for text', { ...good, venue: { Hall: 'second floor' } }],
    ['a date the other way round', { ...good, date: '22.05.2024' }],
    ['a flag that is none', { ...good, draft: 'perhaps' }],
    ['an unsafe link', { ...good, url_pdf: 'javascript:alert(1)' }],
    ['a list for a map', { ...good, address: ['Kraków', 'Poland'] }],
    ['a map among names', { ...good, tags: [{ one: 'two' }] }],
  ])('%s', (_, data) => {
    expect(verdicts(data)).toMatchObject({ ours: false, json: false });
  });
});

test('checks the settings of the samples, and rejects an unknown key', () => {
  const text = readFileSync(join(sampleFolder, 'content/site.yaml'), 'utf8');
  const read = readSettings(text, Object.keys(siteSchema.shape));
  if ('failure' in read) throw new Error(read.failure.message);
  expect(validSite(read.data), JSON.stringify(validSite.errors)).toBe(true);
  expect(validSite({ ...read.data, nme: 'Ada' })).toBe(false);
  expect(validSite({ ...read.data, links: [{ name: 'no url' }] })).toBe(false);
});
