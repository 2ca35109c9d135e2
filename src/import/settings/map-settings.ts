import { homePartId } from '../../model/site/home.ts';
import { cvSchema } from '../../schema/cv.ts';
import { siteSchema } from '../../schema/site.ts';
import type { OldSite } from '../old-site/old-site.ts';
import { type OldValue, stripHtml, textOf } from '../old-site/old-values.ts';
import type { Plan, SettingOutcome, WidgetOutcome, Written } from '../plan/plan.ts';
import { writeYaml, type Line, type ListLine } from './annotated-yaml.ts';
import { mapBiography, biographyButton, isBiography } from './biography.ts';
import { mapHomePage } from './home-parts.ts';
import { mapJekyllPages } from './jekyll-pages.ts';
import { createKeyUsage, reasonForSetting, reasonForWidgetKey } from './key-usage.ts';
import { menuItems } from './menu-items.ts';
import { readSettings, type OldSettings } from './old-settings.ts';
import { mapContact, siteLinks, type Contact } from './owner-contacts.ts';
import {
  findOwner,
  findSiteName,
  newProfilePath,
  type OldOwner,
  reasonForOwnerKey,
  recordOwnerFile,
  writeOwnerFile,
} from './owner.ts';
import { groupLines, ownerLines, placeLines } from './site-lines.ts';
import { mapWidgetCv } from './widget-cv.ts';
import { widgetSetting, readWidgets, type OldWidget } from './widgets.ts';

type MappedSettings = Pick<Plan, 'written' | 'settings' | 'widgets' | 'converted' | 'copies'>;

const siteHead = [
  'The settings of this site, imported from the old site. Comments say where each value came from.',
  'docs/front-matter.md describes all keys.',
  'yaml-language-server: $schema=../schemas/site.schema.json',
];

const cvHead = [
  'The CV, at /cv/, imported from the old site. Comments say where each value came from.',
  'To remove the CV, delete this file. docs/front-matter.md describes all keys.',
  'yaml-language-server: $schema=../schemas/cv.schema.json',
];

const missingNameNote = 'The old site does not name its owner. Write your name';

/**
 * Maps the configuration, the owner's profile and the parts of the home page. Each of their keys has an
 * outcome. `copies` has the texts of the home page and the portrait, and no other file.
 */
export function mapSettings(site: OldSite): MappedSettings {
  const usage = createKeyUsage();
  const settings = readSettings(site, usage);
  const widgets = readWidgets(site);
  const about = widgets.find((widget) => isBiography(widget) && widget.hiddenReason === undefined);
  const owner = findOwner(site, textOf(about && widgetSetting(about, 'username', 'author')));
  if (owner) recordOwnerFile(owner, usage);
  const name = findSiteName(settings, owner, widgets, usage);
  const siteName = stripHtml(textOf(name) ?? '') || 'Your Name';
  const biography = mapBiography(site, settings, owner, about, usage);

  const contacts = new Map<OldWidget, Contact>();
  for (const widget of widgets.filter(
    ({ kind, hiddenReason }) => kind.startsWith('contact') && hiddenReason === undefined,
  )) {
    contacts.set(widget, mapContact(widget, settings, usage));
  }
  const ownFile = owner && newProfilePath(owner.facts[0]?.file ?? '');
  const oldCv = mapWidgetCv(widgets, owner);
  const home = mapHomePage(
    widgets,
    {
      about: (!biography && ownFile) || 'about.md',
      siteName,
      details: (widget) => contacts.get(widget)?.details ?? [],
      sectionsOf: oldCv.sectionsOf,
    },
    usage,
  );
  const jekyll = mapJekyllPages(site, settings, biography, usage);
  const entries = [...oldCv.lines, ...jekyll.cv];
  const hasCv = entries.length > 0;
  const cvOnHome = jekyll.text && `/#${homePartId({ text: 'cv' })}`;
  const cvAt = hasCv ? '/cv/' : cvOnHome;
  const cv = [...(jekyll.basics ? [jekyll.basics] : []), ...entries];
  const menu = settings.find('menus.main', 'menu.main') ?? jekyll.menu;
  const contactLinks = [...contacts.values()].flatMap(({ links }) => links);
  const head = ownFile
    ? [
        ...siteHead.slice(0, 1),
        `Your role, affiliation and links are in ${ownFile}.`,
        ...siteHead.slice(1),
      ]
    : siteHead;
  const lines: (Line | ListLine)[] = [
    {
      key: 'name',
      value: siteName,
      ...(name ? { from: [name] } : { from: [], note: missingNameNote }),
    },
    ...(owner ? [] : ownerLines(settings, usage)),
    ...placeLines(site, settings, usage),
    {
      key: 'links',
      items: siteLinks(site, settings, owner, [...contactLinks, ...biographyButton(about)], usage),
    },
    {
      key: 'navigation',
      items: menuItems(menu, { site, targets: home.targets, cv: cvAt }, usage),
    },
    { key: 'home', items: jekyll.parts ?? home.parts },
    ...groupLines(widgets),
  ];
  const written = [
    { to: 'content/site.yaml', text: writeYaml('site.yaml', head, lines, siteSchema, usage) },
    biography?.written,
    hasCv
      ? { to: 'content/cv.yaml', text: writeYaml('cv.yaml', cvHead, cv, cvSchema, usage) }
      : undefined,
    owner ? undefined : writeOwnerFile(siteName, settings, about, usage),
    ...home.written,
    jekyll.text,
  ].filter((one) => one !== undefined);
  const outcomes = usage.outcomes((leaf) => reasonFor(leaf, site, settings, owner));
  const copies = [...home.copies, ...(biography?.copies ?? [])];
  const widgetOutcomes = [...home.outcomes, ...(jekyll.home ? [jekyll.home] : [])];
  const from = [...(biography?.file ? [biography.file] : []), ...jekyll.files];
  const ownFiles = owner?.facts.map(({ file }) => file) ?? [];
  const copied = new Set([...home.copies.map((copy) => copy.from), ...ownFiles]);
  const converted = convertedFiles([...outcomes, ...widgetOutcomes], written, from, copied);
  return { written, copies, settings: outcomes, widgets: widgetOutcomes, converted };
}

/** Returns why a value is not used, by the kind of its file. */
function reasonFor(
  leaf: OldValue,
  site: OldSite,
  settings: OldSettings,
  owner: OldOwner | undefined,
): string {
  if (site.configs.some(({ path }) => path === leaf.file))
    return reasonForSetting(settings.pathOf(leaf));
  if (owner?.facts.some(({ file }) => file === leaf.file)) return reasonForOwnerKey(leaf.key);
  if (leaf.file.startsWith('_data/')) return 'Part of the menu of the old site.';
  return reasonForWidgetKey(leaf.key);
}

/**
 * Returns the files whose content is in written files, without those that are copied as well. `others`
 * are pages whose text is in a written file.
 */
function convertedFiles(
  outcomes: readonly (SettingOutcome | WidgetOutcome)[],
  written: readonly Written[],
  others: readonly (readonly [from: string, to: string])[],
  copied: ReadonlySet<string>,
): Plan['converted'] {
  const into = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    into.set(from, (into.get(from) ?? new Set()).add(to));
  };
  for (const { file, outcome } of outcomes) {
    if (!('to' in outcome)) continue;
    for (const { to } of written) if (isInFile(outcome.to, to)) add(file, to);
  }
  for (const [from, to] of others) add(from, to);
  const found = [...into].filter(([from]) => !copied.has(from));
  return found.map(([from, to]) => ({ from, into: [...to].sort() }));
}

/** Returns whether an outcome names a file: `site.yaml: links` is in `content/site.yaml`. */
function isInFile(outcome: string, written: string): boolean {
  const name = written.replace(/^content\//, '');
  return outcome
    .split(', ')
    .some(
      (one) => one === written || one.startsWith(`${name}: `) || one.startsWith(`${written}: `),
    );
}
