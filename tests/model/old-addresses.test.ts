import { describe, expect, it } from 'vitest';
import { oldAddresses } from '../../src/model/old-addresses.ts';
import { makeTalk } from '../helpers/talk.ts';

const talk = (slug: string, date: string, aliases: string[], more = {}) =>
  makeTalk({ date, aliases, ...more }, { slug });
const leading = (...talks: ReturnType<typeof talk>[]) =>
  oldAddresses(talks).map((old) => `${old.alias} → ${old.page.href.split('/').at(-2)}`);

describe('oldAddresses', () => {
  it.each([
    ['/talk/old/', 'talk/old'],
    ['talk/old', 'talk/old'],
    ['//talk/old//', 'talk/old'],
    ['https://old.example.org/talk/old/', 'talk/old'],
    ['/talk/über uns/', 'talk/über uns'],
    ['/', undefined],
    ['https://old.example.org', undefined],
    ['/talks/', undefined],
    ['/talks/tags/', undefined],
    ['/talks/tags/knots/', undefined],
    ['/talks/nyu/', undefined],
    ['/rss.xml', undefined],
    ['/404', undefined],
    ['/../secret/', undefined],
    ['/talk/old/#notes', undefined],
    ['/talk?id=5', undefined],
  ])('takes %s', (alias, expected) => {
    const found = leading(talk('nyu', '2021-09-22', [alias], { tags: ['knots'] }));
    expect(found).toEqual(expected === undefined ? [] : [`${expected} → nyu`]);
  });

  it('gives an address that two talks claim to the newer one', () => {
    const older = talk('older', '2020-01-01', ['/talk/x/', '/talk/y/']);
    const newer = talk('newer', '2021-01-01', ['/talk/x', '/talk/x/']);
    for (const talks of [
      [newer, older],
      [older, newer],
    ]) {
      expect(leading(...talks).toSorted()).toEqual(['talk/x → newer', 'talk/y → older']);
    }
  });

  it('leaves the address of another talk alone', () => {
    const one = talk('one', '2021-01-01', ['/talks/two/']);
    expect(leading(one, talk('two', '2020-01-01', []))).toEqual([]);
  });

  it('reads every key that means an earlier address', () => {
    const keys = { aliases: ['/a/'], alias: ['/b/'], permalink: '/talks/2012-03-01-talk-1' };
    const old = oldAddresses([makeTalk(keys)]).map(({ alias }) => alias);
    expect(old).toEqual(['a', 'b', 'talks/2012-03-01-talk-1']);
  });
});
