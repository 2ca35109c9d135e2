import { describe, expect, it } from 'vitest';
import { readAbout } from '../../../src/content/site/read-about.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { makeImage } from '../../helpers/make/images.ts';

describe('readAbout', () => {
  const read = async (files: Record<string, string | Buffer>) =>
    readAbout(createAuthorFolder(files), await createTextRenderer('/'));

  it('accepts a biography with or without front matter, or none', async () => {
    const fenced = await read({ 'content/about.md': '---\ntitle: Me\n---\nI *am*.\n' });
    expect(fenced.about?.frontMatter).toEqual({ title: 'Me' });
    expect(fenced.about?.body.html).toBe('<p>I <em>am</em>.</p>');
    const bare = await read({ 'content/about.md': 'I am.\n' });
    expect([bare.about?.body.html, bare.problems]).toEqual(['<p>I am.</p>', []]);
    expect(await read({})).toEqual({ problems: [] });
  });

  it('does not take a horizontal rule for front matter', async () => {
    const { about, problems } = await read({ 'content/about.md': 'I am.\n\n---\n\nI was.\n' });
    expect(problems).toEqual([]);
    expect(about?.body.html).toContain('I was.');
  });

  it('counts lines from the top of the file, with front matter or without', async () => {
    const { problems } = await read({ 'content/about.md': 'I am.\n\nSee [it](gone.pdf).\n' });
    expect(problems).toMatchObject([{ line: 3, column: 5, code: 'text/missing-file' }]);
  });

  it('keeps a portrait that exists', async () => {
    const about = '---\nportrait: me.png\n---\n';
    const existing = await read({
      'content/about.md': about,
      'content/me.png': await makeImage('png'),
    });
    expect([existing.about?.frontMatter.portrait, existing.problems]).toEqual(['me.png', []]);
    const missing = await read({ 'content/about.md': about });
    expect(missing.about?.frontMatter.portrait).toBeUndefined();
    expect(missing.problems).toMatchObject([{ code: 'about/missing-file', line: 2, column: 11 }]);
  });
});
