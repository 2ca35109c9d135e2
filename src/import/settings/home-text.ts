import {
  firstValueAt,
  itemsOf,
  type OldValue,
  stripHtml,
  textOf,
  valueAt,
  visibleText,
} from '../old-site/old-values.ts';
import { fromWhere, markdownFile } from './annotated-yaml.ts';
import {
  buttonLink,
  toFileName,
  widgetSetting,
  showsSkills,
  type MarkdownPart,
  type OldWidget,
} from './widgets.ts';

/** A text of the home page: `content/home/<name>.md`. */
interface HomeText {
  name: string;
  to: string;
  /** What is written; undefined where the file is copied byte for byte. */
  text?: string;
  /** The title in plain words, where the file that is copied has it in HTML. */
  title?: string;
  /** The values of the widget that are in the written file. */
  from: OldValue[];
}

/** Widgets that are a text and nothing else: their keys are known in texts of the home page. */
const textKinds = new Set(['blank', 'custom', 'markdown', 'pages', 'html']);
/** Text of the theme about its own buttons. */
export const themeText = /Quickly discover relevant content by \[filtering publications\]/;

/** What a text depends on besides its widget. */
interface HomeTextContext {
  siteName: string;
  /** Names of texts that are there already, as `text press`. */
  named: ReadonlySet<string>;
  /** The contact details of a widget. */
  details: readonly MarkdownPart[];
}

/** Returns the text of a widget with its items and buttons; undefined if it has none. */
export function toHomeText(
  widget: OldWidget,
  { siteName, named, details }: HomeTextContext,
): HomeText | undefined {
  const { file, kind, section } = widget;
  const own = themeText.test(widget.text) ? '' : widget.text;
  const [items, buttons] = [[...details, ...itemParts(widget)], buttonParts(widget)];
  const isBare = visibleText(own) === '' && items.length === 0;
  if (isBare && (buttons.length === 0 || !/^(hero|cta|slider)/.test(kind))) return undefined;
  const name = uniqueName(widget, named);
  const to = `content/home/${name}.md`;
  if (section === undefined && textKinds.has(kind) && buttons.length === 0) {
    const title = textOf(widgetSetting(widget, 'title')) ?? '';
    return { name, to, from: [], ...(stripHtml(title) !== title && { title: stripHtml(title) }) };
  }
  const [title, subtitle] = [widgetSetting(widget, 'title'), widgetSetting(widget, 'subtitle')];
  const plain = stripHtml(textOf(title) ?? '');
  const words = plain === siteName || plain === '' ? undefined : plain;
  const under = textOf(subtitle);
  const pieces = [
    own.trimEnd(),
    ...items.map(({ text }) => text),
    ...buttons.map(({ text }) => text),
  ];
  const body = pieces.filter((one) => one.trim() !== '').join('\n\n');
  const data = {
    ...(words !== undefined && { title: words }),
    ...(under !== undefined && { subtitle: under }),
  };
  const used = [
    title,
    subtitle,
    widget.textFrom,
    ...[...items, ...buttons].flatMap((one) => one.from),
  ];
  return {
    ...{ name, to },
    text: markdownFile(data, fromWhere([widget.data]) ?? `from ${file}`, `${body.trimEnd()}\n`),
    from: used.filter((one) => one !== undefined),
  };
}

/** Widgets whose items are in the CV, or are not text. */
const kindsWithoutText =
  /^(about|biography|avatar|dev-hero|tech-stack|experience|work|education|accomplishments|awards|skills|languages|interests|contact.*|people|team.*|pages|collection|portfolio|featured|logos|gallery)$/;

/** Returns the slides of a slider, and the items of newer blocks that have a text. */
function itemParts(widget: OldWidget): MarkdownPart[] {
  const isOther =
    kindsWithoutText.test(widget.kind) || (/^featur/.test(widget.kind) && showsSkills(widget));
  if (isOther) return [];
  const items = itemsOf(widgetSetting(widget, 'items', 'item', 'slides', 'feature'));
  return items.flatMap((item): MarkdownPart[] => {
    const title = firstValueAt(item, 'title', 'question', 'name', 'statistic');
    const text = firstValueAt(item, 'content', 'text', 'answer', 'description');
    const link = buttonLink(item);
    const topics = firstValueAt(item, 'topics', 'features');
    const listed = itemsOf(topics).flatMap((one) => textOf(one) ?? []);
    const heading = textOf(title) && `### ${textOf(title)}`;
    const words = [heading, textOf(text), listed.join(', '), link?.text].filter(Boolean);
    return words.length > 0
      ? [{ text: words.join('\n\n'), from: [title, text, topics, ...(link?.from ?? [])] }]
      : [];
  });
}

/** Returns the links of a hero or a call to action. */
function buttonParts(widget: OldWidget): MarkdownPart[] {
  if (/biography|avatar|about|dev-hero/.test(widget.kind)) return [];
  const found = ['cta', 'cta_alt', 'button', 'primary_action', 'secondary_action'].map((key) =>
    widgetSetting(widget, key),
  );
  return [...found, ...itemsOf(widgetSetting(widget, 'buttons'))].flatMap((button) => {
    return (button && buttonLink(button)) ?? [];
  });
}

function uniqueName({ name, section, data }: OldWidget, named: ReadonlySet<string>): string {
  const wanted = section === undefined ? name : toFileName(name) || 'text';
  const free = named.has(`text ${wanted}`) ? `${wanted}-${(section ?? 0) + 1}` : wanted;
  return free.replaceAll('/', '-').replace(/^[._]+/, '') || valueAt(data, 'widget')?.key || 'text';
}
