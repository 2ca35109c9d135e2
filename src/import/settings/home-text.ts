import {
  findFirstValue,
  toItems,
  type OldValue,
  stripHtml,
  toText,
  findValue,
  toVisibleText,
} from '../old-site/old-values.ts';
import { formatSources, formatMarkdownFile } from './annotated-yaml.ts';
import {
  toButtonLink,
  toFileName,
  findWidgetSetting,
  showsSkills,
  type MarkdownPart,
  type OldWidget,
} from './widgets.ts';

/** A text of the home page: `content/home/<name>.md`. */
interface HomeText {
  name: string;
  to: string;
  /** The text of the new file; undefined if the file is copied unchanged. */
  text?: string;
  /** The title without HTML, if the copied file has a title with HTML. */
  title?: string;
  /** The values of the widget that the new file uses. */
  from: OldValue[];
}

/** Widgets that are only a text: texts of the home page accept their keys. */
const textKinds = new Set(['blank', 'custom', 'markdown', 'pages', 'html']);
/** Text of the theme about its own buttons. */
export const themeText = /Quickly discover relevant content by \[filtering publications\]/;

/** The parts of the site that affect a text, besides its widget. */
interface HomeTextContext {
  siteName: string;
  /** The names of existing texts, as `text press`. */
  usedNames: ReadonlySet<string>;
  /** The contact details of a widget. */
  details: readonly MarkdownPart[];
}

/** Returns the text of a widget with its items and buttons; undefined if it has none. */
export function toHomeText(
  widget: OldWidget,
  { siteName, usedNames, details }: HomeTextContext,
): HomeText | undefined {
  const { file, kind, section } = widget;
  const ownText = themeText.test(widget.text) ? '' : widget.text;
  const [items, buttons] = [[...details, ...toItemParts(widget)], toButtonParts(widget)];
  const isEmptyText = toVisibleText(ownText) === '' && items.length === 0;
  if (isEmptyText && (buttons.length === 0 || !/^(hero|cta|slider)/.test(kind))) return undefined;
  const name = toUniqueName(widget, usedNames);
  const to = `content/home/${name}.md`;
  if (section === undefined && textKinds.has(kind) && buttons.length === 0) {
    const title = toText(findWidgetSetting(widget, 'title')) ?? '';
    return { name, to, from: [], ...(stripHtml(title) !== title && { title: stripHtml(title) }) };
  }
  const [title, subtitle] = [
    findWidgetSetting(widget, 'title'),
    findWidgetSetting(widget, 'subtitle'),
  ];
  const plainTitle = stripHtml(toText(title) ?? '');
  const newTitle = plainTitle === siteName || plainTitle === '' ? undefined : plainTitle;
  const subtitleText = toText(subtitle);
  const parts = [
    ownText.trimEnd(),
    ...items.map(({ text }) => text),
    ...buttons.map(({ text }) => text),
  ];
  const body = parts.filter((one) => one.trim() !== '').join('\n\n');
  const data = {
    ...(newTitle !== undefined && { title: newTitle }),
    ...(subtitleText !== undefined && { subtitle: subtitleText }),
  };
  const sources = [
    title,
    subtitle,
    widget.textFrom,
    ...[...items, ...buttons].flatMap((one) => one.from),
  ];
  return {
    ...{ name, to },
    text: formatMarkdownFile(
      data,
      formatSources([widget.data]) ?? `from ${file}`,
      `${body.trimEnd()}\n`,
    ),
    from: sources.filter((one) => one !== undefined),
  };
}

/** Widgets whose items are in the CV, or are not text. */
const kindsWithoutText =
  /^(about|biography|avatar|dev-hero|tech-stack|experience|work|education|accomplishments|awards|skills|languages|interests|contact.*|people|team.*|pages|collection|portfolio|featured|logos|gallery)$/;

/** Returns the slides of a slider, and the items of newer blocks that have a text. */
function toItemParts(widget: OldWidget): MarkdownPart[] {
  const isExcluded =
    kindsWithoutText.test(widget.kind) || (/^featur/.test(widget.kind) && showsSkills(widget));
  if (isExcluded) return [];
  const items = toItems(findWidgetSetting(widget, 'items', 'item', 'slides', 'feature'));
  return items.flatMap((item): MarkdownPart[] => {
    const title = findFirstValue(item, 'title', 'question', 'name', 'statistic');
    const text = findFirstValue(item, 'content', 'text', 'answer', 'description');
    const link = toButtonLink(item);
    const topics = findFirstValue(item, 'topics', 'features');
    const topicNames = toItems(topics).flatMap((one) => toText(one) ?? []);
    const heading = toText(title) && `### ${toText(title)}`;
    const newTitle = [heading, toText(text), topicNames.join(', '), link?.text].filter(Boolean);
    return newTitle.length > 0
      ? [{ text: newTitle.join('\n\n'), from: [title, text, topics, ...(link?.from ?? [])] }]
      : [];
  });
}

/** Returns the links of a hero or a call to action. */
function toButtonParts(widget: OldWidget): MarkdownPart[] {
  if (/biography|avatar|about|dev-hero/.test(widget.kind)) return [];
  const settings = ['cta', 'cta_alt', 'button', 'primary_action', 'secondary_action'].map((key) =>
    findWidgetSetting(widget, key),
  );
  return [...settings, ...toItems(findWidgetSetting(widget, 'buttons'))].flatMap((button) => {
    return (button && toButtonLink(button)) ?? [];
  });
}

function toUniqueName({ name, section, data }: OldWidget, usedNames: ReadonlySet<string>): string {
  const baseName = section === undefined ? name : toFileName(name) || 'text';
  const uniqueName = usedNames.has(`text ${baseName}`)
    ? `${baseName}-${(section ?? 0) + 1}`
    : baseName;
  return (
    uniqueName.replaceAll('/', '-').replace(/^[._]+/, '') ||
    findValue(data, 'widget')?.key ||
    'text'
  );
}
