import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeEditorHints } from '../../../src/content/build/editor-hints.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { openEditor } from '../../helpers/process/language-server.ts';

it('lets an editor check and complete front matter', { timeout: 60_000 }, async () => {
  const folder = createAuthorFolder({
    'content/talks/Größe/index.md':
      "---\ntitle: 'A: talk'\ndate: 22.05.2024\ndraft: maybe\nslide: a.pdf\n\n---\n\nText.\n",
    'content/about.md': '---\nportrat: me.jpg\n---\n',
    'README.md': '---\ndate: 22.05.2024\n---\n',
  });
  writeEditorHints(folder.root, folder);
  const editor = await openEditor(folder.root);
  onTestFinished(() => editor.close());

  const talk = join(folder.talks, 'Größe/index.md');
  const wrong = await editor.getDiagnostics(talk);
  expect(wrong.map(({ line }) => line).toSorted()).toEqual([3, 4]);
  expect(wrong.find(({ line }) => line === 3)?.message).toContain(
    'Write a date such as 2024-05-22',
  );
  const keys = await editor.getCompletions(talk, 6);
  expect(keys).toEqual(expect.arrayContaining(['event', 'location', 'url_slides', 'featured']));
  expect(keys).not.toContain('title');
  const about = await editor.getDiagnostics(join(folder.content, 'about.md'));
  expect(about).toEqual([{ line: 2, message: expect.stringContaining('portrat') as unknown }]);
  expect(await editor.getDiagnostics(join(folder.root, 'README.md'))).toEqual([]);
});
