import { pathToFileURL } from 'node:url';
import type { MarkdownHeading } from '@astrojs/markdown-remark';
import type { TextFinding } from '../markdown/environment.ts';
import type { InlineKind } from '../markdown/inline.ts';
import { holdsPlayer } from '../markdown/rehype-players.ts';
import type { TextRenderer } from '../markdown/render.ts';
import type { DeliveryTexts } from '../model/delivery.ts';
import type { RichText } from '../model/rich-text.ts';
import type { TalkTexts } from '../model/talk.ts';
import { writtenDeliveries, type Keyed } from '../model/written-deliveries.ts';
import { keyOfText, writtenTexts, type WrittenTexts } from '../model/written-texts.ts';
import type { Finding, KeyPath } from '../schema/finding.ts';
import type { TalkFrontMatter } from '../schema/talk.ts';
import { readDecks, type ReadDeck } from './deck.ts';
import { checkPicture, pictureReader } from './check-picture.ts';
import { inBody } from './in-body.ts';
import type { ReadTalk } from './read-talk.ts';
import type { FindTalk } from './talk-references.ts';

export interface RenderedTalk {
  texts: TalkTexts;
  /** Absent for MDX, whose body is a module of its own. */
  body?: { html: string; headings: MarkdownHeading[]; imagePaths: string[] };
  /** Files of the bundle that the body names. */
  usedFiles: string[];
  /** What the body depends on besides itself. */
  lookedUp: Record<string, string>;
  hasBody: boolean;
  hasMath: boolean;
  hasPlayer: boolean;
  /** Its picture, relative to its file, if it can be shown. */
  pictureFile?: { name: string; animated: boolean };
  /** Its PDFs, opened. */
  decks: ReadDeck[];
  findings: Finding[];
}

const inlineKinds: Record<Exclude<keyof WrittenTexts, 'abstract'>, InlineKind> = {
  title: 'title',
  subtitle: 'title',
  summary: 'line',
  caption: 'line',
};

/**
 * Renders every text of a talk, opens its PDFs and reads its pictures. Formulas that KaTeX refuses,
 * and PDFs and pictures that do not open, come back as findings.
 */
export async function renderTalk(
  talk: ReadTalk,
  renderer: TextRenderer,
  findTalk: FindTalk = () => undefined,
): Promise<RenderedTalk> {
  const { file, frontMatter, written } = talk;
  const math = frontMatter.math !== false;
  const texts = writtenTexts(frontMatter);
  const findings: Finding[] = [];
  const rendered: Partial<Record<keyof WrittenTexts, RichText>> = {};
  const references: Record<string, string> = {};
  const shortcodes = {
    hasFile: (name: string) => talk.locate(name) !== undefined,
    findTalk: (name: string) => {
      const address = findTalk(name);
      references[referenceName(name)] = address ?? '';
      return address;
    },
  };

  const inline = ({ path, value }: Keyed<string>, kind: InlineKind): RichText => {
    const line = renderer.inline(value, { kind, math, shortcodes });
    findings.push(...line.findings.map((finding) => inKey(finding, path)));
    return { html: line.html, text: line.text };
  };
  for (const key of Object.keys(inlineKinds) as (keyof typeof inlineKinds)[]) {
    const value = texts[key];
    const path = keyOfText(frontMatter, key);
    if (value !== undefined) rendered[key] = inline({ path, value }, inlineKinds[key]);
  }
  const deliveries = renderDeliveries(frontMatter, (text) => inline(text, 'line'));
  if (texts.abstract !== undefined) {
    const { html, findings: found } = await renderer.block(texts.abstract, {
      math,
      findTalk: shortcodes.findTalk,
    });
    rendered.abstract = { html, text: renderer.plain(texts.abstract, { math, shortcodes }) };
    findings.push(...found.map((finding) => inKey(finding, ['abstract'])));
  }

  const isMdx = file.path.endsWith('.mdx');
  const body = await renderer.block(written.body, {
    ...{ math, isMdx, findFile: talk.locate, findTalk: shortcodes.findTalk },
    readPicture: pictureReader(talk.locate),
    fileURL: pathToFileURL(file.path),
  });
  findings.push(...body.findings.map((finding) => inBody(finding, written.bodyLine)));
  const { decks, findings: ofDecks } = await readDecks(talk.decks);
  const { picture, findings: ofPicture } = await checkPicture(talk.picture);
  findings.push(...ofDecks, ...ofPicture);
  const { html, headings, imagePaths, usedFiles, lookedUp } = body;
  return {
    texts: { ...rendered, title: rendered.title ?? { html: '', text: '' }, deliveries },
    ...(!isMdx && { body: { html, headings, imagePaths } }),
    usedFiles,
    lookedUp: { ...lookedUp, ...references },
    hasBody: written.body.trim() !== '',
    hasMath: [html, ...toHtml(rendered), ...deliveries.flatMap((texts) => toHtml({ ...texts }))].some(holdsMath),
    hasPlayer: holdsPlayer(html + (rendered.abstract?.html ?? '')),
    ...(picture && { pictureFile: picture }),
    decks,
    findings,
  };
}

/** A text that several deliveries take from their talk is rendered once. */
function renderDeliveries(talk: TalkFrontMatter, inline: (text: Keyed<string>) => RichText): DeliveryTexts[] {
  const known = new Map<string, RichText>();
  const render = (text: Keyed<string> | undefined) => {
    if (!text) return undefined;
    const key = text.path.join('.');
    const rendered = known.get(key) ?? inline(text);
    known.set(key, rendered);
    return rendered;
  };
  return writtenDeliveries(talk).map(({ event, venue, note }) => ({
    event: render(event),
    venue: render(venue),
    note: render(note),
  }));
}

/** The name in `lookedUp` of a talk that the texts refer to. */
function referenceName(written: string): string {
  return `ref ${written}`;
}

/** The talk that a name in `lookedUp` refers to; undefined for the name of a file. */
export function referencedTalk(name: string): string | undefined {
  return name.startsWith('ref ') ? name.slice(4) : undefined;
}

function toHtml(texts: Partial<Record<string, RichText | undefined>>): string[] {
  return Object.values(texts).flatMap((text) => text?.html ?? []);
}

function inKey(finding: TextFinding, path: KeyPath): Finding {
  const { code, severity, message, remedy } = finding;
  return { path, code, severity, message, remedy };
}

function holdsMath(html: string): boolean {
  return html.includes('class="katex');
}
