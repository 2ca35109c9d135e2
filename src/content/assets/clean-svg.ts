import { createRequire } from 'node:module';
import type * as Saxes from 'saxes';
import { createPositionFinder } from '../parse/position.ts';
import { readXmlText, type XmlText } from './xml-text.ts';
import { cleanCss, loadsForeign } from './svg-css.ts';

const require = createRequire(import.meta.url);
/** Loads the parser for the first drawing that has to be parsed. */
const loadSaxes = () => require('saxes') as typeof Saxes;

/** Something that was removed from a drawing, with its place in the file (1-based). */
export interface SvgRemoval {
  /** Such as "<script>" or "onload of <svg>". */
  what: string;
  reason: 'runs a script' | 'loads a file of another site' | 'is not well-formed XML';
  line: number;
  column: number;
}

/**
 * Removes scripts, event handlers and what would be loaded from other hosts from an SVG file: a browser that opens the
 * file runs its scripts on the origin of the site. The rest stays byte for byte, and the whole file if there is
 * nothing to remove. An unreadable file that may contain a script becomes an empty drawing.
 */
export function cleanSvg(bytes: Buffer): { bytes: Buffer; removed: SvgRemoval[] } {
  const file = readXmlText(bytes);
  if (!suspicious.test(file.text)) return { bytes, removed: [] };
  const cleaner = new SvgCleaner(file.text);
  const { cuts, removed } = cleaner.run();
  if (removed.length === 0) return { bytes, removed };
  return { bytes: applyCuts(file, cuts), removed };
}

/** Matches everything that may have to be removed. Most drawings have none of it and need not be parsed. */
const suspicious =
  /<(?:[\w.-]+:)?(?:script|handler|listener|iframe|object|embed|applet|frame|frameset|meta|base|link|portal)\b|[\s"'/]on[a-z]+\s*=|script\s*:|<!ENTITY|<!ATTLIST|<\?xml-stylesheet|@import|\\|url\(\s*['"]?\s*(?:https?:)?\/\/|\b(?:href|src|srcset|poster|data|action|formaction|ping|srcdoc|background|values|to|from|by)\s*=\s*["'](?!#|data:image\/(?:png|jpe?g|gif|webp|avif)[;,])/i;

/** Elements that run scripts, show other pages or change the page, in any namespace. */
const activeElements =
  /^(?:script|handler|listener|iframe|object|embed|applet|frame|frameset|meta|base|link|portal|fencedframe)$/;
const animations = /^(?:animate|animatecolor|animatemotion|animatetransform|set)$/;
const animatedCode = /^(?:.*:)?(?:href|src|on[a-z]*|style)$/i;
const addressNames = /^(?:href|src|srcset|poster|data|action|formaction|background|ping|srcdoc)$/;
const emptyDrawing = '<svg xmlns="http://www.w3.org/2000/svg"/>';

interface Cut {
  start: number;
  end: number;
  text: string;
}

interface OpenElement {
  name: string;
  start: number;
  /** After the start tag. */
  contentStart: number;
}

class SvgCleaner {
  readonly #text: string;
  readonly #cuts: Cut[] = [];
  readonly #removed: SvgRemoval[] = [];
  readonly #open: OpenElement[] = [];
  /** The number of open elements at the start of one that is removed. */
  #removedDepth: number | undefined;
  #isBroken = false;
  #findPosition: ReturnType<typeof createPositionFinder> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  run(): { cuts: Cut[]; removed: SvgRemoval[] } {
    const parser = new (loadSaxes().SaxesParser)();
    parser.on('error', () => (this.#isBroken = true));
    parser.on('doctype', (content) => this.#readDoctype(content, parser));
    parser.on('processinginstruction', ({ target, body }) => {
      if (
        target !== 'xml-stylesheet' ||
        (/type\s*=\s*["']text\/css["']/.test(body) && !loadsForeign(body))
      )
        return;
      const start = this.#text.lastIndexOf('<?', parser.position - 1);
      this.#remove('<?xml-stylesheet?>', 'loads a file of another site', start);
      this.#cut(start, parser.position);
    });
    parser.on('opentag', (tag) => this.#openElement(tag, parser.position));
    parser.on('closetag', () => this.#closeElement(parser.position));
    parser.write(this.#text).close();
    if (!this.#isBroken) return { cuts: this.#cuts, removed: this.#removed };
    return {
      cuts: [{ start: 0, end: this.#text.length, text: emptyDrawing }],
      removed: [{ what: 'the file', reason: 'is not well-formed XML', line: 1, column: 1 }],
    };
  }

  #openElement(tag: Saxes.SaxesTagPlain, position: number): void {
    const start = this.#text.lastIndexOf('<', position - 1);
    const name = toLocalName(tag.name);
    this.#open.push({ name, start, contentStart: position });
    if (this.#removedDepth !== undefined) return;
    if (activeElements.test(name) || (animations.test(name) && changesCode(tag.attributes))) {
      this.#removedDepth = this.#open.length;
      this.#remove(`<${tag.name}>`, 'runs a script', start);
      return;
    }
    const kept = Object.entries(tag.attributes).filter(([key, value]) => {
      const reason = findReason(name, toLocalName(key), value);
      if (reason) this.#remove(`${key} of <${tag.name}>`, reason, start);
      return !reason;
    });
    if (kept.length === Object.keys(tag.attributes).length) return;
    const attributes = kept.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('');
    this.#cut(start, position, `<${tag.name}${attributes}${tag.isSelfClosing ? '/' : ''}>`);
  }

  #closeElement(position: number): void {
    const depth = this.#open.length;
    const { name, start, contentStart } = this.#open.pop()!;
    if (this.#removedDepth !== undefined) {
      if (this.#removedDepth !== depth) return;
      this.#removedDepth = undefined;
      this.#cut(start, position);
    } else if (name === 'style' && position > contentStart) {
      const end = this.#text.lastIndexOf('</', position - 1);
      const css = this.#text.slice(contentStart, end);
      const cleaned = cleanCss(css);
      if (cleaned === css) return;
      this.#remove('<style>', 'loads a file of another site', start);
      this.#cut(contentStart, end, cleaned);
    }
  }

  /** Keeps a declaration of plain texts, as drawing programs write it. Others can contain scripts. */
  #readDoctype(content: string, parser: Saxes.SaxesParser): void {
    const entities = [...content.matchAll(/<!ENTITY\s+([\w.-]+)\s+(["'])([^]*?)\2\s*>/g)];
    const rest = content.replace(/<!ENTITY\s+[\w.-]+\s+(["'])[^<>&%]*?\1\s*>/g, '');
    const isPlain = !/<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)|%/.test(rest);
    for (const [, name = '', , value = ''] of entities)
      parser.ENTITIES[name] = isPlain ? value : '';
    if (isPlain) return;
    const start = this.#text.lastIndexOf('<!DOCTYPE', parser.position - 1);
    this.#remove('<!DOCTYPE>', 'runs a script', start);
    this.#cut(start, parser.position);
    for (const [, name = ''] of entities)
      for (const { index, 0: found } of this.#text.matchAll(
        new RegExp(`&${name.replace(/\./g, '\\.')};`, 'g'),
      ))
        if (index >= parser.position) this.#cut(index, index + found.length);
  }

  #cut(start: number, end: number, text = ''): void {
    this.#cuts.push({ start, end, text });
  }

  #remove(what: string, reason: SvgRemoval['reason'], at: number): void {
    this.#findPosition ??= createPositionFinder(this.#text);
    this.#removed.push({ what, reason, ...this.#findPosition(at) });
  }
}

function toLocalName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** Returns why an attribute must not be in a drawing; undefined for other attributes. */
function findReason(
  element: string,
  name: string,
  value: string,
): SvgRemoval['reason'] | undefined {
  if (/^on/.test(name) || name === 'srcdoc') return 'runs a script';
  if (name === 'ping') return 'loads a file of another site';
  if (!addressNames.test(name))
    return loadsForeign(value) ? 'loads a file of another site' : undefined;
  const address = value.replace(/[\u0000-\u0020\u007f-\u00a0]/g, '');
  const isLink = element === 'a' || element === 'area';
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined && !/^[\\/]{2}/.test(address)) return undefined;
  if (isLink) return scheme && unsafeSchemes.test(scheme) ? 'runs a script' : undefined;
  if (scheme === 'data') return isInlineImage(element, address) ? undefined : 'runs a script';
  return scheme && unsafeSchemes.test(scheme) ? 'runs a script' : 'loads a file of another site';
}

const unsafeSchemes = /^(?:javascript|vbscript|data|blob|filesystem)$/;

/** Returns whether an image is in the drawing itself. Browsers run no scripts in images. */
function isInlineImage(element: string, address: string): boolean {
  return /^(?:image|feimage|img)$/.test(element) && /^data:image\//i.test(address);
}

function changesCode(attributes: Record<string, string>): boolean {
  const { attributeName = '', values, from, to, by } = attributes;
  const isCode = animatedCode.test(attributeName.trim());
  return isCode || [values, from, to, by].some((value) => /script\s*:/i.test(value ?? ''));
}

function escapeAttribute(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Applies cuts. One inside another, as in a removed element, is left out. */
function applyCuts({ text, encode }: XmlText, cuts: Cut[]): Buffer {
  const sorted = [...cuts].sort((a, b) => a.start - b.start || b.end - a.end);
  let result = '';
  let at = 0;
  for (const { start, end, text: replacement } of sorted) {
    if (start < at) continue;
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return encode(result + text.slice(at));
}
