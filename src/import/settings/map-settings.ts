import { toHomePartId } from '../../model/site/home.ts';
import { cvSchema } from '../../schema/cv.ts';
import { siteSchema } from '../../schema/site.ts';
import type { OldSite } from '../old-site/old-site.ts';
import { type OldValue, stripHtml, toText } from '../old-site/old-values.ts';
import type { Plan, SettingOutcome, WidgetOutcome, NewFile } from '../plan/plan.ts';
import { formatAnnotatedYaml, type YamlEntry, type YamlList } from './annotated-yaml.ts';
import { mapBiography, findBiographyButton, isBiography } from './biography.ts';
import { mapHomePage } from './home-parts.ts';
import { mapJekyllPages } from './jekyll-pages.ts';
import { createKeyUsage, explainUnusedSetting, explainUnusedWidgetKey } from './key-usage.ts';
import { toMenuItems } from './menu-items.ts';
import { readSettings, type OldSettings } from './old-settings.ts';
import { mapContact, toSiteLinks, type Contact } from './owner-contacts.ts';
import {
  findOwner,
  findSiteName,
  toProfilePath,
  type OldOwner,
  explainUnusedOwnerKey,
  recordOwnerFile,
  toOwnerFile,
} from './owner.ts';
import { toSectionEntries } from './section-names.ts';
import { cvHeader, missingName, siteHeader } from './new-file-texts.ts';
import { toGroupEntries, toOwnerEntries, toSiteEntries } from './site-entries.ts';
import { findZonelessTimes } from './talk-times.ts';
import { mapWidgetCv } from './widget-cv.ts';
import { findWidgetSetting, readWidgets, type OldWidget } from './widgets.ts';

type MappedSettings = Pick<
  Plan,
  'newFiles' | 'settings' | 'widgets' | 'converted' | 'copies' | 'zonelessTimes'
>;

/**
 * Maps the configuration, the owner's profile and the parts of the home page. Each of their keys has an
 * outcome. `copies` has the texts of the home page and the portrait, and no other file.
 */
export function mapSettings(site: OldSite): MappedSettings {
  const usage = createKeyUsage();
  const settings = readSettings(site, usage);
  const widgets = readWidgets(site);
  const about = widgets.find((widget) => isBiography(widget) && widget.hiddenReason === undefined);
  const username = toText(about && findWidgetSetting(about, 'username', 'author'));
  const owner = findOwner(site, username, toText(settings.find('title')));
  if (owner) recordOwnerFile(owner, usage);
  const name = findSiteName(settings, owner, widgets, usage);
  const siteName = stripHtml(toText(name) ?? '') || 'Your Name';
  const biography = mapBiography(site, settings, owner, about, usage);

  const contacts = new Map<OldWidget, Contact>();
  for (const widget of widgets.filter(
    ({ kind, hiddenReason }) => kind.startsWith('contact') && hiddenReason === undefined,
  )) {
    contacts.set(widget, mapContact(widget, settings, usage));
  }
  const profilePath = owner && toProfilePath(owner.profiles[0]?.file ?? '');
  const widgetCv = mapWidgetCv(widgets, owner);
  const home = mapHomePage(
    widgets,
    {
      about: (!biography && profilePath) || 'about.md',
      siteName,
      details: (widget) => contacts.get(widget)?.details ?? [],
      sectionsOf: widgetCv.sectionsOf,
    },
    usage,
  );
  const jekyll = mapJekyllPages(site, settings, biography, usage);
  const entries = [...widgetCv.lines, ...jekyll.cv];
  const hasCv = entries.length > 0;
  const homeCvAddress = jekyll.text && `/#${toHomePartId({ text: 'cv' })}`;
  const cvAddress = hasCv ? '/cv/' : homeCvAddress;
  const cvEntries = [...(jekyll.basics ? [jekyll.basics] : []), ...entries];
  const menu = settings.find('menus.main', 'menu.main') ?? jekyll.menu;
  const contactLinks = [...contacts.values()].flatMap(({ links }) => links);
  const header = profilePath
    ? [
        ...siteHeader.slice(0, 1),
        `Your role, affiliation and links are in ${profilePath}.`,
        ...siteHeader.slice(1),
      ]
    : siteHeader;
  const places = { site, targets: home.targets, cv: cvAddress };
  const navigation = toMenuItems(menu, places, usage);
  const siteEntries: (YamlEntry | YamlList)[] = [
    name ? { key: 'name', value: siteName, from: [name] } : missingName,
    ...(owner ? [] : toOwnerEntries(settings, usage)),
    ...toSiteEntries(site, settings, usage),
    {
      key: 'links',
      items: toSiteLinks(
        site,
        settings,
        owner,
        [...contactLinks, ...findBiographyButton(about)],
        usage,
      ),
    },
    { key: 'navigation', items: navigation },
    ...toSectionEntries(site, navigation),
    { key: 'home', items: jekyll.parts ?? home.parts },
    ...toGroupEntries(widgets),
  ];
  const newFiles = [
    {
      to: 'content/site.yaml',
      text: formatAnnotatedYaml('site.yaml', header, siteEntries, siteSchema, usage),
    },
    biography?.newFile,
    hasCv
      ? {
          to: 'content/cv.yaml',
          text: formatAnnotatedYaml('cv.yaml', cvHeader, cvEntries, cvSchema, usage),
        }
      : undefined,
    owner ? undefined : toOwnerFile(siteName, settings, about, usage),
    ...home.newFiles,
    jekyll.text,
  ].filter((one) => one !== undefined);
  const outcomes = usage.outcomes((leaf) => reasonFor(leaf, site, settings, owner));
  const copies = [...home.copies, ...(biography?.copies ?? [])];
  const widgetOutcomes = [...home.outcomes, ...(jekyll.home ? [jekyll.home] : [])];
  const convertedPages = [...(biography?.file ? [biography.file] : []), ...jekyll.files];
  const profilePaths = owner?.profiles.map(({ file }) => file) ?? [];
  const copied = new Set([...home.copies.map((copy) => copy.from), ...profilePaths]);
  const converted = listConvertedFiles(
    [...outcomes, ...widgetOutcomes],
    newFiles,
    convertedPages,
    copied,
  );
  const zonelessTimes = findZonelessTimes(site, settings);
  return {
    newFiles,
    copies,
    settings: outcomes,
    widgets: widgetOutcomes,
    converted,
    ...(zonelessTimes && { zonelessTimes }),
  };
}

/** Returns why a value is not used, by the kind of its file. */
function reasonFor(
  leaf: OldValue,
  site: OldSite,
  settings: OldSettings,
  owner: OldOwner | undefined,
): string {
  if (site.configs.some(({ path }) => path === leaf.file))
    return explainUnusedSetting(settings.pathOf(leaf));
  if (owner?.profiles.some(({ file }) => file === leaf.file))
    return explainUnusedOwnerKey(leaf.key);
  if (leaf.file.startsWith('_data/')) return 'Part of the menu of the old site.';
  return explainUnusedWidgetKey(leaf.key);
}

/**
 * Returns the files whose content is in new files, without those that are copied as well.
 * `convertedPages` are pages whose text is in a new file.
 */
function listConvertedFiles(
  outcomes: readonly (SettingOutcome | WidgetOutcome)[],
  newFiles: readonly NewFile[],
  convertedPages: readonly (readonly [from: string, to: string])[],
  copied: ReadonlySet<string>,
): Plan['converted'] {
  const targets = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    targets.set(from, (targets.get(from) ?? new Set()).add(to));
  };
  for (const { file, outcome } of outcomes) {
    if (!('to' in outcome)) continue;
    for (const { to } of newFiles) if (isInFile(outcome.to, to)) add(file, to);
  }
  for (const [from, to] of convertedPages) add(from, to);
  const files = [...targets].filter(([path]) => !copied.has(path));
  return files.map(([path, to]) => ({ from: path, into: [...to].sort() }));
}

/** Returns whether an outcome names a file: `site.yaml: links` is in `content/site.yaml`. */
function isInFile(outcome: string, path: string): boolean {
  const name = path.replace(/^content\//, '');
  return outcome
    .split(', ')
    .some((one) => one === path || one.startsWith(`${name}: `) || one.startsWith(`${path}: `));
}
