import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { drawPdf, isPdfCached, readPdf } from '../../../src/content/assets/pdf-cache.ts';
import { runPdfJob } from '../../../src/content/assets/pdf-process.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { makePdf } from '../../helpers/make/pdf.ts';
import { sampleFolder } from '../../helpers/build/sample-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-decks-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function put(content: Buffer | string): string {
  const file = join(folder, `${(count += 1)}.pdf`);
  writeFileSync(file, content);
  return file;
}
const read = (content: Buffer | string) => readPdf({ file: put(content), modified: 0 });
const sample = (path: string) => readFileSync(join(sampleFolder, path));

describe('readPdf', () => {
  it.each([
    ['content/talks/nyu-compression/slides.pdf', 12],
    ['content/talks/certified-information/slides.pdf', 11],
    ['public/files/wide-network-information-poster.pdf', 1],
  ])('counts the pages of %s', async (path, pages) => {
    expect(await readPdf({ file: join(sampleFolder, path), modified: 0 })).toMatchObject({ pages });
  });

  it.each([
    ['thousands of pages', makePdf({ pages: 3000 }), 3000],
    ['a huge page', makePdf({ size: [1_000_000, 800_000] }), 1],
    ['a page that must not be printed', makePdf({ lock: 'restricted', pages: 2 }), 2],
    ['text before its first bytes', Buffer.concat([Buffer.from('x\n'), makePdf()]), 1],
  ])('opens a PDF with %s', async (_, pdf, pages) => {
    expect(await read(pdf)).toMatchObject({ pages });
  });

  it.each([
    ['empty', '', 'empty'],
    ['plain text', 'Slides will follow.', 'other'],
    ['a page of a web site', '<!DOCTYPE html><html><title>Not found</title>', 'web-page'],
    ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n', 'git-lfs'],
    ['only its first and last line', '%PDF-1.4\n%%EOF\n', 'damaged'],
    ['cut off', sample('content/talks/nyu-compression/slides.pdf').subarray(0, 200_000), 'damaged'],
    ['password-protected', makePdf({ lock: 'closed' }), 'password'],
    ['without pages', makePdf({ pages: 0 }), 'damaged'],
  ])('reports a file that is %s', async (_, content, error) => {
    expect(await read(content)).toMatchObject({ error });
  });

  it('does not open a PDF of more than 200 MB', async () => {
    const file = put(makePdf());
    truncateSync(file, 200_000_001);
    expect(await readPdf({ file, modified: 0 })).toEqual({});
  });

  it('reports a missing file', async () => {
    const gone = { file: join(folder, 'gone.pdf'), modified: 0 };
    expect(await readPdf(gone)).toEqual({ error: 'damaged' });
  });
});

describe('runPdfJob', () => {
  it('stops a job that takes too long, and runs the next one', async () => {
    const file = put(makePdf({ pages: 2 }));
    const answers = await Promise.all([
      runPdfJob({ file }, 0),
      runPdfJob({ file }, 0),
      runPdfJob({ file }, 20),
    ]);
    expect(answers).toEqual([{ error: 'stuck' }, { error: 'stuck' }, { pages: 2 }]);
  });

  it('draws the same bytes each time', async () => {
    const file = put(makePdf());
    const images = ['a.png', 'b.png'].map((name) => join(folder, name));
    for (const image of images) {
      expect(await runPdfJob({ file, image }, 60)).toEqual({ pages: 1, drawn: true });
    }
    const [first, second] = images.map((image) => readFileSync(image));
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });
});

describe('drawPdf', () => {
  it('draws the same PDF once, under any name', async () => {
    const pdf = makePdf({ content: `% ${Math.random()}` });
    const [first, second] = [put(pdf), put(pdf)];
    const drawn = await drawPdf(first, await readPdf({ file: first, modified: 0 }));
    const { mtimeMs } = statSync(drawn ?? '');
    expect(await drawPdf(second, await readPdf({ file: second, modified: 0 }))).toBe(drawn);
    expect(statSync(drawn ?? '').mtimeMs).toBe(mtimeMs);
    rmSync(join(drawn ?? '', '..'), { recursive: true });
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['cut off', makePdf().subarray(0, 200)],
  ])('draws the image again if the cached one is %s', async (_, damaged) => {
    const file = put(makePdf({ content: `% ${Math.random()}` }));
    const properties = await readPdf({ file, modified: 0 });
    const image = (await drawPdf(file, properties)) ?? '';
    const whole = readFileSync(image);
    writeFileSync(image, damaged);
    vi.resetModules();
    const next = await import('../../../src/content/assets/pdf-cache.ts');
    expect(await next.drawPdf(file, properties)).toBe(image);
    expect(readFileSync(image).equals(whole)).toBe(true);
    rmSync(join(image, '..'), { recursive: true });
  });

  it('draws nothing if the PDF does not open', async () => {
    const file = put('no PDF');
    expect(await drawPdf(file, await readPdf({ file, modified: 0 }))).toBeUndefined();
  });
});

describe('isPdfCached', () => {
  it('says whether a PDF was opened, and drawn if it has a preview', async () => {
    // Caches of earlier runs do not have it.
    const file = put(Buffer.concat([makePdf(), Buffer.from(`%${randomUUID()}\n`)]));
    const pdf = { file, modified: 0 };
    expect(await isPdfCached(pdf, false)).toBe(false);
    const properties = await readPdf(pdf);
    expect([await isPdfCached(pdf, false), await isPdfCached(pdf, true)]).toEqual([true, false]);
    await drawPdf(file, properties);
    expect(await isPdfCached(pdf, true)).toBe(true);
  });

  it('needs no cache for what is not opened', async () => {
    const page = { file: put('<html>Sign in</html>'), modified: 0 };
    expect(await isPdfCached(page, true)).toBe(true);
    expect(await isPdfCached({ file: join(folder, 'missing.pdf'), modified: 0 }, true)).toBe(false);
  });
});

describe('the warning about a PDF', () => {
  const listProblems = async (text: string, files: Record<string, string>) => {
    const place = createAuthorFolder({
      'content/site.yaml': 'name: Ada\n',
      'content/talks/nyu/index.md': text,
      ...files,
    });
    const { problems } = await checkSite(place);
    return problems.map(
      ({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`,
    );
  };
  const talk = (lines: string) => `---\ntitle: T\ndate: 2021-09-22\n${lines}\n---\n`;

  it.each([
    ['url_slides: a.pdf', '4:13'],
    ['url_poster: files/a.pdf', '4:13'],
    ['links:\n  - name: Slides\n    url: a.pdf', '6:10'],
    ['urls: { pdf: "a.pdf#page=2" }', '4:14'],
    ['deliveries:\n  - { event: E, url_slides: a.pdf }', '5:29'],
  ])('is at the key that names the file: %s', async (lines, place) => {
    const files = { 'content/talks/nyu/a.pdf': 'no PDF', 'public/files/a.pdf': 'no PDF' };
    expect(await listProblems(talk(lines), files)).toEqual([
      `${place} warning talk/unreadable-pdf`,
    ]);
  });

  it('is given once for a file that is named twice', async () => {
    const lines = 'url_pdf: a.pdf\nurl_slides: a.pdf';
    const problems = await listProblems(talk(lines), { 'content/talks/nyu/a.pdf': 'no PDF' });
    expect(problems).toEqual(['5:13 warning talk/unreadable-pdf']);
  });

  it('is only for the slides, the poster and the PDF of a talk', async () => {
    const lines = 'url_dataset: a.pdf\nurl_slides: b.zip';
    const files = { 'content/talks/nyu/a.pdf': 'x', 'content/talks/nyu/b.zip': 'x' };
    expect(await listProblems(talk(lines), files)).toEqual([]);
  });
});
