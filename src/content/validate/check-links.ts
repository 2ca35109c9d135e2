import { describeUnknownIcon, findIcon } from '../../model/page/icons.ts';
import type { SiteAddresses } from '../../model/site/site-addresses.ts';
import { quote } from '../../schema/describe.ts';
import type { Finding } from '../../schema/finding.ts';
import type { TextRenderer } from '../../markdown/render/text-renderer.ts';
import type { Problem } from '../parse/problem.ts';
import { type ParsedPage, toPageProblems } from '../sections/parsed-page.ts';
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
 * @param renderer Renders the pages to whose parts links lead.
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
    ...(await checkSettings()),
    ...settings.links.flatMap(({ icon, icon_pack: pack }, index): Finding[] => {
      if (!icon || findIcon(icon, pack)) return [];
      const path = ['links', index, 'icon'];
      return [{ path, code: 'site/unknown-icon', ...describeUnknownIcon(icon) }];
    }),
  ]);
  for (const text of home) problems.push(...text.locate(await checkTexts(text.links, '')));
  if (cv) problems.push(...cv.locate(await checkTexts(cv.links, 'cv')));
  for (const [path, { page, section }] of pages) {
    const findings = [
      ...(await checkTexts(pageLinks.get(page) ?? [], path)),
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

  async function checkSettings(): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const key of ['navigation', 'links'] as const) {
      for (const [index, { url }] of settings[key].entries()) {
        const found = await check(url, '');
        if (!found) continue;
        const { kind, ...description } = found;
        findings.push({ path: [key, index, 'url'], code: `site/unknown-${kind}`, ...description });
      }
    }
    return findings;
  }

  async function checkTexts(links: readonly RenderedLink[], from: string): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const { url, path, position } of links) {
      const found = await check(url, from);
      if (!found) continue;
      const { kind, ...description } = found;
      const place = { path, ...(position && { position }) };
      findings.push({ ...place, code: `text/unknown-${kind}`, ...description });
    }
    return findings;
  }

  /** Checks the fragments of links in front matter, whose pages and files every command checks. */
  async function checkFrontMatter(
    links: ReturnType<(typeof sections)[number]['links']>,
    from: string,
  ): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const { url, path } of links) {
      const found = /^[/#]/.test(url) ? await check(url, from) : undefined;
      if (found?.kind !== 'anchor') continue;
      const { kind, ...description } = found;
      findings.push({ path, code: `unknown-${kind}`, ...description });
    }
    return findings;
  }
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
