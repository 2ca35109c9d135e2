import { describeUnknownIcon, findIcon } from '../../model/page/icons.ts';
import type { SiteAddresses } from '../../model/site/site-addresses.ts';
import { quote } from '../../schema/describe.ts';
import type { Finding } from '../../schema/finding.ts';
import { limitFindings } from '../../markdown/render/text-limits.ts';
import type { TextRenderer } from '../../markdown/render/text-renderer.ts';
import type { Problem } from '../parse/problem.ts';
import { type ParsedPage, toPageProblems } from '../sections/parsed-page.ts';
import type { Section } from '../sections/section.ts';
import { sections } from '../sections/sections.ts';
import type { FileLinks, RenderedLink } from '../site/read-text-file.ts';
import type { SiteReading } from '../site/read-site.ts';
import { createLinkCheck } from './link-check.ts';
import type { HomeTextSource } from './page-anchors.ts';
import type { ReadSections } from './site-contents.ts';

/** The texts and settings of a site whose links are checked. */
export interface LinkedTexts {
  read: ReadSections;
  /** The links in the texts of each page. */
  pageLinks: ReadonlyMap<ParsedPage, readonly RenderedLink[]>;
  /** The links of the texts on the home page. */
  home: readonly (FileLinks & HomeTextSource)[];
  cv: FileLinks | undefined;
  site: SiteReading;
}

/**
 * Reports what only `npm run check` looks for: links in texts, in front matter and in `site.yaml` to pages of this site,
 * or parts of them, that do not exist; unknown icons in `site.yaml`, tags that contain a comma, and plain pages to which
 * nothing links.
 * @param addresses The addresses that the site serves now and once all pages are published.
 * @param renderer Renders the texts of pages, to find the ids that links may name.
 */
export async function checkSiteLinks(
  { read, pageLinks, home, cv, site }: LinkedTexts,
  addresses: readonly SiteAddresses[],
  renderer: TextRenderer,
): Promise<Problem[]> {
  const { settings, locate } = site;
  const pages = listPages(read);
  const { check, linked } = createLinkCheck({ pages, addresses, site, renderer, homeTexts: home });

  const problems: Problem[] = locate([
    ...(await checkUrls(listSettingLinks(site), '', 'site/')),
    ...settings.links.flatMap(({ icon, icon_pack: pack }, index): Finding[] => {
      if (!icon || findIcon(icon, pack)) return [];
      const path = ['links', index, 'icon'];
      return [{ path, code: 'site/unknown-icon', ...describeUnknownIcon(icon) }];
    }),
  ]);
  for (const text of home) problems.push(...text.locate(await checkUrls(text.links, '', 'text/')));
  if (cv) problems.push(...cv.locate(await checkUrls(cv.links, 'cv', 'text/')));
  for (const [path, { page, section }] of pages) {
    const findings = [
      ...(await checkUrls(pageLinks.get(page) ?? [], path, 'text/')),
      ...(await checkFrontMatter(section.links(page.frontMatter), path)),
      ...checkTags(page),
    ];
    problems.push(...toPageProblems(findings, page, section.noun));
  }
  const unlinked =
    settings.navigation.length === 0
      ? []
      : [...(read.get('pages')?.keys() ?? [])].filter(({ slug }) => !linked.has(`pages/${slug}`));
  return [...problems, ...unlinked.flatMap((page) => toPageProblems([notLinked], page, 'page'))];

  /** Checks the links on a page. @param topic That of the codes of findings; empty for the noun of the section. */
  async function checkUrls(
    links: Iterable<RenderedLink>,
    from: string,
    topic: 'site/' | 'text/' | '',
  ): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const { url, ...place } of links) {
      const found = await check(url, from);
      if (!found) continue;
      const { kind, ...description } = found;
      findings.push({ ...place, code: `${topic}unknown-${kind}`, ...description });
    }
    return limitFindings(findings);
  }

  /** Checks the fragments of links in front matter, whose pages and files every command checks. */
  async function checkFrontMatter(
    links: ReturnType<Section['links']>,
    from: string,
  ): Promise<Finding[]> {
    const local = links.filter(({ url }) => /^[/#]/.test(url));
    const places = local.map(({ url, path }) => ({ url, path }));
    const findings = await checkUrls(places, from, '');
    return findings.filter(({ code }) => code === 'unknown-anchor');
  }
}

/** Returns the addresses in `site.yaml`. */
function listSettingLinks({ settings }: SiteReading): RenderedLink[] {
  return (['navigation', 'links'] as const).flatMap((key) =>
    settings[key].map(({ url }, index) => ({ url, path: [key, index, 'url'] })),
  );
}

const notLinked: Finding = {
  path: ['title'],
  code: 'page/not-linked',
  message: 'no menu entry and no text links to this page',
  remedy: 'Add its address to navigation in site.yaml, or link to it from another page.',
};

/** Returns the pages of all sections by their paths. */
function listPages(read: ReadSections) {
  return new Map(
    sections.flatMap((section) =>
      [...(read.get(section.name)?.keys() ?? [])].map(
        (page) => [`${section.name}/${page.slug}`, { page, section }] as const,
      ),
    ),
  );
}

type Tagged = Partial<Record<'tags' | 'categories' | 'keywords', string[]>>;

/** Returns a warning for each tag with a comma, which is probably several tags. */
function checkTags({ frontMatter }: ParsedPage): Finding[] {
  return (['tags', 'categories', 'keywords'] as const).flatMap((key) =>
    ((frontMatter as Tagged)[key] ?? []).flatMap((tag, index): Finding[] => {
      if (!tag.includes(',')) return [];
      const list = tag
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
        .join(', ');
      return [
        {
          path: [key, index],
          code: 'tag-with-comma',
          message: `${quote(tag)} is one tag with a comma`,
          remedy: `If you mean several tags, write ${key}: [${list}].`,
        },
      ];
    }),
  );
}
