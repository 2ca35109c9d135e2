import { escapeHtml } from '../../markdown/shortcodes/shortcode-html.ts';
import { isMap } from '../../schema/describe.ts';
import { omitKeys, readText, splitPage } from '../convert/converted-page.ts';
import { toTexts } from '../old-site/generator-settings.ts';
import { findValue, hasFile, readOldData } from '../old-site/old-values.ts';
import type { Copy } from '../plan/plan.ts';
import { formatMarkdownFile } from '../settings/annotated-yaml.ts';
import type { AlFolioSite } from './al-folio-site.ts';

/** Pages whose content is in other files, and those files. */
interface GeneratedPages {
  copies: Copy[];
  /** The files with the content of the pages. */
  converted: { from: string; into: string[] }[];
}

/** Converts the pages that show data or other texts: the repositories, and profiles of several people. */
export function convertGeneratedPages(site: AlFolioSite): GeneratedPages {
  const pages = site.old.files
    .map(({ path }) => path)
    .filter((path) => /^_pages\/[^/]+\.(md|markdown)$/.test(path))
    .flatMap((path) => convertRepositories(path, site) ?? convertProfiles(path, site) ?? []);
  return {
    copies: pages.map(({ copy }) => copy),
    converted: pages.flatMap(({ copy, sources }) =>
      sources.map((from) => ({ from, into: [copy.to] })),
    ),
  };
}

interface GeneratedPage {
  copy: Copy;
  sources: string[];
}

function createPage(
  path: string,
  body: string,
  sources: string[],
  site: AlFolioSite,
): GeneratedPage {
  const name = path.replace(/^_pages\/|\.[a-z]+$/g, '');
  const { data } = site.convert(path, 'pages');
  const text = formatMarkdownFile(omitKeys(data, new Set(['toc'])), undefined, body);
  return { copy: { from: path, to: `content/pages/${name}.md`, text }, sources };
}

const repositoriesFile = '_data/repositories.yml';

/** Converts the page that lists users and repositories of GitHub to links. */
function convertRepositories(path: string, site: AlFolioSite): GeneratedPage | undefined {
  const isListed = site.old.read(path).includes('site.data.repositories.');
  if (!isListed || !hasFile(site.old, repositoriesFile)) return undefined;
  const data = readOldData(site.old, repositoriesFile);
  const toLinks = (key: string) =>
    toTexts(findValue(data, key)?.value).map((name) => `- [${name}](https://github.com/${name})`);
  const groups = [
    ['GitHub users', toLinks('github_users')],
    ['GitHub repositories', toLinks('github_repos')],
  ] as const;
  const parts = groups.flatMap(([title, links]) =>
    links.length > 0 ? [`## ${title}\n\n${links.join('\n')}\n`] : [],
  );
  return parts.length === 0
    ? undefined
    : createPage(path, parts.join('\n'), [repositoriesFile], site);
}

/** Converts a page with profiles: of each person the image, the details and the text in a file of its own. */
function convertProfiles(path: string, site: AlFolioSite): GeneratedPage | undefined {
  const { data, body } = splitPage(site.old.read(path));
  const profiles = Array.isArray(data['profiles']) ? data['profiles'].filter(isMap) : [];
  if (profiles.length === 0) return undefined;
  const sources: string[] = [];
  const parts = profiles.map((profile) => {
    const [image, content] = [readText(profile['image']), readText(profile['content'])];
    const file = `_pages/${content}`;
    const hasText = content !== undefined && hasFile(site.old, file);
    if (hasText) sources.push(file);
    return [
      image && `<img src="${escapeHtml(site.findImage(image))}" alt="">`,
      hasText ? site.convert(file, 'pages').body.trim() : undefined,
      readText(profile['more_info']),
    ]
      .filter(Boolean)
      .join('\n\n');
  });
  const text = [body.trim(), parts.join('\n\n---\n\n')].filter(Boolean).join('\n\n');
  return createPage(path, `${text}\n`, [...new Set(sources)], site);
}
