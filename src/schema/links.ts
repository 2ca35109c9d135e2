import { describe, isMap, quote } from './describe.ts';
import { isEmpty, optionalField } from './field.ts';
import type { Complain, Manual } from './field.ts';
import { readLink } from './link.ts';
import { listField } from './list.ts';
import { emptyJson, linkJson, type JsonShape } from './json-shape.ts';
import { readText } from './text.ts';

const linkShape = {
  type: optionalField(readText, {
    description: 'The kind of link, instead of a name: slides, video, code, pdf and so on.',
    examples: ['slides'],
  }),
  name: optionalField(readText, {
    description: 'The link text. Default: the type, or else the host or the file name.',
    examples: ['Lecture notes'],
  }),
  label: optionalField(readText, { description: 'The same as name, in newer themes.' }),
  provider: optionalField(readText, {
    description: 'With id, instead of url: arxiv, doi, github, huggingface, vimeo or youtube.',
    examples: ['arxiv'],
  }),
  id: optionalField(readText, {
    description: 'The ID at the provider.',
    examples: ['2001.01234'],
  }),
  url: optionalField(readLink, {
    description: 'The target of the link: a web address, or a file next to this one or in public/.',
    examples: ['https://example.org/notes', 'notes.pdf'],
  }),
  icon: optionalField(readText, {
    description: 'The icon before the link text: its name in the pack, or pack/name.',
    examples: ['github', 'brands/github'],
  }),
  icon_pack: optionalField(readText, {
    description: 'The icon pack: fas, far, fab or ai. Default: fas.',
    examples: ['fab'],
  }),
};

/** A field that holds a list of links; a link without a url is a warning. */
export function linksField(manual: Manual) {
  const remedy = 'Write each link as "- name: Slides", with "url: slides.pdf" on the next line.';
  return listField(linkShape, { name: 'a link', remedy, isUsable: hasUrl }, manual);
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
export function addressOfLink(link: {
  url?: string | undefined;
  provider?: string | undefined;
  id?: string | undefined;
}): string | undefined {
  const { url, provider = '', id } = link;
  if (url !== undefined) return url;
  const host = providers[provider.toLowerCase()];
  const name = id?.replace(/^(arxiv|doi):\s*/i, '');
  return host !== undefined && name ? host + encodeURI(name) : undefined;
}

function hasUrl({ url, name, provider, id }: Record<string, unknown>, complain: Complain): boolean {
  if (!isEmpty(url)) return true;
  if (addressOfLink({ provider: String(provider ?? ''), id: String(id ?? '') })) return true;
  complain({
    code: 'link-without-url',
    severity: 'warning',
    message: `has a link without a url${typeof name === 'string' ? ` (${quote(name)})` : ''}, which is not shown`,
    remedy: 'Add a url, or delete the link.',
  });
  return false;
}

/** A field that holds a map from a name to a link. */
export function linkMapField(manual: Manual) {
  return optionalField(readLinkMap, manual);
}

function readLinkMap(value: unknown, complain: Complain): Record<string, string> | undefined {
  if (!isMap(value)) {
    complain({
      code: 'wrong-shape',
      message: `must be a map, not ${describe(value)}`,
      remedy: 'Write one "name: address" per line, indented below the key.',
    });
    return undefined;
  }
  const links = Object.entries(value).flatMap(([name, url]) => {
    if (isEmpty(url)) return [];
    const link = readLink(url, (complaint) => complain({ ...complaint, path: [name] }));
    return link === undefined ? [] : [[name, link] as const];
  });
  return links.length === 0 ? undefined : Object.fromEntries(links);
}

readLinkMap.json = {
  type: 'object',
  additionalProperties: { anyOf: [linkJson, emptyJson] },
} as JsonShape;
