import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../src/content/parse/check-schema.ts';
import { readSettings } from '../../src/content/parse/front-matter.ts';
import { createSpeller } from '../../src/content/parse/normalise-keys.ts';
import { cvKeys, cvSchema } from '../../src/schema/cv.ts';
import { toJsonSchema } from '../../src/schema/json-schema.ts';
import { sampleFolder } from '../helpers/build/sample-folder.ts';

function read(text: string) {
  const settings = readSettings(text, Object.keys(cvSchema.shape), createSpeller(cvKeys));
  if ('failure' in settings) throw new Error(settings.failure.message);
  const { value, findings } = checkSchema(cvSchema, settings.data);
  return {
    value,
    data: settings.data,
    said: findings.map(({ code, path }) => `${code} ${path.join('.')}`),
    remedies: findings.map(({ remedy }) => remedy),
  };
}

/** Returns the start of the only position. */
const startOf = (date: string) => read(`work: [{ name: A, startDate: ${date} }]`);

describe('a date in a CV', () => {
  it.each([
    ['2019', { year: 2019 }],
    ["'2019'", { year: 2019 }],
    ['2019-03', { year: 2019, month: 3 }],
    ['2019-03-31', { year: 2019, month: 3, day: 31 }],
    ['31 March 2019', { year: 2019, month: 3, day: 31 }],
  ])('%s keeps its precision', (text, date) => {
    expect(startOf(text).value?.work?.[0]?.startDate).toEqual(date);
  });

  it.each(['19', '2019-13', '2019-02-30', 'autumn 2019', 'present', '2019–2020', '0000'])(
    '%s is none',
    (text) => expect(startOf(text).said).toEqual(['cv/date-unreadable work.0.startDate']),
  );

  const short = 'Write a year, a month or a day, such as 2019, 2019-10 or 2019-10-01';
  it.each([
    ['autumn 2019', `${short}.`, `${short}, or write present.`],
    ['2019-13', `${short}.`, `${short}, or write present.`],
    ['[2019]', `${short}.`, `${short}, or write present.`],
    ['31.12.2019', 'Write 2019-12-31.', 'Write 2019-12-31.'],
    ['2019-02-30', ...Array<string>(2).fill('Write year, month and day, such as 2024-05-22.')],
    ['2019-99-', ...Array<string>(2).fill('Write a date such as 2024-05-22 or 2024-05-22T15:00.')],
  ])('%s has a specific remedy', (text, ofStart, ofEnd) => {
    const { remedies } = read(`work: [{ name: A, startDate: ${text}, endDate: ${text} }]`);
    expect(remedies).toEqual([ofStart, ofEnd]);
  });

  it('may be present, in several words', () => {
    const ends = read('work: [{ name: A, endDate: Present }, { name: B, endDate: current }]');
    expect(ends.value?.work?.map(({ endDate }) => endDate)).toEqual(['present', 'present']);
  });

  it('may be a number', () => {
    const cv = { work: [{ name: 'A', startDate: 2019 }] };
    expect(cvSchema.parse(cv).work?.[0]?.startDate).toEqual({ year: 2019 });
  });
});

describe('keys', () => {
  it('are accepted in any case, at any depth', () => {
    const { value, said } = read(
      'Education: [{ Institution: A, studytype: PhD, STARTDATE: 2010 }]',
    );
    expect(said).toEqual([]);
    expect(value?.education).toEqual([
      { institution: 'A', studyType: 'PhD', startDate: { year: 2010 } },
    ]);
  });

  it('are all reported if unknown', () => {
    const text = 'wrok: x\nbasics: { nmae: A }\nawards: [{ title: A, awarded: B }, { date: 2020 }]';
    expect(read(text).said.toSorted()).toEqual([
      'cv/missing awards.1.title',
      'cv/unknown-key awards.0.awarded',
      'cv/unknown-key basics.nmae',
      'cv/unknown-key wrok',
    ]);
  });

  it('of a converted resume.json are accepted', () => {
    const text =
      '$schema: https://example.org/s.json\nmeta: { version: v1.0.0 }\nbasics: { image: "" }';
    expect(read(text)).toMatchObject({ said: [], value: { basics: {} } });
  });

  it('with empty values are absent', () => {
    expect(read('work:\neducation: []\ntalks: ""\nawards: [{}]').value).toEqual({});
  });
});

it('the JSON Schema accepts the sample, and rejects mistakes in it', () => {
  const { data, said } = read(readFileSync(join(sampleFolder, 'content/cv.yaml'), 'utf8'));
  expect(said).toEqual([]);
  const valid = new Ajv({ unknownFormats: 'ignore' }).compile(toJsonSchema(cvSchema));
  expect(valid(data), JSON.stringify(valid.errors)).toBe(true);
  expect(valid({ ...data, wrok: [] })).toBe(false);
  expect(valid({ work: [{ name: 'A', startDate: 'autumn' }] })).toBe(false);
  expect(valid({ work: [{ position: 'nowhere' }] })).toBe(false);
});
