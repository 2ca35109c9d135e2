import type { HomeSection } from '../../schema/home.ts';
import { toVisibleText } from '../old-site/old-values.ts';
import type { Copy, WidgetOutcome, NewFile, Outcome } from '../plan/plan.ts';
import { formatSources, type YamlItem } from './annotated-yaml.ts';
import { isFiltered, toHomePart, chooseHomeSection, type SectionChoice } from './home-sections.ts';
import { toHomeText, themeText } from './home-text.ts';
import type { KeyUsage } from './key-usage.ts';
import { themeDefaultReason } from './theme-defaults.ts';
import type { MarkdownPart, OldWidget } from './widgets.ts';

/** The old home page, converted for the new site. */
interface OldHome {
  /** `home` of site.yaml. */
  parts: YamlItem[];
  /** Texts that are copied; `newFiles` has those that are converted. */
  copies: Copy[];
  newFiles: NewFile[];
  outcomes: WidgetOutcome[];
  /** The targets of the old menu, by the names of widgets. */
  targets: ReadonlyMap<string, HomeSection | { text: string }>;
}

interface HomeContext {
  /** The new file with the text of the widget `about`. */
  about: string;
  /** The name of the site, which is already the title of the page. */
  siteName: string;
  /** The contact details of a widget that are not links. */
  details: (widget: OldWidget) => readonly MarkdownPart[];
  /** The sections of cv.yaml that have its entries. */
  sectionsOf: (widget: OldWidget) => readonly string[];
}

/** Maps each part of the old home page, in its order, and returns their outcomes. */
export function mapHomePage(
  widgets: readonly OldWidget[],
  { about, siteName, details, sectionsOf }: HomeContext,
  usage: KeyUsage,
): OldHome {
  const parts: YamlItem[] = [];
  const copies: Copy[] = [];
  const newFiles: NewFile[] = [];
  const usedNames = new Set<string>();
  const targets = new Map<string, HomeSection | { text: string }>();
  const visibleWidgets = widgets.filter(
    ({ hiddenReason, isOnOtherPage }) => hiddenReason === undefined && !isOnOtherPage,
  );
  const unfilteredSections = new Set(
    visibleWidgets.filter((one) => !isFiltered(one)).map((one) => chooseHomeSection(one).section),
  );
  const outcomes = widgets.map((widget): WidgetOutcome => ({
    ...describeWidget(widget),
    outcome: mapWidget(widget),
  }));
  return { parts: putOwnerFirst(parts), copies, newFiles, outcomes, targets };

  function mapWidget(widget: OldWidget): Outcome {
    usage.add(widget.data);
    if (themeText.test(widget.text)) recordThemeText(widget, usage);
    const { hiddenReason, isOnOtherPage } = widget;
    if (hiddenReason !== undefined) {
      usage.markUnused(widget.data, hiddenReason);
      return { reason: hiddenReason };
    }
    if (isOnOtherPage) return mapOtherPageWidget(widget);
    const choice = chooseHomeSection(widget);
    const text = isAboutSection(choice) ? undefined : addText(widget);
    const cvSections = sectionsOf(widget).map((one) => `cv.yaml: ${one}`);
    const isRedundant = choice.section === 'contact' && text !== undefined;
    if (choice.section && isFiltered(widget) && unfilteredSections.has(choice.section)) {
      targets.set(widget.name.toLowerCase(), choice.section);
      const reason = `The home page already shows ${choice.section}, without a filter.`;
      return text === undefined ? { reason } : { to: text };
    }
    if (isCvSection(choice) && cvSections.length === 0) {
      return text === undefined ? { reason: 'It had no content.' } : { to: text };
    }
    const section =
      choice.section && !isRedundant
        ? addSection(widget, choice.section, text !== undefined)
        : undefined;
    const places = [
      ...(section ? [`site.yaml: home (${section})`] : []),
      ...(section && isAboutSection(choice) ? [about] : []),
      ...(text ? [text] : []),
      ...(choice.to ? [choice.to] : []),
      ...cvSections,
    ];
    if (places.length > 0) return { to: places.join(', ') };
    if (choice.section) return { reason: `The home page already has ${choice.section}.` };
    return { reason: choice.reason ?? 'Lectern has no such part, and there is no text to import.' };
  }

  /** Makes the text of a widget a separate part. Returns its path. */
  function addText(widget: OldWidget): string | undefined {
    const homeText = toHomeText(widget, { siteName, usedNames, details: details(widget) });
    if (!homeText) return undefined;
    const { name, to, text } = homeText;
    usedNames.add(`text ${name}`);
    if (text === undefined) copies.push({ from: widget.file, to });
    else newFiles.push({ to, text });
    if (text === undefined) usage.markUsed(widget.data, to);
    else for (const one of homeText.from) usage.markUsed(one, to);
    const value = { text: name, ...(homeText.title !== undefined && { title: homeText.title }) };
    parts.push({ value, from: {}, note: formatSources([widget.data]) ?? '' });
    targets.set(widget.name.toLowerCase(), { text: name });
    return to;
  }

  function addSection(widget: OldWidget, section: HomeSection, isTitled: boolean) {
    targets.set(widget.name.toLowerCase(), section);
    if (usedNames.has(section)) return undefined;
    usedNames.add(section);
    if (section === 'recent_talks' && !usedNames.has('next_talk')) {
      usedNames.add('next_talk');
      parts.push({ value: 'next_talk', from: {}, note: 'the old list included upcoming talks' });
    }
    parts.push(toHomePart(widget, section, isTitled));
    return section;
  }

  function mapOtherPageWidget(widget: OldWidget): Outcome {
    const sections = sectionsOf(widget);
    if (sections.length > 0) return { to: sections.map((one) => `cv.yaml: ${one}`).join(', ') };
    if (/\/_index\.md$/.test(widget.file))
      return { reason: 'The section page generates its own list.' };
    if (toVisibleText(widget.text) !== '') {
      return {
        reason: `It was on a separate page, ${widget.file}, and its text was not imported.`,
      };
    }
    return { reason: `It was on a separate page, ${widget.file}.` };
  }
}

/** Marks text of the theme, which has no key, as not used. */
function recordThemeText({ file, textFrom, text }: OldWidget, usage: KeyUsage): void {
  const old = textFrom ?? { value: text, file, key: 'text' };
  if (!textFrom) usage.add(old);
  usage.markUnused(old, themeDefaultReason);
}

/** Puts the section with the name of the owner first, because its heading is the title of the page. */
function putOwnerFirst(parts: readonly YamlItem[]): YamlItem[] {
  const owner = parts.find(({ value }) => value === 'about');
  if (owner) return [owner, ...parts.filter((part) => part !== owner)];
  const note = 'the name of the site, at the top of the page';
  return parts.length === 0 ? [] : [{ value: 'about', from: {}, note }, ...parts];
}

function isAboutSection({ section }: SectionChoice): boolean {
  return section === 'about';
}

/** Parts whose entries the home page has from the CV. */
function isCvSection({ section }: SectionChoice): boolean {
  return ['experience', 'education', 'awards', 'skills'].some((one) => one === section);
}

function describeWidget({ file, section, rawKind, hiddenReason }: OldWidget) {
  return {
    file,
    ...(section !== undefined && { section }),
    ...{ kind: rawKind, active: hiddenReason === undefined },
  };
}
