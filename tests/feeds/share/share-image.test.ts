import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { loadShareFonts } from '../../../src/content/assets/share-fonts.ts';
import { startDrawingThread } from '../../../src/feeds/share/drawing-thread.ts';
import { openFont } from '../../../src/feeds/share/open-font.ts';
import { toPrintableRuns } from '../../../src/feeds/share/printable-runs.ts';
import { drawShareImage } from '../../../src/feeds/share/share-image.ts';
import { toShareLines } from '../../../src/feeds/share/share-lines.ts';
import {
  toSiteShareCard,
  toTalkShareCard,
  type ShareCard,
} from '../../../src/model/site/share-card.ts';
import { toSite } from '../../../src/model/site/site.ts';
import { siteSchema } from '../../../src/schema/site.ts';
import { firstDelivery, makeTalk } from '../../helpers/make/talk.ts';
import { shareCard as card } from '../../helpers/make/share-card.ts';

const fonts = await loadShareFonts();
const upright = fonts.filter(({ style }) => style === 'normal');
const plain = (text: string) => toPrintableRuns(text, upright)?.map((run) => run.text);

/** Returns the pixels of an image as colours such as `#f9f5ed`, row by row. */
async function readPixels(more: Partial<ShareCard>): Promise<string[]> {
  const image = sharp(await drawShareImage({ ...card, ...more }, fonts)).removeAlpha();
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([1200, 630, 3]);
  return (data.toString('hex').match(/.{6}/g) ?? []).map((hex) => `#${hex}`);
}

/** Counts the pixels outside and inside the text block that are not paper. */
async function inkOf(more: Partial<ShareCard>) {
  const pixels = await readPixels(more);
  const count = { margin: 0, text: 0 };
  for (const [at, pixel] of pixels.entries()) {
    const [x, y] = [at % 1200, Math.floor(at / 1200)];
    const inMargin = x < 78 || x > 1122 || y < 60 || y > 572;
    if (pixel !== '#f9f5ed') count[inMargin ? 'margin' : 'text'] += 1;
  }
  return count;
}

describe('a share image', () => {
  test('is a PNG of 1200 × 630 pixels, the same bytes each time', async () => {
    const first = await drawShareImage(card, fonts);
    expect(first.subarray(1, 4).toString()).toBe('PNG');
    expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([1200, 630]);
    await drawShareImage({ ...card, title: 'Something else' }, fonts);
    expect(first.equals(await drawShareImage(card, fonts))).toBe(true);
  });

  test('has the same bytes if another thread draws it', async () => {
    const thread = startDrawingThread(fonts);
    const cards = [card, { ...card, title: 'Something else' }, { ...card, title: 'x̂ ∈ ℝⁿ' }];
    const images = await Promise.all(cards.map((drawn) => thread.draw(drawn)));
    thread.end();
    for (const [i, drawn] of cards.entries())
      expect(images[i]?.equals(await drawShareImage(drawn, fonts))).toBe(true);
    await expect(thread.draw(card)).rejects.toThrow('has ended');
  });

  test('is not drawn by a thread that has failed', async () => {
    const thread = startDrawingThread(fonts);
    const results = await Promise.allSettled([thread.draw(undefined as never), thread.draw(card)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(thread.draw(card)).rejects.toThrow(TypeError);
  });

  test('has a palette and is small', async () => {
    const image = await drawShareImage(card, fonts);
    // Eight bits a pixel, which are an index of the palette.
    expect([image[24], image[25]]).toEqual([8, 3]);
    expect(image.length).toBeLessThan(25_000);
  });

  test('has its texts in the colours of the site', async () => {
    const colours = new Set(await readPixels({}));
    for (const colour of ['#f9f5ed', '#231e19', '#675d52', '#7b1e2c', '#cbbfac'])
      expect(colours).toContain(colour);
    expect(colours.size).toBeLessThanOrEqual(47);
    const shorter = await inkOf({ title: 'Two' });
    expect((await inkOf({})).text).toBeGreaterThan(shorter.text + 1000);
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

describe('printable text', () => {
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
      const { codePoints } = openFont(run.font);
      const lacking = [...run.text].filter((letter) => !codePoints.has(letter.codePointAt(0) ?? 0));
      expect(lacking).toEqual([]);
    }
  });

  test('is a whole text or undefined', () => {
    expect(plain('Deep 学習')).toBeUndefined();
    expect(plain('مرحبا')).toBeUndefined();
    expect(plain('שלום')).toBeUndefined();
    expect(plain('🎉')).toBeUndefined();
    expect(plain('')).toBeUndefined();
  });

  test('omits emoji and invisible characters', () => {
    expect(plain('🎉 Proofs ❤️ and\u00ad more 👩🏽‍🔬')?.join('').trim()).toBe('Proofs and more');
    expect(plain('non‑breaking ﬁnds')).toEqual(['non-breaking finds']);
  });

  test('prints a letter and its mark in a font that has both', () => {
    const runs = toPrintableRuns('a x̂ b', upright) ?? [];
    expect(runs.map(({ text, font }) => [text, font.name])).toEqual([
      ['a ', 'newsreader-latin'],
      ['x̂', 'noto-serif-math'],
      [' b', 'newsreader-latin'],
    ]);
  });
});

describe('the lines of a share image', () => {
  test('have an upright title, also if it is the event', () => {
    const { title = [] } = toShareLines({ ...card, title: '学習' }, fonts);
    expect(title.map(({ font }) => font.style)).toEqual(['normal']);
  });

  const linesOf = (more: Partial<ShareCard>) =>
    Object.fromEntries(
      Object.entries(toShareLines({ ...card, ...more }, fonts)).map(([key, runs]) => [
        key,
        runs.map((run: { text: string }) => run.text).join(''),
      ]),
    );

  test('replaces a title that cannot be printed with the event or the name', () => {
    expect(linesOf({ title: '学習' })).toEqual({
      title: 'Information Seminar',
      day: '22 September 2021',
      place: 'Vienna',
      name: 'Ada Example',
    });
    expect(linesOf({ title: '学習', event: '学習' })['title']).toBe('Ada Example');
    expect(linesOf({ title: '学', event: '学', name: '学', day: '学', place: '学' })).toEqual({});
  });

  test('shortens an event between words, and omits the place next to a long one', () => {
    const { event, place } = linesOf({ event: 'A Conference on Everything '.repeat(6) });
    expect(event).toMatch(/^(A Conference on Everything )+.*\w…$/);
    expect(place).toBeUndefined();
  });

  test('never splits a character', () => {
    expect(linesOf({ title: '𝔼'.repeat(200) })['title']).toBe(`${'𝔼'.repeat(145)}…`);
    expect(linesOf({ title: `a${'𝔼'.repeat(200)}` })['title']).toBe(`a${'𝔼'.repeat(144)}…`);
  });

  test('does not break an ordinary compound', () => {
    expect(linesOf({ title: 'Infinitely-wide nets' })['title']).toBe('Infinitely-\u2060wide nets');
  });
});

describe('a card', () => {
  test('of a talk has title, event, place, day and name', () => {
    const talk = makeTalk({
      title: 'On $\\beta$',
      event: 'A *Seminar*',
      date: '2021-09-22T15:00:00',
      date_end: '2021-09-24',
      location: 'Vienna',
      authors: ['admin', 'Bert Other'],
    });
    expect(toTalkShareCard(talk, firstDelivery(talk), 'en-GB')).toEqual({
      title: 'On β',
      event: 'A Seminar',
      day: '22–24 September 2021',
      place: 'Vienna',
      name: 'Ada Example, Bert Other',
    });
  });

  test('of a site has the owner and the address', () => {
    const settings = { name: 'Ada Example', role: 'Reader', url: 'https://ada.example' };
    const site = toSite(siteSchema.parse({ ...settings, base: '/~ada/' }));
    expect(toSiteShareCard(site)).toEqual({
      title: 'Ada Example',
      event: 'Reader',
      name: 'ada.example/~ada',
    });
  });
});
