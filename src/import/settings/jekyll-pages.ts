import { defaultHome } from '../../model/site/home.ts';
import { cvSchema } from '../../schema/cv.ts';
import { isMap } from '../../schema/describe.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  hasFile,
  readOldData,
  readOldPage,
  findValue,
  toItems,
  toText,
  type OldValue,
} from '../old-site/old-values.ts';
import type { WidgetOutcome, NewFile } from '../plan/plan.ts';
import {
  formatSources,
  type YamlItem,
  type YamlEntry,
  type YamlList,
  formatMarkdownFile,
} from './annotated-yaml.ts';
import { removeLiquid, type Biography } from './biography.ts';
import type { KeyUsage } from './key-usage.ts';
import { parseMarkdownCv } from './markdown-cv.ts';
import type { OldSettings } from './old-settings.ts';
import { isThemeDefault } from './theme-defaults.ts';

/** The settings of academicpages outside its configuration. */
interface JekyllPages {
  /** The outcome of the home page, which is one text. */
  home?: WidgetOutcome;
  /** `_data/navigation.yml`. */
  menu?: OldValue;
  cv: YamlList[];
  /** The part of the CV in no known form, as a text of the home page. */
  text?: NewFile;
  /** Facts of the owner for cv.yaml that site.yaml does not have. */
  basics?: YamlEntry;
  /** The files of the CV, and the new files with their content. */
  files: (readonly [from: string, to: string])[];
  /** The parts of the home page, if one of them is the text of the CV. */
  parts?: YamlItem[];
}

/**
 * Maps the pages of academicpages that hold settings: the home page, the menu and the CV.
 * @param about The biography, which is the text of the home page.
 */
export function mapJekyllPages(
  site: OldSite,
  settings: OldSettings,
  about: Biography | undefined,
  usage: KeyUsage,
): JekyllPages {
  if (site.theme !== 'academicpages') return { cv: [], files: [] };
  const [file] = about?.file ?? [];
  const outcome = { to: 'about.md' };
  return {
    ...(file !== undefined && { home: { file, kind: 'about', active: true, outcome } }),
    ...readMenu(site, usage),
    ...toBasics(settings.find('author.location')),
    ...readCv(site),
  };
}

function toBasics(location: OldValue | undefined): { basics?: YamlEntry } {
  const city = toText(location);
  if (!location || city === undefined || isThemeDefault(city)) return {};
  return { basics: { key: 'basics', value: { location: { city } }, from: [location] } };
}

function readMenu(site: OldSite, usage: KeyUsage): { menu?: OldValue } {
  const path = ['_data/navigation.yml', '_data/navigation.yaml'].find((one) => hasFile(site, one));
  const data = path === undefined ? undefined : readOldData(site, path);
  const menu = findValue(data, 'main');
  if (!data || !menu) return {};
  usage.add(data);
  return { menu };
}

function readCv(site: OldSite): JekyllPages {
  const json = readJsonCv(site);
  const path = site.files
    .map((one) => one.path)
    .find((one) => /^_pages\/(cv|resume|vita)\.(md|markdown)$/.test(one));
  if (path === undefined) return json ?? { cv: [], files: [] };
  const { data, body } = readOldPage(site, path);
  const { lines, rest } = parseMarkdownCv(body, data);
  if (lines.length === 0 && json) return json;
  const restText = removeLiquid(rest).trim();
  const title = toText(findValue(data, 'title')) ?? 'CV';
  const to = 'content/home/cv.md';
  const text =
    restText === ''
      ? undefined
      : formatMarkdownFile({ title }, formatSources([data]), `${restText}\n`);
  return {
    cv: lines,
    files: [
      ...(lines.length > 0 ? [[path, 'content/cv.yaml'] as const] : []),
      ...(text === undefined ? [] : [[path, to] as const]),
    ],
    ...(text !== undefined && { text: { to, text }, parts: toDefaultParts('cv', path) }),
  };
}

/** Returns the default parts of the home page, and a text. */
function toDefaultParts(text: string, path: string): YamlItem[] {
  const defaultValues = defaultHome.map((part) =>
    Object.keys(part).length > 1 ? part : part.section,
  );
  return [
    ...defaultValues.map((value) => ({ value, from: {} })),
    { value: { text }, from: {}, note: `from ${path}` },
  ];
}

/** The sections of a CV that are lists. */
const sections = Object.keys(cvSchema.shape).filter(
  (key) => !/^(basics|talks|meta|\$schema)$/.test(key),
);

/** Examples of the theme in a CV. */
const themeExample = /GitHub University|Academic Pages Collaborator|Your Sidebar Name/i;

/** Reads `_data/cv.json`, which is JSON Resume with older keys. */
function readJsonCv(site: OldSite): JekyllPages | undefined {
  const path = '_data/cv.json';
  const data = hasFile(site, path) ? readOldData(site, path) : undefined;
  if (!data || themeExample.test(JSON.stringify(data.value))) return undefined;
  const cv = sections.flatMap((key): YamlList[] => {
    const items = toItems(findValue(data, key)).flatMap((item) => {
      if (!isMap(item.value) || isExample(item.value)) return [];
      const { website, gpa, company, ...rest } = item.value;
      const url = rest['url'] ?? website;
      const value = {
        ...Object.fromEntries(Object.entries(rest).filter(([, one]) => one !== null && one !== '')),
        ...(typeof company === 'string' && company !== '' && { name: company }),
        ...(typeof url === 'string' && url !== '' && { url }),
        ...(typeof gpa === 'string' && gpa !== '' && { score: gpa }),
      };
      return [{ value, from: { '': item }, note: formatSources([item]) ?? '' }];
    });
    return items.length > 0 ? [{ key, items }] : [];
  });
  return cv.length > 0 ? { cv, files: [[path, 'content/cv.yaml']] } : undefined;
}

function isExample(item: Record<string, unknown>): boolean {
  const { name } = item;
  return typeof name === 'string' && /Paper Title Number \d|^Portfolio item number/.test(name);
}
