import { describe, isMap, quote } from './describe.ts';
import { isEmpty, optionalField } from './field.ts';
import type { Complain, Manual } from './field.ts';
import { readLink } from './link.ts';
import { listField } from './list.ts';
import { emptyJson, linkJson, type JsonShape } from './json-shape.ts';
import { readText } from './text.ts';

const linkShape = {
  type: optionalField(readText, {
    description: 'What the link leads to, in place of a name: slides, video, code, pdf and so on.',
    examples: ['slides'],
  }),
  name: optionalField(readText, {
    description: 'The words of the link. Default: the type, else the host or the file name.',
    examples: ['Lecture notes'],
  }),
  label: optionalField(readText, { description: 'The same as name, in newer themes.' }),
  provider: optionalField(readText, {
    description: 'In place of url, with id: arxiv, doi, github, huggingface, vimeo or youtube.',
    examples: ['arxiv'],
  }),
  id: optionalField(readText, {
    description: 'What the provider knows it by.',
    examples: ['2001.01234'],
  }),
  url: optionalField(readLink, {
    description: 'Where the link leads: a web address, or a file beside the talk or in public/.',
    examples: ['https://example.org/notes', 'notes.pdf'],
  }),
  icon: optionalField(readText, {
    description: 'A picture before the words, by its name in the pack, or as pack/name.',
    examples: ['github', 'brands/github'],
  }),
  icon_pack: optionalField(readText, {
    description: 'The pack of the icon: fas, far, fab or ai. Default: fas.',
    examples: ['fab'],
  }),
};

/** A field that holds a list of links; no url is a warning. */
export function linksField(manual: Manual) {
  const remedy = 'Write each link as "- name: Slides" with "url: slides.pdf" below name.';
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

/** Where a link leads: its address, else that of what a provider knows by its `id`. */
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
    message: `has a link without a url${typeof name === 'string' ? `: ${quote(name)}` : ''}`,
    remedy: 'Add a url, or take the link out.',
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
      message: `holds ${describe(value)} where a map belongs`,
      remedy: 'Write one "name: address" a line, indented below the key.',
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
