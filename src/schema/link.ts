import { describe, isMap, quote } from './describe.ts';
import {
  createField,
  isEmpty,
  listField,
  optionalField,
  type FieldDocs,
  type ReportIssue,
} from './field.ts';
import { emptyJson, linkJson, namesJson, type JsonShape } from './json-schema.ts';
import { readNames, readText, textField } from './text.ts';
import { findOwn } from './own-value.ts';

const SAFE_SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);
/** Blanks, control and invisible characters, which browsers may drop from an address. */
const HIDDEN_CHARACTERS =
  /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060\uFEFF]/g;

/** Reads a link: http, https or mailto, or an address of this site. */
export function readLink(value: unknown, reportIssue: ReportIssue): string | undefined {
  if (value === false) return undefined;
  const text = readText(value, reportIssue);
  if (text === undefined) return undefined;
  // Browsers ignore line breaks in addresses (URL Standard, 4.4), and no address has other control characters.
  const link = toWebAddress(text.replace(/\p{Cc}/gu, ''));
  const scheme = unsafeScheme(link);
  if (scheme === undefined) return link;
  reportIssue({
    code: 'unsafe-link',
    message: `${quote(link)} starts with "${scheme}:", which is not allowed in links`,
    result: 'so it is not linked',
    remedy: toLinkRemedy(link, scheme),
  });
  return undefined;
}

readLink.json = linkJson;

/** A field that holds a link. */
export const linkField = createField(readLink);

/**
 * Returns the scheme of a link if it is not allowed, otherwise undefined. Follows the URL Standard,
 * which ignores tabs, line breaks and leading control characters, and is stricter.
 */
export function unsafeScheme(link: string): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i
    .exec(link.replace(HIDDEN_CHARACTERS, ''))?.[1]
    ?.toLowerCase();
  return scheme === undefined || SAFE_SCHEMES.has(scheme) ? undefined : scheme;
}

/** The addresses at which registries show the works and people with their identifiers. */
const registries: Readonly<Record<string, string>> = {
  doi: 'https://doi.org/',
  arxiv: 'https://arxiv.org/abs/',
  orcid: 'https://orcid.org/',
  hdl: 'https://hdl.handle.net/',
};

/** Returns the web address of an identifier such as `doi:10.1000/182`; another link unchanged. */
export function toWebAddress(link: string): string {
  const found =
    /^\s*(doi|arxiv|orcid|hdl):(?:\s|%20)*(?:https?:\/\/[^/]+\/(?:abs\/)?)?(\S+)\s*$/i.exec(link);
  return found ? registries[found[1]!.toLowerCase()]! + found[2]! : link;
}

/** Returns whether a link is an email address without `mailto:`. */
export function isEmailAddress(link: string): boolean {
  return /^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(link);
}

/** Reads a link. An email address gets the `mailto:` that it lacks, with a warning. */
export function readProfileLink(value: unknown, reportIssue: ReportIssue): string | undefined {
  const link = readLink(value, reportIssue);
  if (link === undefined || !isEmailAddress(link)) return link;
  reportIssue({
    code: 'site/email-link',
    message: `${quote(link)} is an email address without mailto:`,
    result: 'so mailto: is added',
    replacement: `mailto:${link}`,
    remedy: `Write mailto:${link}.`,
  });
  return undefined;
}

readProfileLink.json = linkJson;

/** Reads one address of this site or a list of them. */
function readPaths(value: unknown, reportIssue: ReportIssue): string[] | undefined {
  const items: unknown[] = Array.isArray(value) ? value : [];
  return readNames(value, reportIssue)?.filter((path) => {
    const index = items.findIndex((item) => String(item).trim() === path);
    const reportHere = (issue: Parameters<ReportIssue>[0]) =>
      reportIssue({ ...issue, path: index < 0 ? [] : [index] });
    return readLink(path, reportHere) !== undefined;
  });
}

readPaths.json = namesJson;

/** A field that holds addresses of this site. */
export const pathsField = createField(readPaths);

function toLinkRemedy(link: string, scheme: string): string {
  if (scheme.includes('.')) return `Write https://${link}.`;
  if (scheme === 'file' || scheme.length === 1) {
    return 'Put the file next to this one or in public/files/, and write its name.';
  }
  return 'Write an http, https or mailto address, or the name of a file.';
}

const linkShape = {
  type: textField(
    'The kind of link, instead of a name: slides, video, code, pdf and so on.',
    'slides',
  ),
  name: textField(
    'The link text. Default: the type, or else the host or the file name.',
    'Lecture notes',
  ),
  label: textField('The same as name, in newer themes.'),
  provider: textField(
    'With id, instead of url: arxiv, doi, github, huggingface, vimeo or youtube.',
    'arxiv',
  ),
  id: textField('The ID at the provider.', '2001.01234'),
  url: linkField(
    'The target of the link: a web address, or a file next to this one or in public/.',
    'https://example.org/notes',
    'notes.pdf',
  ),
  icon: textField(
    'The icon before the link text: its name in the pack, or pack/name.',
    'github',
    'brands/github',
  ),
  icon_pack: textField('The icon pack: fas, far, fab or ai. Default: fas.', 'fab'),
};

/** A field that holds a list of links; a link without a url is a warning. */
export function linksField(docs: FieldDocs) {
  const remedy = 'Write each link as "- name: Slides", with "url: slides.pdf" on the next line.';
  return listField(linkShape, { name: 'a link', remedy, isUsable: hasUrl }, docs);
}

const providers: Record<string, string> = {
  arxiv: 'https://arxiv.org/abs/',
  doi: 'https://doi.org/',
  github: 'https://github.com/',
  huggingface: 'https://huggingface.co/',
  vimeo: 'https://vimeo.com/',
  youtube: 'https://www.youtube.com/watch?v=',
};

/** Returns the address of a link: its `url`, or else the address of its `id` at the provider. */
export function toLinkAddress(link: {
  url?: string | undefined;
  provider?: string | undefined;
  id?: string | undefined;
}): string | undefined {
  const { url, provider = '', id } = link;
  if (url !== undefined) return url;
  const host = findOwn(providers, provider.toLowerCase());
  const name = id?.replace(/^(arxiv|doi):\s*/i, '');
  return host !== undefined && name ? host + encodeURI(name) : undefined;
}

function hasUrl(
  { url, name, provider, id }: Record<string, unknown>,
  reportIssue: ReportIssue,
): boolean {
  if (!isEmpty(url)) return true;
  if (toLinkAddress({ provider: String(provider ?? ''), id: String(id ?? '') })) return true;
  reportIssue({
    code: 'link-without-url',
    message: `has a link without a url${typeof name === 'string' ? ` (${quote(name)})` : ''}`,
    result: 'which is not shown',
    remedy: 'Add a url, or delete the link.',
  });
  return false;
}

/** A field that holds a map from a name to a link. */
export function linkMapField(docs: FieldDocs) {
  return optionalField(readLinkMap, docs);
}

function readLinkMap(value: unknown, reportIssue: ReportIssue): Record<string, string> | undefined {
  if (!isMap(value)) {
    reportIssue({
      code: 'wrong-shape',
      message: `must be a map, not ${describe(value)}`,
      remedy: 'Write one "name: address" per line, indented below the key.',
    });
    return undefined;
  }
  const links = Object.entries(value).flatMap(([name, url]) => {
    if (isEmpty(url)) return [];
    const entries = name === 'custom' ? listCustomLinks(url) : undefined;
    return (entries ?? [{ label: name, url, path: [name] }]).flatMap(({ label, url, path }) => {
      const link = readLink(url, (issue) => reportIssue({ ...issue, path }));
      return link === undefined ? [] : [[label, link] as const];
    });
  });
  return links.length === 0 ? undefined : Object.fromEntries(links);
}

/** Returns the links of a list of maps with a label and a url, as in a newer theme. */
function listCustomLinks(value: unknown) {
  const isList = Array.isArray(value);
  const items: unknown[] = isList ? value : [value];
  if (!items.every(isMap)) return undefined;
  return items.flatMap(({ label, name, url }, index) => {
    const text = [label, name].find((one) => typeof one === 'string' && one.trim() !== '');
    if (isEmpty(url)) return [];
    const path = isList ? ['custom', index, 'url'] : ['custom', 'url'];
    return [{ label: text === undefined ? 'custom' : String(text).trim(), url, path }];
  });
}

readLinkMap.json = {
  type: 'object',
  properties: { custom: {} },
  additionalProperties: { anyOf: [linkJson, emptyJson] },
} as JsonShape;
