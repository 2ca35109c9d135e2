import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { holdsPlayer } from '../../markdown/html/rehype-embeds.ts';
import { createTextRenderer } from '../../markdown/render/text-renderer.ts';
import { knownEmpty } from '../known-empty.ts';
import type { ProblemReport } from '../problems/problem-report.ts';
import { readHomeTexts } from './read-home-texts.ts';
import { readSite } from './read-site.ts';
import type { SiteFolder } from '../site-folder.ts';
import { watchFolders } from '../watch.ts';

/** The texts in `content/home/` that the home page shows, each an entry of its name. */
export function homeTextLoader(folder: SiteFolder, report: ProblemReport): Loader {
  return {
    name: 'lectern-home-texts',
    async load(context) {
      const sync = async () => {
        const problems = await syncTexts(folder, context);
        report.publish('homeTexts', problems, context.watcher !== undefined);
      };
      await sync();
      watchFolders(context.watcher, [folder.content, folder.public], sync);
    },
  };
}

async function syncTexts(folder: SiteFolder, { config, parseData, store }: LoaderContext) {
  const { home } = readSite(folder).settings;
  const renderer = await createTextRenderer(config.base, config.site);
  const { texts, problems } = await readHomeTexts({ folder, renderer, home });
  store.clear();
  knownEmpty(store);
  for (const { name: id, path, title, subtitle, body } of texts) {
    const { html, headings, imagePaths } = body;
    const data = {
      ...(title && { title }),
      ...(subtitle && { subtitle }),
      hasMath: body.hasMath || (subtitle?.hasMath ?? false),
      hasPlayer: holdsPlayer(html),
    };
    store.set({
      id,
      data: await parseData({ id, data, filePath: path }),
      filePath: relative(fileURLToPath(config.root), path).split(sep).join('/'),
      rendered: { html, metadata: { headings, imagePaths } },
      assetImports: imagePaths,
    });
  }
  return problems;
}
