import { describe, expect, it } from 'vitest';
import { findPageImage } from '../../../src/content/assets/find-image.ts';
import { renderPage } from '../../../src/content/render/render-page.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { makeImage } from '../../helpers/make/images.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const body = [
  '![a](<Bild ü.png>) ![b](R%C3%B6hre.png) ![c][ref] <img src="é.png" alt="d">',
  '[e](Übersicht.txt) [f](/files/Größe.txt#x) ![g](/Öl.png) {{< ref "/talks/ångström" >}}',
  '[ref]: ./é.png',
].join('\n\n');

/** Creates a site with file names in one form, and texts that name them in the other. */
async function createSite(form: 'NFC' | 'NFD') {
  const png = await makeImage('png');
  const keys = {
    ...{ title: 'T', date: '2024-05-06', image: 'Röhre.png', url_slides: 'Übersicht.txt' },
    links: [{ name: 'G', url: 'files/Größe.txt' }],
  };
  const other = form === 'NFC' ? 'NFD' : 'NFC';
  const files: Record<string, string | Buffer> = {
    'content/site.yaml': 'name: Ada Example\nurl: https://example.org\n',
    'content/talks/Über/index.md': talkFile(keys, body).normalize(other),
    'content/talks/ångström.md': talkFile({ title: 'T', date: '2024-05-06', slug: 'unit' }),
    ...Object.fromEntries(
      ['Bild ü.png', 'Röhre.png', 'é.png'].map((name) => [`content/talks/Über/${name}`, png]),
    ),
    'content/talks/Über/Übersicht.txt': 'x',
    'public/files/Größe.txt': 'x',
    'public/Öl.png': png,
  };
  return createAuthorFolder(
    Object.fromEntries(Object.entries(files).map(([name, data]) => [name.normalize(form), data])),
  );
}

describe.each(['NFC', 'NFD'] as const)('file names in the form %s', (form) => {
  it('are found by texts in the other form', async () => {
    const { problems } = await checkSite(await createSite(form));
    expect(problems).toEqual([]);
  });

  it('are written as the file system has them', async () => {
    const folder = await createSite(form);
    const { pages } = readPages(talkSection, folder, createAddresses('/'));
    const page = pages.find(({ file }) => file.bundle)!;
    const { body, usedFiles } = await renderPage(talkSection, page, await createTextRenderer('/'));
    const expected = (name: string) => name.normalize(form);
    expect(body?.imagePaths).toEqual(['Bild ü.png', 'Röhre.png', 'é.png'].map(expected));
    expect(usedFiles).toEqual([expected('Übersicht.txt')]);
    const href = (path: string) => `href="${path.split('/').map(encodeURIComponent).join('/')}`;
    expect(body?.html).toContain(href(expected('Übersicht.txt')));
    expect(body?.html).toContain(href(expected('/files/Größe.txt')));
    expect(body?.html).toContain(`src="/${encodeURIComponent(expected('Öl.png'))}`);
    const { image } = findPageImage(page.frontMatter, page.file, folder);
    expect(image?.name).toBe(expected('Röhre.png'));
  });
});
