import { isMap } from '../../schema/describe.ts';
import { readText } from '../convert/converted-page.ts';
import { findValue, hasFile, type OldValue, readOldData, toItems } from '../old-site/old-values.ts';
import { readYamlValue } from '../../content/parse/yaml.ts';
import { formatSources, type YamlItem, type YamlList } from '../settings/annotated-yaml.ts';
import { stripHtml } from '../old-site/old-values.ts';
import type { AlFolioSite } from './al-folio-site.ts';
import { formatEntries, toCvEntry } from './cv-entry.ts';

/** The CV of an al-folio site. */
export interface AlFolioCv {
  lines: YamlList[];
  /** The sections that no list of a CV has, as Markdown. */
  rest: string;
  /** The file with the CV. */
  file?: string;
  /** Why the file is not used. */
  unused?: string;
}

const cvFile = '_data/cv.yml';
const resumeFile = 'assets/json/resume.json';

/**
 * Reads the CV: `_data/cv.yml`, a list of sections or the format of RenderCV, or `assets/json/resume.json`. The page of the
 * CV says which one the old site showed.
 */
export function readAlFolioCv(site: AlFolioSite): AlFolioCv {
  const page = site.old.files.find(({ path }) =>
    /^_pages\/(cv|resume|vita)\.(md|markdown)$/.test(path),
  );
  const format = page && readText(site.convert(page.path, 'cv').data['cv_format']);
  const isJsonFirst =
    format === 'jsonresume' ||
    (format === undefined && site.config['jekyll_get_json'] !== undefined);
  const files = isJsonFirst ? [resumeFile, cvFile] : [cvFile, resumeFile];
  const found = files.filter((file) => hasFile(site.old, file));
  for (const file of found) {
    if (isSample(site.old.read(file))) continue;
    const cv = file === resumeFile ? readJsonResume(site) : readCvData(site);
    if (cv !== undefined) return { ...cv, file };
  }
  const [file] = found;
  if (file === undefined) return { lines: [], rest: '' };
  return { lines: [], rest: '', file, unused: 'Sample of the theme' };
}

/** Returns whether a CV is the example of the theme. */
function isSample(text: string): boolean {
  return /Albert Einstein|"name": ?"Einstein"/.test(text);
}

/** The lists of a CV by the titles of sections. The first match counts. */
const sections: readonly [RegExp, string][] = [
  [/educat|degree|studies|academic background/i, 'education'],
  [/award|honou?r|grant|fellowship|scholarship|prize|funding/i, 'awards'],
  [/project|software/i, 'projects'],
  [/servic|review|committee|volunteer|outreach|leadership|membership|activit/i, 'volunteer'],
  [/certific|licen[cs]e/i, 'certificates'],
  [/language/i, 'languages'],
  [/skill|tool|technolog|programming/i, 'skills'],
  [/interest|hobb/i, 'interests'],
  [/referee|reference/i, 'references'],
  [/experience|employment|position|appointment|work|teaching|career|internship/i, 'work'],
];

/** Sections that the CV of the new site has already, from the pages of the site, or facts about the owner. */
const generatedSection =
  /^(publications?|papers|talks?|presentations?|general information|basics|summary|profile)$/i;

function findSection(title: string): string | undefined {
  return sections.find(([pattern]) => pattern.test(title))?.[1];
}

function readCvData({ old }: AlFolioSite): Pick<AlFolioCv, 'lines' | 'rest'> | undefined {
  const text = old.read(cvFile).replace(/^\uFEFF/, '');
  const read = readYamlValue(text, { numbers: true });
  if ('failure' in read) return undefined;
  const root: OldValue = { value: read.data, file: cvFile, key: '' };
  const renderCv = findValue(root, 'cv', 'sections');
  const groups = renderCv
    ? Object.keys(isMap(renderCv.value) ? renderCv.value : {}).map((title) => ({
        title: title.replaceAll('_', ' '),
        items: toItems(findValue(renderCv, title)),
      }))
    : toItems(root).map((section) => ({
        title: stripHtml(readText(findValue(section, 'title')?.value) ?? ''),
        items: toItems(findValue(section, 'contents')),
      }));
  return groups.length === 0 ? undefined : toCv(groups);
}

/** A section of the CV of the old site. */
interface CvGroup {
  title: string;
  items: OldValue[];
}

function toCv(groups: readonly CvGroup[]): Pick<AlFolioCv, 'lines' | 'rest'> {
  const lines = new Map<string, YamlItem[]>();
  const rest: string[] = [];
  for (const { title, items } of groups) {
    const section = findSection(title);
    const entries = section === undefined ? [] : items.flatMap((item) => toCvEntry(section, item));
    if (section !== undefined && entries.length > 0) {
      lines.set(section, [...(lines.get(section) ?? []), ...entries]);
    } else if (!generatedSection.test(title)) {
      const text = formatEntries(items.map(({ value }) => value));
      if (text !== '') rest.push(`### ${title}\n\n${text}\n`);
    }
  }
  return {
    lines: [...lines].map(([key, items]) => ({ key, items })),
    rest: rest.join('\n'),
  };
}

/** The lists of JSON Resume that Lectern has. */
const jsonSections = [
  ...[
    'work',
    'education',
    'awards',
    'projects',
    'volunteer',
    'certificates',
    'skills',
    'languages',
  ],
  ...['interests', 'references'],
];

function readJsonResume({ old }: AlFolioSite): Pick<AlFolioCv, 'lines' | 'rest'> | undefined {
  const data = readOldData(old, resumeFile);
  if (!data) return undefined;
  const lines = jsonSections.flatMap((key): YamlList[] => {
    const items = toItems(findValue(data, key)).flatMap((item): YamlItem[] => {
      if (!isMap(item.value)) return [];
      const { icon: _, ...rest } = item.value;
      const value = Object.fromEntries(
        Object.entries(rest).filter(([, one]) => one !== null && one !== ''),
      );
      if (Object.keys(value).length === 0) return [];
      return [{ value, from: { '': item }, note: formatSources([item]) ?? '' }];
    });
    return items.length > 0 ? [{ key, items }] : [];
  });
  return lines.length > 0 ? { lines, rest: '' } : undefined;
}
