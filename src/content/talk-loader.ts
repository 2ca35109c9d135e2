import type { Loader, LoaderContext } from 'astro/loaders';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTextRenderer, type TextRenderer } from '../markdown/render.ts';
import { addressesUnder } from '../model/url.ts';
import type { Finding } from '../schema/finding.ts';
import { describeFiles, prepareDecks, picturesAreThere } from './deck.ts';
import { shownPicture } from './check-picture.ts';
import { stampOf } from './picture-store.ts';
import { toProblems } from './problem.ts';
import type { ProblemReport } from './problem-report.ts';
import { attachmentsOf, type ReadTalk } from './read-talk.ts';
import { readSite } from './read-site.ts';
import { readingContext, readTalks } from './read-talks.ts';
import { referencedTalk, renderTalk } from './render-talk.ts';
import type { SiteFolder } from './site-folder.ts';
import { createTalkFinder, type FindTalk } from './talk-references.ts';
import { watchFolders } from './watch.ts';

/** Raised when rendered texts of an older Lectern may differ; stored ones are then made anew. */
const renderingVersion = 9;

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
      watchFolders(context.watcher, [folder.talks, folder.public, join(folder.content, 'site.yaml')], sync);
    },
  };
}

async function syncTalks(folder: SiteFolder, report: ProblemReport, context: LoaderContext) {
  const { base } = context.config;
  const { talks, problems } = readTalks(folder, addressesUnder(base), readingContext(readSite(folder)));
  const renderer = await createTextRenderer(base);
  const findTalk = createTalkFinder(talks);
  const stale = new Set(context.store.keys());
  const changed = talks.filter((talk) => !findStored(talk, findTalk, context));
  prepareDecks(changed.flatMap(({ decks }) => decks));
  for (const talk of talks) {
    stale.delete(talk.slug);
    const findings = reuseTalk(talk, findTalk, context) ?? (await storeTalk(talk, renderer, findTalk, context));
    problems.push(...toProblems(findings, talk.file.name, talk.written, talk.text));
  }
  for (const slug of stale) context.store.delete(slug);
  report.publish('talks', problems, context.watcher !== undefined);
}

/** Keeps a talk that is in the store unchanged. Gives the findings it was stored with. */
function reuseTalk(talk: ReadTalk, findTalk: FindTalk, context: LoaderContext) {
  const known = findStored(talk, findTalk, context);
  if (!known) return undefined;
  // Setting it anew registers its pictures and MDX module for this build.
  context.store.delete(talk.slug);
  context.store.set(known);
  return known.data.findings;
}

/** The entry of a talk, if it would come out the same again. */
function findStored(talk: ReadTalk, findTalk: FindTalk, { store, generateDigest }: LoaderContext) {
  const known = store.get<StoredTalk>(talk.slug);
  if (!known || known.digest !== generateDigest(identityOf(talk))) return undefined;
  const lookedUp = Object.entries(known.data.lookedUp);
  const moved = lookedUp.some(([name, found]) => found !== nameOf(talk, findTalk, name));
  return moved || !picturesAreThere(known.assetImports, talk.file.path) ? undefined : known;
}

async function storeTalk(
  talk: ReadTalk,
  renderer: TextRenderer,
  findTalk: FindTalk,
  context: LoaderContext,
) {
  const { file, slug, files, frontMatter } = talk;
  const { body, findings, usedFiles, decks, pictureFile, ...rendered } = await renderTalk(talk, renderer, findTalk);
  const attachments = attachmentsOf(talk, usedFiles);
  const data = await context.parseData({
    id: slug,
    data: {
      ...{ slug, frontMatter, attachments, findings, ...rendered },
      files: await describeFiles(files, decks, file.path),
      ...(pictureFile && { picture: `./${pictureFile.name}`, animated: pictureFile.animated }),
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

interface StoredTalk extends Record<string, unknown> {
  findings: Finding[];
  lookedUp: Record<string, string>;
}

function nameOf(talk: ReadTalk, findTalk: FindTalk, written: string): string {
  const reference = referencedTalk(written);
  if (reference !== undefined) return findTalk(reference) ?? '';
  const shown = shownPicture(written);
  const found = talk.locate(shown ?? written);
  if (shown !== undefined) return found ? stampOf(found.file) : '';
  return found ? `${found.place}:${found.path}` : '';
}

/** Everything that the stored entry is made from. */
function identityOf({ file, text, files, decks, picture }: ReadTalk) {
  const { path, bundle } = file;
  return { renderingVersion, path, bundle: bundle?.files ?? [], text, files, decks, picture: picture ?? null };
}
