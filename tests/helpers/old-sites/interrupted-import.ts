import { makePageText } from './import-old-site.ts';

/**
 * A small old site with one file for each way in which the importer changes the disk: copied unchanged,
 * generated, renamed because an address is taken, and quarantined with an error.
 */
export const smallOldSite = {
  'config.toml':
    'theme = "academic"\ntitle = "Ada Example"\n[params]\n  email = "ada@example.org"\n',
  'content/talk/lyon/index.md': makePageText('Lyon', 'url_slides: slides.pdf\n'),
  'content/talk/lyon/slides.pdf': '%PDF-1.4 of Lyon',
  'content/talk/undated.md': '---\ntitle: Undated\n---\n',
  'content/post/first.md': makePageText('First'),
  'static/files/deep/er/data.bin': Buffer.alloc(3000, 7),
  'static/_redirects': '/from-before /talk/lyon/\n',
};

/** The author's files in the destination, which no import may change. */
export const authorFiles = {
  'content/talks/mine.md': makePageText('Mine'),
  'notes.txt': 'Mine.',
  // The old site has the same file.
  'content/posts/first.md': makePageText('First'),
};

/** Files in the destination that an import replaces with `force`. */
export const replacedFiles = {
  'content/site.yaml': 'name: Before\n',
  'public/files/deep/er/data.bin': 'from before',
};
