import { siteSchema } from '../../schema/site.ts';
import { readText } from '../convert/converted-page.ts';
import { planAddresses } from '../convert/planned-addresses.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  findValue,
  hasFile,
  type OldValue,
  readOldPage,
  stripHtml,
  toVisibleText,
} from '../old-site/old-values.ts';
import type { QuartoPage } from '../old-site/quarto-project.ts';
import { placeFiles } from '../places/place-files.ts';
import { type Copy, ImportError, type NewFile, type Plan } from '../plan/plan.ts';
import {
  formatAnnotatedYaml,
  formatMarkdownFile,
  formatSources,
  type YamlEntry,
} from '../settings/annotated-yaml.ts';
import { createKeyUsage } from '../settings/key-usage.ts';
import { missingName, siteHeader } from '../settings/new-file-texts.ts';
import { createQuartoPlacer } from './place-quarto.ts';
import { findTarget, readQuartoMenu } from './quarto-menu.ts';
import { type FindAddress, type QuartoSite, readQuartoSite, toFrozenPath } from './quarto-site.ts';

/**
 * Plans the import of a Quarto website.
 * @throws ImportError for a book or another project that is not a website.
 */
export function planQuarto(old: OldSite): Plan {
  const config = old.configs[0]!;
  const root: OldValue = { value: config.data, file: config.path, key: '' };
  const type = readText(findValue(root, 'project', 'type')?.value);
  if (type !== undefined && type !== 'website' && type !== 'blog') {
    throw new ImportError(
      `${old.root} is a Quarto project of the type "${type}". Only websites can be imported: _quarto.yml has "type: website" then.`,
    );
  }
  const site = readQuartoSite(old);
  const usage = createKeyUsage();
  usage.add(root);
  const homePage = [...site.pages.values()].find(({ address }) => address === '/');
  const frozen = [...site.pages.keys()]
    .map((path) => [path, toFrozenPath(path)] as const)
    .filter(([, file]) => hasFile(old, file));
  const decided = new Set([
    ...frozen.map(([, file]) => file),
    config.path,
    ...(homePage ? [homePage.path] : []),
  ]);
  const placed = placeFiles(old, decided, createQuartoPlacer(site));
  const planned = planAddresses(placed.copies, old.read);
  const findAddress: FindAddress = ({ path }) => findTarget(path, site, planned);
  const copies = placed.copies.map((copy) => convertCopy(copy, site, findAddress));
  const about = homePage && planAbout(homePage, site, findAddress);
  const menu = readQuartoMenu(site, planned, about?.links, usage.markUnused);
  const places = new Map(copies.map(({ from, to }) => [from, to]));
  if (about) places.set(about.file, 'content/about.md');
  return {
    copies: [...copies, ...(about?.portrait ?? [])],
    converted: [
      { from: config.path, into: ['content/site.yaml'] },
      ...(about ? [{ from: about.file, into: ['content/about.md'] }] : []),
      ...frozen.flatMap(([path, from]) => {
        const to = places.get(path);
        return to === undefined ? [] : [{ from, into: [to] }];
      }),
    ],
    skipped: [
      ...placed.skipped,
      ...frozen.flatMap(([path, from]) =>
        places.has(path) ? [] : [{ from, reason: 'Output of the old generator' }],
      ),
    ],
    newFiles: [
      {
        to: 'content/site.yaml',
        text: formatAnnotatedYaml(
          'site.yaml',
          siteHeader,
          [
            ...toSiteEntries(site, root, about),
            { key: 'links', items: menu.links },
            { key: 'navigation', items: menu.navigation },
          ],
          siteSchema,
          usage,
        ),
      },
      ...(about ? [about.newFile] : []),
    ],
    settings: usage.outcomes(({ key }) => explainUnused(key)),
    widgets: about
      ? [{ file: about.file, kind: 'about', active: true, outcome: { to: 'about.md' } }]
      : [],
  };
}

function convertCopy(copy: Copy, site: QuartoSite, findAddress: FindAddress): Copy {
  const page = site.pages.get(copy.from);
  if (!page || copy.quarantineReason !== undefined || !copy.to.startsWith('content/')) return copy;
  return {
    ...copy,
    text: addTitle(site.convertFile(page, findAddress), page.data),
    ...(site.isUnrendered(page) && { isUnrendered: true }),
  };
}

/** Makes the first heading the title of a page without one. */
function addTitle(text: string, data: Readonly<Record<string, unknown>>): string {
  if (readText(data['title']) !== undefined) return text;
  const [line, heading] = /^#{1,3} +(.*?)(?: *\{[^}]*\})?$/m.exec(text) ?? [];
  if (line === undefined || heading === undefined) return text;
  return text
    .replace(line, '')
    .replace(/^---\n/, `---\ntitle: ${JSON.stringify(stripHtml(heading))}\n`);
}

interface About {
  file: string;
  data: OldValue;
  links: OldValue | undefined;
  newFile: NewFile;
  portrait: Copy[];
}

/** Plans the biography: the text of the home page, with the image of its `about` key. */
function planAbout(page: QuartoPage, site: QuartoSite, findAddress: FindAddress): About {
  const { data } = readOldPage(site.old, page.path);
  const image = findValue(data, 'about', 'image') ?? findValue(data, 'image');
  const path =
    readText(image?.value) === undefined
      ? ''
      : site.findFile(page, readText(image!.value)!).replace(/^\/+/, '');
  const isImage = /\.(jpe?g|png|gif|webp|avif|svg)$/i.test(path) && hasFile(site.old, path);
  const name = path.split('/').at(-1);
  const body = site.convertBody(page, findAddress).trim();
  return {
    ...{ file: page.path, data, links: findValue(data, 'about', 'links') },
    newFile: {
      to: 'content/about.md',
      text: formatMarkdownFile(
        isImage ? { portrait: name } : {},
        formatSources([data]),
        toVisibleText(body) === '' ? '' : `${body}\n`,
      ),
    },
    portrait: isImage ? [{ from: path, to: `content/${name}` }] : [],
  };
}

/** Titles of home pages that are not names. */
const pageTitle = /^(home|about( me)?|welcome|hello|hi|index|blog|posts)\b/i;

function toSiteEntries(site: QuartoSite, root: OldValue, about: About | undefined): YamlEntry[] {
  const find = (key: string) => findValue(root, 'website', key);
  const own = about && findValue(about.data, 'title');
  const ownName = readText(own?.value);
  const isPerson = about !== undefined && findValue(about.data, 'about') !== undefined;
  const title = find('title');
  const name = isPerson && ownName !== undefined && !pageTitle.test(ownName) ? own : title;
  const nameText = stripHtml(readText(name?.value) ?? '');
  const subtitle = about && findValue(about.data, 'subtitle');
  const url = URL.parse(readText(find('site-url')?.value) ?? '');
  const path = url?.pathname.replace(/\/$/, '') ?? '';
  const description = stripHtml(readText(find('description')?.value) ?? '');
  const icon = readText(find('favicon')?.value)?.replace(/^(\.?\/)+/, '');
  const language = readText(findValue(root, 'lang')?.value);
  const entry = (key: string, value: unknown, from: OldValue | undefined): YamlEntry[] =>
    value === undefined || value === '' || !from ? [] : [{ key, value, from: [from] }];
  return [
    ...(nameText === '' || !name
      ? [missingName]
      : [{ key: 'name', value: nameText, from: [name] }]),
    ...entry('role', stripHtml(readText(subtitle?.value) ?? ''), subtitle),
    ...entry('description', description.includes('{{<') ? '' : description, find('description')),
    ...(/^https?:$/.test(url?.protocol ?? '') ? entry('url', url!.origin, find('site-url')) : []),
    ...(url && path !== '' ? entry('base', path, find('site-url')) : []),
    ...(icon !== undefined && hasFile(site.old, icon) ? entry('icon', icon, find('favicon')) : []),
    ...entry('language', language, findValue(root, 'lang')),
  ];
}

function explainUnused(key: string): string {
  if (/^project\b|^execute|^render|^resources|^engine|^jupyter|^filters|^freeze|^editor/.test(key))
    return 'Configured the old generator.';
  if (/^format\b|^theme|^css|^brand/.test(key))
    return 'Lectern has its own design, with a light and a dark mode. You can set accent and typeface in site.yaml.';
  if (/analytics|cookie|comments/.test(key))
    return 'Lectern does not support analytics, cookies and comments.';
  if (/navbar|sidebar|page-footer|footer|navigation/.test(key))
    return 'The header and footer are part of the design.';
  if (/bibliography|csl|nocite|cite/.test(key)) return 'Citations are in the pages that have them.';
  if (/search/.test(key)) return 'Search is built in and has no settings.';
  if (/twitter|open-graph|^website\.image/.test(key))
    return 'Link previews are generated from each page.';
  return 'Lectern has no such setting.';
}
