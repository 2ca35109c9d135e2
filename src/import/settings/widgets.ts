import { addScheme } from '../../model/page/link.ts';
import { compareText } from '../../model/page/lists.ts';
import { isMap } from '../../schema/describe.ts';
import { createDefaultLanguagePath } from '../old-site/site-languages.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  toBoolean,
  findFirstValue,
  toItems,
  type OldValue,
  readOldPage,
  stripHtml,
  toText,
  findValue,
  toVisibleText,
} from '../old-site/old-values.ts';

/** A part of the old home page, or of another page that consists of such parts. */
export interface OldWidget {
  file: string;
  /** The index of the section, if one file has several. */
  section?: number;
  /** The name of the widget without the affixes of newer themes: `about.biography` and `resume-biography-3` are `biography`. */
  kind: string;
  /** The unchanged name of the widget. */
  rawKind: string;
  /** Why it was hidden; undefined if it was shown. */
  hiddenReason?: string;
  /** All its settings. */
  data: OldValue;
  /** Its Markdown text; may be empty. */
  text: string;
  textFrom?: OldValue;
  /** The anchor by which menus link to it. */
  name: string;
  /** Whether it is on a separate page, not on the home page. */
  isOnOtherPage: boolean;
}

/** Widgets that show people by their groups. */
export const peopleKinds = /^(people|team|team-showcase)$/;

/** Returns a setting of a widget. Newer themes have them below `content`. */
export function findWidgetSetting({ data }: OldWidget, ...keys: string[]): OldValue | undefined {
  return findFirstValue(data, ...keys.flatMap((key) => [`content.${key}`, key]));
}

/** Returns the widgets of the old home page in their order, then those of other pages. */
export function readWidgets(site: OldSite): OldWidget[] {
  if (site.theme === 'academicpages') return [];
  const toRelativePath = createDefaultLanguagePath(site);
  const pages = site.files.flatMap(({ path }) => {
    const relativePath = toRelativePath(path);
    return relativePath?.endsWith('.md') ? [{ path, below: relativePath }] : [];
  });
  const sectionWidgets = pages
    .filter(({ below: relativePath }) => relativePath === '_index.md')
    .flatMap(({ path }) => readSectionWidgets(site, path, false));
  const fileWidgets = pages
    .filter(({ below: relativePath }) => relativePath.startsWith('home/'))
    .map((page) => readFileWidget(site, page, sectionWidgets.length > 0));
  const otherWidgets = pages
    .filter(({ below: relativePath }) =>
      /^(?!home\/|_index\.md$)([^/]+\.md|[^/]+\/_?index\.md)$/.test(relativePath),
    )
    .filter(({ path }) => /^sections\s*:/m.test(site.read(path)))
    .flatMap(({ path }) => readSectionWidgets(site, path, true));
  return [...sectionWidgets, ...fileWidgets.sort(compareWeights), ...otherWidgets];
}

function readFileWidget(
  site: OldSite,
  { path: file, below: relativePath }: { path: string; below: string },
  isOverridden: boolean,
): OldWidget {
  const { data, body, parseError } = readOldPage(site, file);
  const widgetName = toText(findValue(data, 'widget')) ?? '';
  const isText =
    widgetName === '' && toVisibleText(body) !== '' && !/(^|\/)_?index\.md$/.test(relativePath);
  const rawKind = isText ? 'blank' : widgetName;
  const isPage = /\/_?index\.md$/.test(relativePath) && rawKind === '';
  const hiddenReason =
    parseError ??
    (isPage
      ? 'This page only held the widgets.'
      : isOverridden
        ? 'The old home page was built from content/_index.md instead.'
        : rawKind === ''
          ? 'This file names no widget and was not shown.'
          : findDisabledReason(data));
  const name = relativePath.replace(/^home\//, '').replace(/(\/_?index)?\.md$/, '');
  return {
    ...{ file, rawKind: isPage ? 'page' : rawKind, kind: normalizeKind(rawKind), data, text: body },
    ...{ name, isOnOtherPage: false, ...(hiddenReason !== undefined && { hiddenReason }) },
  };
}

function readSectionWidgets(site: OldSite, file: string, isOnOtherPage: boolean): OldWidget[] {
  const { data } = readOldPage(site, file);
  return toItems(findValue(data, 'sections')).map((section, i): OldWidget => {
    const rawKind = toText(findFirstValue(section, 'block', 'widget')) ?? '';
    const textFrom = findFirstValue(section, 'content.text');
    const text = typeof textFrom?.value === 'string' ? textFrom.value : '';
    const title = toText(findFirstValue(section, 'content.title', 'title'));
    const name = toText(findValue(section, 'id')) ?? toFileName(title ?? '');
    const hiddenReason = isMap(section.value)
      ? toBoolean(findValue(section, 'demo')) === true
        ? 'This part was shown only on the demo site of the theme.'
        : findDisabledReason(section)
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

function findDisabledReason(data: OldValue): string | undefined {
  const isDisabled =
    toBoolean(findValue(data, 'active')) === false || toBoolean(findValue(data, 'draft')) === true;
  return isDisabled ? 'This part was disabled.' : undefined;
}

/** Compares by weight. As in Hugo, widgets without one are last. */
function compareWeights(a: OldWidget, b: OldWidget): number {
  const weight = ({ data }: OldWidget) => Number(findValue(data, 'weight')?.value ?? 0) || Infinity;
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
export function toButtonLink(item: OldValue): MarkdownPart | undefined {
  const button = findFirstValue(item, 'link', 'button') ?? item;
  const url = findFirstValue(button, 'url') ?? findFirstValue(item, 'cta_url');
  const label =
    findFirstValue(button, 'label', 'text') ?? findFirstValue(item, 'cta_label', 'link_label');
  const labelText = stripHtml(toText(label) ?? '');
  if (toText(url) === undefined || !labelText) return undefined;
  return { text: `[${labelText}](<${addScheme(toText(url) ?? '')}>)`, from: [url, label] };
}

/**
 * Returns whether a widget of features shows skills, each with a word or a percentage, and no sentences. The
 * themes use the same widget for the work of a group and the features of a product.
 */
export function showsSkills(widget: OldWidget): boolean {
  const title = toText(findWidgetSetting(widget, 'title')) ?? '';
  const items = toItems(findWidgetSetting(widget, 'feature', 'items'));
  const descriptions = items.map((item) => toText(findFirstValue(item, 'description')) ?? '');
  return /skill|hobb|expertise|tools/i.test(title) || descriptions.every((one) => one.length <= 40);
}
