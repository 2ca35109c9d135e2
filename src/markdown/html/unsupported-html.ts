import type { Element, Properties } from 'hast';
import { findOwn } from '../../schema/own-value.ts';

/** Why HTML is removed from a text, and what to write instead. Both follow the name of the HTML. */
export interface Objection {
  code: 'text/unsupported-html' | 'text/inline-code';
  /** Such as "belongs in the head of a page". */
  reason: string;
  remedy: string;
}

const noSupport = 'is not supported by browsers';
const inHead = 'belongs in the head of a page, which Lectern writes';
const policy = 'is blocked by the security policy of the site';

/** The objections to elements, by their names in lower case. */
const elementObjections: Readonly<Record<string, Pick<Objection, 'reason' | 'remedy'>>> = {
  applet: { reason: noSupport, remedy: 'Link to the file.' },
  base: {
    reason: 'changes the targets of all links on the page',
    remedy: 'Write the whole address in each link.',
  },
  bgsound: { reason: noSupport, remedy: 'Use <audio controls>.' },
  fencedframe: { reason: noSupport, remedy: 'Use <iframe>, or a link.' },
  isindex: { reason: noSupport, remedy: 'Delete it.' },
  keygen: { reason: noSupport, remedy: 'Delete it.' },
  noembed: { reason: 'is never shown by browsers', remedy: 'Delete it.' },
  noframes: { reason: 'is never shown by browsers', remedy: 'Delete it.' },
  plaintext: {
    reason: 'turns the rest of the page into source text',
    remedy: 'Use a block of code.',
  },
  portal: { reason: noSupport, remedy: 'Use <iframe>, or a link.' },
};

/** The types of scripts that are data, which browsers do not run. */
const dataType = /^application\/(?:ld\+)?json$/i;

/** Returns why an element must not be in a text; undefined for other elements. */
export function findElementObjection({ tagName, properties }: Element): Objection | undefined {
  const name = tagName.toLowerCase();
  const objection = findOwn(elementObjections, name);
  if (objection) return { code: 'text/unsupported-html', ...objection };
  if (name === 'meta' && !isMicrodata(properties)) return toMetaObjection(properties);
  if (name === 'link' && !isMicrodata(properties) && !isStyleSheet(properties))
    return { code: 'text/unsupported-html', reason: inHead, remedy: 'Delete it.' };
  if (name === 'style')
    return {
      ...{ code: 'text/inline-code', reason: policy },
      remedy:
        'Use the attribute style, or link a file in public/: <link rel="stylesheet" href="/my.css">.',
    };
  if (name === 'script' && isInlineScript(properties)) {
    return {
      ...{ code: 'text/inline-code', reason: policy },
      remedy: 'Put the script into a file in public/: <script src="/my.js"></script>.',
    };
  }
  if (/^(?:animate|animatemotion|animatetransform|set)$/.test(name) && changesCode(properties)) {
    return {
      code: 'text/unsupported-html',
      reason: 'changes an address or an event handler',
      remedy: 'Write the address in the attribute itself.',
    };
  }
  return undefined;
}

function toMetaObjection({ httpEquiv, name }: Properties): Objection {
  const kind = String(Array.isArray(httpEquiv) ? httpEquiv[0] : (name ?? '')).toLowerCase();
  const remedies = new Map([
    ['refresh', 'To redirect an old address, use redirects.yaml.'],
    ['robots', 'To hide the page from search engines, add "private: true" to its front matter.'],
    ['description', 'Add "summary:" to the front matter.'],
  ]);
  const remedy = remedies.get(kind) ?? 'Delete it.';
  return { code: 'text/unsupported-html', reason: inHead, remedy };
}

/** Returns whether a `<meta>` or `<link>` describes a part of the text (HTML Standard, 4.2.4 and 4.2.5). */
function isMicrodata({ itemProp, httpEquiv, name, rel }: Properties): boolean {
  return !isAbsent(itemProp) && [httpEquiv, name, rel].every(isAbsent);
}

function isAbsent(value: Properties[string]): boolean {
  return value === undefined || value === null;
}

function isStyleSheet({ rel }: Properties): boolean {
  const kinds = Array.isArray(rel) ? rel : [rel];
  return kinds.every((kind) => String(kind).toLowerCase() === 'stylesheet');
}

function isInlineScript({ src, href, type }: Properties): boolean {
  if (typeof type === 'string' && dataType.test(type.trim())) return false;
  return isAbsent(src) && isAbsent(href);
}

/** Returns whether an animation sets something that a browser follows or runs. */
function changesCode(properties: Properties): boolean {
  const { attributeName, values, from, to, by } = properties;
  const target = String(attributeName ?? '').trim();
  const isCode = /^(?:.*:)?(?:href|src|on[a-z]*|action|formaction|data|style)$/i.test(target);
  return isCode || [values, from, to, by].some((value) => /script\s*:/i.test(String(value ?? '')));
}

/** Returns why an attribute must not be in a text. @param name The property of the syntax tree. */
export function findAttributeObjection(name: string): Objection | undefined {
  if (/^on[a-z]/i.test(name)) {
    return {
      ...{ code: 'text/inline-code', reason: policy },
      remedy:
        'Put a script that handles the event into a file in public/: <script src="/my.js"></script>.',
    };
  }
  switch (name.toLowerCase()) {
    case 'srcdoc':
      return {
        ...{ code: 'text/unsupported-html', reason: 'can hide scripts' },
        remedy: 'Put the HTML into a file next to this one, and write its name in src.',
      };
    case 'ping':
    case 'attributionsrc':
      return {
        ...{
          code: 'text/unsupported-html',
          reason: 'sends a request when a reader follows a link',
        },
        remedy: 'Delete it.',
      };
    case 'shadowrootmode':
      return {
        ...{ code: 'text/unsupported-html', reason: 'hides a part of the page' },
        remedy: 'Write the content without <template>.',
      };
    default:
      return undefined;
  }
}
