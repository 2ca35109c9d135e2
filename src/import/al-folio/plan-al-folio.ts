import { defaultHome } from '../../model/site/home.ts';
import { cvSchema } from '../../schema/cv.ts';
import { siteSchema } from '../../schema/site.ts';
import { isMap } from '../../schema/describe.ts';
import { omitKeys, readText } from '../convert/converted-page.ts';
import { planAddresses } from '../convert/planned-addresses.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  findValue,
  hasFile,
  type OldValue,
  readOldData,
  readOldPage,
  stripHtml,
  toText,
  toVisibleText,
} from '../old-site/old-values.ts';
import { placeFiles } from '../places/place-files.ts';
import type { Copy, NewFile, Plan, SettingOutcome, WidgetOutcome } from '../plan/plan.ts';
import {
  formatAnnotatedYaml,
  formatMarkdownFile,
  formatSources,
  type YamlEntry,
  type YamlItem,
  type YamlList,
} from '../settings/annotated-yaml.ts';
import { createKeyUsage, explainUnusedSetting, type KeyUsage } from '../settings/key-usage.ts';
import { cvHeader, missingName, siteHeader } from '../settings/new-file-texts.ts';
import { type OldSettings, readSettings } from '../settings/old-settings.ts';
import { toSiteEntries } from '../settings/site-entries.ts';
import { isThemeDefault } from '../settings/theme-defaults.ts';
import { readAlFolioCv } from './al-folio-cv.ts';
import { createTargetFinder, toMenu } from './al-folio-menu.ts';
import { type AlFolioSite, readAlFolioSite } from './al-folio-site.ts';
import { convertBibliography } from './bibliographies.ts';
import { convertGeneratedPages } from './generated-pages.ts';
import { createAlFolioPlacer, getCollection } from './place-al-folio.ts';
import { toSocialLinks } from './social-links.ts';

/** Plans the import of an al-folio site. */
export function planAlFolio(old: OldSite): Plan {
  const site = readAlFolioSite(old);
  const usage = createKeyUsage();
  const settings = readSettings(old, usage);
  const about = planAbout(site);
  const generated = convertGeneratedPages(site);
  const cv = readAlFolioCv(site);
  const decided = new Set([
    ...generated.copies.map(({ from }) => from),
    ...generated.converted.map(({ from }) => from),
    ...(about?.file === undefined ? [] : [about.file]),
    ...(cv.file === undefined || cv.file.startsWith('assets/') ? [] : [cv.file]),
    ...[socialsFile].filter((path) => hasFile(old, path)),
  ]);
  const placed = placeFiles(old, decided, createAlFolioPlacer(site));
  const copies = [...placed.copies.map((copy) => convertCopy(copy, site)), ...generated.copies];
  const hasCv = cv.lines.length > 0;
  const planned = planAddresses(copies, old.read);
  const findTarget = createTargetFinder(site, planned, hasCv);
  const menu = toMenu(site, findTarget, usage.markUnused);
  const cvPdf = findCvPdf(site);
  const newFiles: NewFile[] = [
    {
      to: 'content/site.yaml',
      text: formatAnnotatedYaml(
        'site.yaml',
        siteHeader,
        [
          ...toNameEntries(settings, about),
          ...toSiteEntries(old, settings, usage),
          { key: 'links', items: [...toLinks(site, settings, usage), ...cvPdf] },
          { key: 'navigation', items: menu },
          ...(cv.rest === '' ? [] : [{ key: 'home', items: toHomeParts(cv.file ?? '') }]),
        ],
        siteSchema,
        usage,
      ),
    },
    ...(about ? [about.newFile] : []),
    ...(hasCv
      ? [
          {
            to: 'content/cv.yaml',
            text: formatAnnotatedYaml('cv.yaml', cvHeader, cv.lines, cvSchema, usage),
          },
        ]
      : []),
    ...(cv.rest === ''
      ? []
      : [
          { to: cvTextFile, text: formatMarkdownFile({ title: 'CV' }, `from ${cv.file}`, cv.rest) },
        ]),
  ];
  const cvFiles = [...(hasCv ? ['content/cv.yaml'] : []), ...(cv.rest === '' ? [] : [cvTextFile])];
  const isCvUsed = cv.file !== undefined && cvFiles.length > 0 && decided.has(cv.file);
  const widgets: WidgetOutcome[] =
    about?.file === undefined
      ? []
      : [{ file: about.file, kind: 'about', active: true, outcome: { to: 'about.md' } }];
  return {
    copies: [...copies, ...(about?.portrait ?? [])],
    converted: [
      ...generated.converted,
      ...(about?.file === undefined ? [] : [{ from: about.file, into: ['content/about.md'] }]),
      ...(isCvUsed ? [{ from: cv.file!, into: cvFiles }] : []),
      ...[socialsFile, ...old.configs.map(({ path }) => path)]
        .filter((path) => hasFile(old, path))
        .map((from) => ({ from, into: ['content/site.yaml'] })),
    ],
    skipped: [
      ...placed.skipped.filter(({ from }) => !old.configs.some(({ path }) => path === from)),
      ...(cv.file !== undefined && !isCvUsed && decided.has(cv.file)
        ? [{ from: cv.file, reason: cv.unused ?? 'It has no entries of a CV' }]
        : []),
    ],
    newFiles,
    settings: groupLibraries(usage.outcomes((leaf) => explainUnused(leaf, settings))),
    widgets,
  };
}

const cvTextFile = 'content/home/cv.md';
const socialsFile = '_data/socials.yml';

/** Converts the pages and the bibliographies; other files are copied unchanged. */
function convertCopy(copy: Copy, site: AlFolioSite): Copy {
  const { from, to, quarantineReason } = copy;
  if (quarantineReason !== undefined || !to.startsWith('content/')) return copy;
  const isPage =
    /\.(md|markdown|html?)$/i.test(to) && /\.(md|markdown|html?)$|\/[^./]+$/i.test(from);
  const isBibliography = /\.bib$/i.test(to);
  if (!isPage && !isBibliography) return copy;
  const text = isPage
    ? site.convertFile(from, getCollection(from))
    : convertBibliography(site.old, site.listedBibliographies, from);
  return text === undefined || text === site.old.read(from) ? copy : { ...copy, text };
}

interface About {
  file: string;
  data: OldValue;
  newFile: NewFile;
  portrait: Copy[];
}

/** Plans the biography: the text of the home page, with the portrait and the details beside it. */
function planAbout(site: AlFolioSite): About | undefined {
  const { old } = site;
  const file = old.files
    .map(({ path }) => path)
    .find((path) => /\.(md|markdown|html)$/.test(path) && site.findAddress(path) === '/');
  if (file === undefined) return undefined;
  const { data } = readOldPage(old, file);
  const profile = findValue(data, 'profile');
  const image = toText(findValue(profile, 'image'));
  const path = image === undefined ? undefined : site.findImage(image).slice(1);
  const portrait = path !== undefined && hasFile(old, path) ? path : undefined;
  const details = toText(findValue(profile, 'more_info')) ?? toText(findValue(profile, 'address'));
  const isSample = /555 your office number|123 your address/i.test(details ?? '');
  const { body } = site.convert(file, 'pages');
  const parts = [body.trim(), isSample ? undefined : details].filter(Boolean);
  const name = portrait?.split('/').at(-1);
  const source = formatSources([data]);
  return {
    file,
    data,
    newFile: {
      to: 'content/about.md',
      text: formatMarkdownFile(
        name === undefined ? {} : { portrait: name },
        source,
        toVisibleText(parts.join('\n\n')) === '' ? '' : `${parts.join('\n\n')}\n`,
      ),
    },
    portrait: portrait === undefined ? [] : [{ from: portrait, to: `content/${name}` }],
  };
}

/** Returns the name, from the parts of the name or from the title, and the role below it. */
function toNameEntries(settings: OldSettings, about: About | undefined): YamlEntry[] {
  const parts = ['first_name', 'middle_name', 'last_name'].map((key) => settings.find(key));
  const names = parts.filter((one) => toText(one) !== undefined).filter((one) => one !== undefined);
  const fullName = names.map((one) => toText(one)).join(' ');
  const title = settings.find('title', 'name');
  const titleText = toText(title);
  const hasTitle = titleText !== undefined && titleText.toLowerCase() !== 'blank';
  const from = fullName !== '' ? names : hasTitle && title ? [title] : [];
  const role = about && (findValue(about.data, 'subtitle') ?? findValue(about.data, 'description'));
  const roleText = stripHtml(toText(role) ?? '');
  const isRole = roleText !== '' && !isThemeDefault(toText(role)) && roleText.length <= 200;
  const name = fullName || (hasTitle ? titleText : '');
  return [
    name === '' ? missingName : { key: 'name', value: stripHtml(name), from },
    ...(isRole && role ? [{ key: 'role', value: roleText, from: [role] }] : []),
  ];
}

/** Returns the accounts, from `_data/socials.yml` or, in older versions, from the configuration. */
function toLinks({ old }: AlFolioSite, settings: OldSettings, usage: KeyUsage): YamlItem[] {
  const socials = hasFile(old, socialsFile) ? readOldData(old, socialsFile) : undefined;
  if (socials) usage.add(socials);
  const config = old.configs[0];
  const root = config && { value: config.data, file: config.path, key: '' };
  const links = [...toSocialLinks(socials), ...toSocialLinks(root && pickAccounts(root, settings))];
  const addresses = new Set<string>();
  return links.filter(({ value }) => {
    const { url } = value as { url: string };
    return !addresses.has(url) && addresses.add(url);
  });
}

/** Returns the configuration without the maps that al-folio uses for other purposes. */
function pickAccounts(root: OldValue, settings: OldSettings): OldValue {
  const data = isMap(root.value) ? root.value : {};
  const maps = new Set(
    Object.keys(data).filter((key) => isMap(data[key]) && key !== 'academia_edu'),
  );
  const email = toText(settings.find('email'));
  const unset = isThemeDefault(email) || email === 'you@example.com' ? ['email'] : [];
  return { ...root, value: omitKeys(data, new Set([...maps, ...unset])) };
}

/** Returns the PDF of the CV that the page of the CV links to. */
function findCvPdf({ old }: AlFolioSite): YamlItem[] {
  const page = old.files.find(({ path }) => /^_pages\/(cv|resume|vita)\.(md|markdown)$/.test(path));
  if (!page) return [];
  const value = findValue(readOldPage(old, page.path).data, 'cv_pdf');
  const name = toText(value)?.replace(/^\/+/, '');
  if (name === undefined || !value) return [];
  const path = ['assets/pdf/', ''].map((folder) => folder + name).find((one) => hasFile(old, one));
  if (path === undefined || /example_pdf/.test(path)) return [];
  return [
    {
      value: { name: 'CV (PDF)', url: `/${path}` },
      from: { url: value },
      note: formatSources([value]) ?? '',
    },
  ];
}

function toHomeParts(file: string): YamlList['items'] {
  const parts = defaultHome.map((part) => (Object.keys(part).length > 1 ? part : part.section));
  return [
    ...parts.map((value) => ({ value, from: {} })),
    { value: { text: 'cv' }, from: {}, note: `from ${file}` },
  ];
}

/** Lists the libraries of the theme, which have hundreds of keys, as one key. */
function groupLibraries(outcomes: readonly SettingOutcome[]): SettingOutcome[] {
  const grouped = outcomes.map((one) => ({
    ...one,
    key: one.key.replace(/^(third_party_libraries)\..*/, '$1'),
  }));
  return [...new Map(grouped.map((one) => [`${one.file} ${one.key}`, one])).values()];
}

function explainUnused(leaf: OldValue, settings: OldSettings): string {
  if (leaf.file === socialsFile) return 'The site has no link to such an account.';
  const path = settings.pathOf(leaf);
  if (/^scholar\./.test(path)) return 'Configured the list of publications of the old site.';
  if (
    /^(third_party_libraries|mathjax|jquery|bootstrap|popper|medium_zoom|academicons)\b/.test(path)
  ) {
    return 'Scripts and styles of the old theme do not apply to Lectern.';
  }
  if (readText(leaf.value) !== undefined && /_(username|id|userid|url|profile)$/.test(path)) {
    return 'The site has no link to such an account.';
  }
  return explainUnusedSetting(path);
}
