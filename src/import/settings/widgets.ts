import { addScheme } from '../../model/page/link.ts';
import { compareText } from '../../model/page/lists.ts';
import { isMap } from '../../schema/describe.ts';
import { createDefaultLanguagePath } from '../old-site/site-language.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  booleanOf,
  firstValueAt,
  itemsOf,
  type OldValue,
  readOldPage,
  stripHtml,
  textOf,
  valueAt,
  visibleText,
} from '../old-site/old-values.ts';

/** A part of the old home page, or of another page that is made of such parts. */
export interface OldWidget {
  file: string;
  /** Where one file holds several, counted from 0. */
  section?: number;
  /** Without what newer themes put around it: `about.biography` and `resume-biography-3` are `biography`. */
  kind: string;
  /** What the theme calls it, as written. */
  rawKind: string;
  /** Why it was hidden; undefined if it was shown. */
  hiddenReason?: string;
  /** All its settings. */
  data: OldValue;
  /** Markdown of its own, as written; blank for none. */
  text: string;
  textFrom?: OldValue;
  /** The name by which menus link to it. */
  name: string;
  /** Whether it is on a separate page, not on the home page. */
  isOnOtherPage: boolean;
}

/** Widgets that show people by their groups. */
export const peopleKinds = /^(people|team|team-showcase)$/;

/** Returns a setting of a widget. Newer themes have them below `content`. */
export function widgetSetting({ data }: OldWidget, ...keys: string[]): OldValue | undefined {
  return firstValueAt(data, ...keys.flatMap((key) => [`content.${key}`, key]));
}

/** Returns the widgets of the old home page in their order, then those of other pages. */
export function readWidgets(site: OldSite): OldWidget[] {
  if (site.theme === 'academicpages') return [];
  const ownPath = createDefaultLanguagePath(site);
  const pages = site.files.flatMap(({ path }) => {
    const below = ownPath(path);
    return below?.endsWith('.md') ? [{ path, below }] : [];
  });
  const inSections = pages
    .filter(({ below }) => below === '_index.md')
    .flatMap(({ path }) => sectionsOf(site, path, false));
  const inFiles = pages
    .filter(({ below }) => below.startsWith('home/'))
    .map((page) => fileWidget(site, page, inSections.length > 0));
  const onOtherPages = pages
    .filter(({ below }) => /^(?!home\/|_index\.md$)([^/]+\.md|[^/]+\/_?index\.md)$/.test(below))
    .filter(({ path }) => /^sections\s*:/m.test(site.read(path)))
    .flatMap(({ path }) => sectionsOf(site, path, true));
  return [...inSections, ...inFiles.sort(byWeight), ...onOtherPages];
}

function fileWidget(
  site: OldSite,
  { path: file, below }: { path: string; below: string },
  isOverruled: boolean,
): OldWidget {
  const { data, body, parseError } = readOldPage(site, file);
  const said = textOf(valueAt(data, 'widget')) ?? '';
  const isText = said === '' && visibleText(body) !== '' && !/(^|\/)_?index\.md$/.test(below);
  const rawKind = isText ? 'blank' : said;
  const isPage = /\/_?index\.md$/.test(below) && rawKind === '';
  const hiddenReason =
    parseError ??
    (isPage
      ? 'This page only held the widgets.'
      : isOverruled
        ? 'The old home page was built from content/_index.md instead.'
        : rawKind === ''
          ? 'This file names no widget and was not shown.'
          : disabledReason(data));
  const name = below.replace(/^home\//, '').replace(/(\/_?index)?\.md$/, '');
  return {
    ...{ file, rawKind: isPage ? 'page' : rawKind, kind: normalizeKind(rawKind), data, text: body },
    ...{ name, isOnOtherPage: false, ...(hiddenReason !== undefined && { hiddenReason }) },
  };
}

function sectionsOf(site: OldSite, file: string, isOnOtherPage: boolean): OldWidget[] {
  const { data } = readOldPage(site, file);
  return itemsOf(valueAt(data, 'sections')).map((section, i): OldWidget => {
    const rawKind = textOf(firstValueAt(section, 'block', 'widget')) ?? '';
    const textFrom = firstValueAt(section, 'content.text');
    const text = typeof textFrom?.value === 'string' ? textFrom.value : '';
    const title = textOf(firstValueAt(section, 'content.title', 'title'));
    const name = textOf(valueAt(section, 'id')) ?? toFileName(title ?? '');
    const hiddenReason = isMap(section.value)
      ? booleanOf(valueAt(section, 'demo')) === true
        ? 'This part was shown only on the demo site of the theme.'
        : disabledReason(section)
      : 'This entry is not a section.';
    return {
      ...{
        file,
        section: i,
        rawKind,
        kind: normalizeKind(rawKind),
        data: section,
        text,
        isOnOtherPage,
      },
      ...{ name: name === '' ? `${normalizeKind(rawKind) || 'part'}-${i + 1}` : name },
      ...(textFrom && { textFrom }),
      ...(hiddenReason !== undefined && { hiddenReason }),
    };
  });
}

function disabledReason(data: OldValue): string | undefined {
  const isOff =
    booleanOf(valueAt(data, 'active')) === false || booleanOf(valueAt(data, 'draft')) === true;
  return isOff ? 'This part was disabled.' : undefined;
}

/** Compares by weight. As in Hugo, widgets without one are last. */
function byWeight(a: OldWidget, b: OldWidget): number {
  const weight = ({ data }: OldWidget) => Number(valueAt(data, 'weight')?.value ?? 0) || Infinity;
  const [one, other] = [weight(a), weight(b)];
  return (one === other ? 0 : one - other) || compareText(a.file, b.file);
}

function normalizeKind(rawKind: string): string {
  return rawKind
    .toLowerCase()
    .replace(/^(resume|about)[-.]/, '')
    .replace(/-\d+$/, '')
    .trim();
}

/** Converts a title to a file name: `My Research` → `my-research`. */
export function toFileName(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** Markdown from a widget, and the keys that it was made from. */
export interface MarkdownPart {
  text: string;
  from: (OldValue | undefined)[];
}

/** Returns a button as a Markdown link; undefined if it has no label or no address. */
export function buttonLink(item: OldValue): MarkdownPart | undefined {
  const at = firstValueAt(item, 'link', 'button') ?? item;
  const url = firstValueAt(at, 'url') ?? firstValueAt(item, 'cta_url');
  const label = firstValueAt(at, 'label', 'text') ?? firstValueAt(item, 'cta_label', 'link_label');
  const words = stripHtml(textOf(label) ?? '');
  if (textOf(url) === undefined || !words) return undefined;
  return { text: `[${words}](<${addScheme(textOf(url) ?? '')}>)`, from: [url, label] };
}

/**
 * Whether a widget of features shows skills, each with a word or a share of how well, and no sentences: the
 * themes have the same one for what a group does or a product can.
 */
export function showsSkills(widget: OldWidget): boolean {
  const title = textOf(widgetSetting(widget, 'title')) ?? '';
  const items = itemsOf(widgetSetting(widget, 'feature', 'items'));
  const words = items.map((item) => textOf(firstValueAt(item, 'description')) ?? '');
  return /skill|hobb|expertise|tools/i.test(title) || words.every((one) => one.length <= 40);
}
