import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { loadShareFonts } from '../../src/content/assets/share-image-cache.ts';
import { loadShareFonts } from '../../../src/content/assets/share-fonts.ts';
import { toPrintableRuns } from '../../../src/feeds/share/printable-runs.ts';
import { drawShareImage, toShareSvg } from '../../../src/feeds/share/share-image.ts';
import { toShareLines } from '../../../src/feeds/share/share-lines.ts';
import { readCodePoints } from '../../../src/feeds/share/woff-coverage.ts';
import { siteShareCard, talkShareCard, type ShareCard } from '../../../src/model/site/share-card.ts';
import { toSite } from '../../../src/model/site/site.ts';
import { siteSchema } from '../../../src/schema/site.ts';
import { firstDelivery, makeTalk } from '../../helpers/talk.ts';

const fonts = await loadShareFonts();
const upright = fonts.filter(({ style }) => style === 'normal');
const card: ShareCard = {
  title: 'Two views of compression',
  event: 'Information Seminar',
  day: '22 September 2021',
  place: 'Vienna',
  name: 'Ada Example',
};
const plain = (text: string) => toPrintableRuns(text, upright)?.map((run) => run.text);

/** How many pixels beside the text block are not paper, and how many within it. */
async function inkOf(more: Partial<ShareCard>) {
  const svg = await toShareSvg({ ...card, ...more }, fonts);
  const { pixels, width, height } = new Resvg(svg).render();
  expect([width, height]).toEqual([1200, 630]);
  const count = { margin: 0, text: 0 };
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isPaper = pixels[4 * at] === 0xf9 && pixels[4 * at + 2] === 0xed;
    const inMargin = x < 78 || x > 1122 || y < 60 || y > 572;
    if (!isPaper) count[inMargin ? 'margin' : 'text'] += 1;
  }
  return count;
}

describe('a picture', () => {
  test('is a PNG of 1200 × 630 pixels, the same bytes each time', async () => {
    const once = await drawShareImage(card, fonts);
    expect(once.subarray(1, 4).toString()).toBe('PNG');
    expect([once.readUInt32BE(16), once.readUInt32BE(20)]).toEqual([1200, 630]);
    await drawShareImage({ ...card, title: 'Something else' }, fonts);
    expect(once.equals(await drawShareImage(card, fonts))).toBe(true);
  });

  test('holds its text as outlines, in the colours of the site', async () => {
    const svg = await toShareSvg(card, fonts);
    expect(svg).not.toContain('<text');
    for (const colour of ['#f9f5ed', '#231e19', '#7b1e2c']) expect(svg).toContain(colour);
    const titleless = await toShareSvg({ ...card, title: 'Two' }, fonts);
    expect(svg.length).toBeGreaterThan(titleless.length + 1000);
  });

  test.each([
    ['one word', { title: 'On' }],
    ['wide letters', { title: 'MMMMMMMMMMMMMMMMMMMM WWWWWWWW' }],
    ['an endless word', { title: 'W'.repeat(300) }],
    ['an endless title', { title: 'On and on it goes, '.repeat(30) }],
    ['endless formulas', { title: 'where x̂ → θ̂₁ ∈ ℝⁿ and '.repeat(30) }],
    ['an endless event', { event: 'The Very Long Conference '.repeat(10) }],
    ['an endless place', { event: undefined, place: 'A Very Long Place '.repeat(12) }],
    ['an endless event of one word', { event: 'Konferenz'.repeat(20) }],
    ['many people', { name: 'Bartholomew Example, '.repeat(20) }],
    ['many names that need two fonts', { name: 'x̂-man, '.repeat(40) }],
    ['all of it', { title: 'long '.repeat(90), event: 'E '.repeat(90), place: 'P '.repeat(90) }],
    ['no more than a title', { event: undefined, place: undefined, day: undefined }],
  ])('keeps its margins with %s', async (_, more) => {
    const { margin, text } = await inkOf(more as Partial<ShareCard>);
    expect(margin).toBe(0);
    expect(text).toBeGreaterThan(2000);
  });
});

describe('what can be set', () => {
  test.each([
    'I(X;T) − β I(T;Y), ℝⁿ, ∑ pᵢ ≤ 1 → ∞, 𝔼[𝑥] ∈ 𝒟',
    'Łódź, Ångström, Žižek, Nguyễn',
    'Сжатие и обобщение; Αθήνα, ἀρχή',
    'x̂ and θ̂₁',
    '“quoted” – dashed … 30 % of §5',
  ])('has a glyph for each character of %s', (text) => {
    const runs = toPrintableRuns(text, upright) ?? [];
    expect(runs.map((run) => run.text).join('')).toBe(text.normalize('NFC'));
    for (const run of runs) {
      const meant = run.font ? upright.filter(({ name }) => name === run.font) : upright;
      const covered = meant.map(({ data }) => readCodePoints(data));
      const lacking = [...run.text].filter(
        (letter) => !covered.some((set) => set.has(letter.codePointAt(0) ?? 0)),
      );
      expect(lacking).toEqual([]);
    }
  });

  test('is a whole text or none', () => {
    expect(plain('Deep 学習')).toBeUndefined();
    expect(plain('مرحبا')).toBeUndefined();
    expect(plain('שלום')).toBeUndefined();
    expect(plain('🎉')).toBeUndefined();
    expect(plain('')).toBeUndefined();
  });

  test('leaves out emoji and what is not seen', () => {
    expect(plain('🎉 Proofs ❤️ and\u00ad more 👩🏽‍🔬')?.join('').trim()).toBe('Proofs and more');
    expect(plain('non‑breaking ﬁnds')).toEqual(['non-breaking finds']);
  });

  test('sets a letter and its mark in one font that has both', () => {
    expect(toPrintableRuns('a x̂ b', upright)).toEqual([
      { text: 'a ' },
      { text: 'x̂', font: 'noto-serif-math' },
      { text: ' b' },
    ]);
  });
});

describe('the lines of a picture', () => {
  const linesOf = (more: Partial<ShareCard>) =>
    Object.fromEntries(
      Object.entries(toShareLines({ ...card, ...more }, fonts)).map(([key, runs]) => [
        key,
        runs.map((run: { text: string }) => run.text).join(''),
      ]),
    );

  test('lets the event, else the name, stand for a title that cannot be set', () => {
    expect(linesOf({ title: '学習' })).toEqual({
      title: 'Information Seminar',
      day: '22 September 2021',
      place: 'Vienna',
      name: 'Ada Example',
    });
    expect(linesOf({ title: '学習', event: '学習' })['title']).toBe('Ada Example');
    expect(linesOf({ title: '学', event: '学', name: '学', day: '学', place: '学' })).toEqual({});
  });

  test('shortens an event between words, and drops the place beside a long one', () => {
    const { event, place } = linesOf({ event: 'A Conference on Everything '.repeat(6) });
    expect(event).toMatch(/^(A Conference on Everything )+.*\w…$/);
    expect(place).toBeUndefined();
  });

  test('never cuts a letter in two', () => {
    expect(linesOf({ title: '𝔼'.repeat(200) })['title']).toBe(`${'𝔼'.repeat(145)}…`);
    expect(linesOf({ title: `a${'𝔼'.repeat(200)}` })['title']).toBe(`a${'𝔼'.repeat(144)}…`);
  });

  test('keeps an ordinary compound together', () => {
    expect(linesOf({ title: 'Infinitely-wide nets' })['title']).toBe('Infinitely-\u2060wide nets');
  });
});

describe('a card', () => {
  test('tells of a talk what a programme does', () => {
    const talk = makeTalk({
      title: 'On $\\beta$',
      event: 'A *Seminar*',
      date: '2021-09-22T15:00:00',
      date_end: '2021-09-24',
      location: 'Vienna',
      authors: ['admin', 'Bert Other'],
    });
    expect(talkShareCard(talk, firstDelivery(talk), 'en-GB')).toEqual({
      title: 'On β',
      event: 'A Seminar',
      day: '22–24 September 2021',
      place: 'Vienna',
      name: 'Ada Example, Bert Other',
    });
  });

  test('tells of a site whose it is and where', () => {
    const settings = { name: 'Ada Example', role: 'Reader', url: 'https://ada.example' };
    const site = toSite(siteSchema.parse({ ...settings, base: '/~ada/' }));
    expect(siteShareCard(site)).toEqual({
      title: 'Ada Example',
      event: 'Reader',
      name: 'ada.example/~ada',
    });
  });
});
