import type { Loader, LoaderContext } from 'astro/loaders';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTextRenderer, type TextRenderer } from '../markdown/render.ts';
import { addressesUnder } from '../model/url.ts';
import type { Finding } from '../schema/finding.ts';
import { duplicateAddresses } from './duplicate-addresses.ts';
import { createFileFinder } from './find-file.ts';
import { toProblems } from './problem.ts';
import type { ProblemReport } from './problem-report.ts';
import { attachmentsOf, readTalk, type ReadTalk } from './read-talk.ts';
import { renderTalk } from './render-talk.ts';
import type { SiteFolder } from './site-folder.ts';
import { findTalkFiles } from './talk-files.ts';
import { watchFolders } from './watch.ts';

/** Raised when rendered texts of an older Lectern may differ; stored ones are then made anew. */
const renderingVersion = 1;

/**
 * Reads the talks of a folder into the content store: front matter, rendered texts, files.
 * Texts are rendered anew only when the file, or a file it names, changed.
 */
export function talkLoader(folder: SiteFolder, report: ProblemReport): Loader {
  return {
    name: 'lectern-talks',
    async load(context) {
      const sync = () => syncTalks(folder, report, context);
      await sync();
      watchFolders(context.watcher, [folder.talks, folder.public], sync);
    },
  };
}

async function syncTalks(folder: SiteFolder, report: ProblemReport, context: LoaderContext) {
  const { base } = context.config;
  const findFile = createFileFinder(folder, addressesUnder(base));
  const readings = findTalkFiles(folder.talks, folder.root).map((file) => readTalk(file, findFile));
  const talks = readings.flatMap(({ talk }) => talk ?? []);
  const problems = [...readings.flatMap((reading) => reading.problems), ...duplicateAddresses(talks)];

  const renderer = await createTextRenderer(base);
  const stale = new Set(context.store.keys());
  for (const talk of talks) {
    stale.delete(talk.slug);
    const findings = reuseTalk(talk, context) ?? (await storeTalk(talk, renderer, context));
    problems.push(...toProblems(findings, talk.file.name, talk.written, talk.text));
  }
  for (const slug of stale) context.store.delete(slug);
  report.publish('talks', problems, context.watcher !== undefined);
}

/** Keeps a talk that is in the store unchanged. Gives the findings it was stored with. */
function reuseTalk(talk: ReadTalk, { store, generateDigest }: LoaderContext) {
  const known = store.get(talk.slug);
  if (!known?.filePath || known.digest !== generateDigest(identityOf(talk))) return undefined;
  if (known.deferredRender) store.addModuleImport(known.filePath);
  if (known.assetImports) store.addAssetImports(known.assetImports, known.filePath);
  return known.data['findings'] as Finding[];
}

async function storeTalk(talk: ReadTalk, renderer: TextRenderer, context: LoaderContext) {
  const { file, slug, files, picture, written } = talk;
  const { body, findings, ...rendered } = await renderTalk(talk, renderer);
  const attachments = attachmentsOf(talk);
  const data = await context.parseData({
    id: slug,
    data: {
      ...{ slug, frontMatter: written.data, files, attachments, findings, ...rendered },
      ...(picture && { picture: `./${picture}` }),
    },
    filePath: file.path,
  });
  context.store.set({
    id: slug,
    data,
    filePath: relative(fileURLToPath(context.config.root), file.path).split(sep).join('/'),
    digest: context.generateDigest(identityOf(talk)),
    ...(body
      ? { rendered: { html: body.html, metadata: body }, assetImports: body.imagePaths }
      : { deferredRender: true }),
  });
  return findings;
}

/** Everything that the stored entry is made from. */
function identityOf({ file, text, files, picture = '' }: ReadTalk) {
  return { renderingVersion, path: file.path, bundle: file.bundle?.files ?? [], text, files, picture };
}
