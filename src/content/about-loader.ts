import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { createTextRenderer } from '../markdown/render.ts';
import { aboutSchema } from '../schema/about.ts';
import { checkSchema } from './check-schema.ts';
import { readFrontMatter } from './front-matter.ts';
import { toFailureProblem, toProblems, type Problem } from './problem.ts';
import type { ProblemReport } from './problem-report.ts';
import type { SiteFolder } from './site-folder.ts';
import { watchFolders } from './watch.ts';

const name = 'content/about.md';

/** `content/about.md` as the one entry `about`. A site may go without it. */
export function aboutLoader(folder: SiteFolder, report: ProblemReport): Loader {
  return {
    name: 'lectern-about',
    async load(context) {
      const sync = async () => {
        const problems = await syncAbout(join(folder.content, 'about.md'), context);
        report.publish('about', problems, context.watcher !== undefined);
      };
      await sync();
      watchFolders(context.watcher, [folder.content], sync);
    },
  };
}

async function syncAbout(path: string, context: LoaderContext): Promise<Problem[]> {
  context.store.clear();
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const written = readFrontMatter(/^\uFEFF?\s*(---|\+\+\+)/.test(text) ? text : `---\n---\n${text}`);
  if ('failure' in written) return [toFailureProblem(written.failure, name, text)];
  const { value, findings } = checkSchema(aboutSchema, written.data);
  const renderer = await createTextRenderer(context.config.base);
  const body = await renderer.block(written.body, { math: true, fileURL: pathToFileURL(path) });
  const portrait = value?.portrait;
  const hasPortrait = portrait !== undefined && existsSync(join(path, '..', portrait));
  const data = await context.parseData({
    id: 'about',
    data: {
      ...(value?.title && { title: value.title }),
      ...(value?.portrait_alt && { portraitAlt: value.portrait_alt }),
      ...(hasPortrait && { portrait: `./${portrait}` }),
      hasMath: body.html.includes('class="katex'),
    },
    filePath: path,
  });
  context.store.set({
    id: 'about',
    data,
    filePath: relative(fileURLToPath(context.config.root), path).split(sep).join('/'),
    rendered: { html: body.html, metadata: { headings: body.headings, imagePaths: body.imagePaths } },
    assetImports: body.imagePaths,
  });
  const missing = portrait !== undefined && !hasPortrait ? [missingPortrait(portrait)] : [];
  const inBody = body.findings.map(({ position, ...finding }) => ({
    ...finding,
    path: [],
    position: { ...position, line: position.line + written.bodyLine - 1 },
  }));
  const all = [...written.findings, ...findings, ...missing, ...inBody];
  return toProblems(all, name, written, text);
}

function missingPortrait(portrait: string) {
  return {
    path: ['portrait'],
    severity: 'warning' as const,
    code: 'about/missing-file',
    message: `"${portrait}" is not beside about.md`,
    remedy: 'Put the picture there, or take the line out.',
  };
}
