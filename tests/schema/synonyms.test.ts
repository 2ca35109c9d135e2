import { expect, it } from 'vitest';
import { findSynonym } from '../../src/schema/synonyms.ts';
import { talkKeys } from '../../src/schema/talk.ts';

it.each([
  ['video', 'url_video'],
  ['Recording', 'url_video'],
  ['pdf', 'url_pdf'],
  ['speakers', 'authors'],
  ['conference', 'event'],
  ['time-zone', 'timezone'],
  ['end_date', 'date_end'],
])('knows what %s is called here', (name, key) => {
  expect(findSynonym(name, talkKeys)).toEqual({ key, advice: '' });
});

it('says how to write a time of day', () => {
  expect(findSynonym('start_time', talkKeys)?.advice).toContain('date: 2024-05-22 14:00');
});

it.each(['constructor', '__proto__', 'toString', 'mood'])('finds nothing for %s', (name) => {
  expect(findSynonym(name, talkKeys)).toBeUndefined();
});

it('suggests only keys that exist', () => {
  expect(findSynonym('video', ['title'])).toBeUndefined();
});
