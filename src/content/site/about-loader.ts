import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { holdsPlayer } from '../../markdown/html/rehype-embeds.ts';
import { createTextRenderer } from '../../markdown/render/text-renderer.ts';
import type { ProblemReport } from '../problems/problem-report.ts';
import { readAbout } from './read-about.ts';
import type { SiteFolder } from '../site-folder.ts';
import { watchFolders } from '../watch.ts';

/** `content/about.md` as the one entry `about`. A site may go without it. */
export function aboutLoader(folder: SiteFolder, report: ProblemReport): Loader {
  return {
    name: 'lectern-about',
    async load(context) {
      const sync = async () => {
        const problems = await syncAbout(folder, context);
        report.publish('about', problems, context.watcher !== undefined);
      };
      await sync();
      watchFolders(context.watcher, [folder.content], sync);
    },
  };
}

async function syncAbout(folder: SiteFolder, { config, parseData, store }: LoaderContext) {
  const { about, problems } = await readAbout(
    folder,
    await createTextRenderer(config.base, config.site),
  );
  store.clear();
  if (!about) return problems;
  const { animated, body, frontMatter, path } = about;
  const { title, portrait, portrait_alt: portraitAlt } = frontMatter;
  const data = await parseData({
    id: 'about',
    data: {
      ...(title && { title }),
      ...(portrait && { portrait: `./${portrait}` }),
      ...(portraitAlt && { portraitAlt }),
      animated,
      hasMath: body.hasMath,
      hasPlayer: holdsPlayer(body.html),
    },
    filePath: path,
  });
  store.set({
    id: 'about',
    data,
    filePath: relative(fileURLToPath(config.root), path).split(sep).join('/'),
    rendered: {
      html: body.html,
      metadata: { headings: body.headings, imagePaths: body.imagePaths },
    },
    assetImports: body.imagePaths,
  });
  return problems;
}
