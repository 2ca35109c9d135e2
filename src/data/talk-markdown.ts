import { readPageBody } from '../content/parse/front-matter.ts';
import { findImageAddresses } from '../markdown/html/absolute-addresses.ts';
import { toPlainMarkdown, type PlainMarkdownOptions } from '../markdown/render/plain-markdown.ts';
import { createAddressResolver } from '../markdown/html/resolve-address.ts';
import type { Talk } from '../model/talk/talk.ts';
import { getPageEntry, toAbsolutePath } from './entries.ts';
import { getSite } from './site.ts';
import { getImageAddress } from './image-address.ts';
import { getTalkHtml } from './talk-html.ts';

/**
 * Returns the abstract and the body of a talk as Markdown, with expanded shortcodes and absolute addresses,
 * and the address of the image on its page.
 */
export async function getTalkMarkdown(talk: Talk) {
  const entry = await getPageEntry('talks', talk.slug);
  const { data, filePath = '' } = entry;
  const { attachments, frontMatter, lookedUp } = data;
  const rawBody = await readPageBody(toAbsolutePath(entry));
  const images = await findPageImages(talk, rawBody, (name) => {
    const file = lookedUp.files.get(name);
    return file?.place === 'bundle' && !attachments.includes(file.path);
  });
  const options: PlainMarkdownOptions = {
    math: frontMatter.math !== false,
    isMdx: false,
    resolve: createAddressResolver(await getSite(), { ...data, imageAddresses: images }),
    shortcodes: {
      hasFile: (name) => lookedUp.files.get(name) !== undefined,
      findPage: (name) => lookedUp.pages.get(name),
    },
  };
  const abstract = toPlainMarkdown(frontMatter.abstract ?? '', options);
  const isMdx = filePath.endsWith('.mdx');
  const body = toPlainMarkdown(rawBody, { ...options, isMdx });
  const image = talk.image?.previewOnly ? undefined : await getImageAddress(talk);
  return {
    ...(abstract && { abstract }),
    ...(body && { body }),
    ...(image && { image }),
  };
}

/** Returns the addresses on the page of the images that Astro imports, by their names in the body. */
async function findPageImages(
  talk: Talk,
  rawBody: string,
  isImported: (name: string) => boolean,
): Promise<Map<string, string>> {
  const names = findImageAddresses(rawBody).filter(isImported);
  if (names.length === 0) return new Map();
  const html = await getTalkHtml(talk);
  const shown = [...html.matchAll(/<img\s[^>]*?\bsrc="([^"]*\/_(?:astro\/|image\?)[^"]*)"/g)];
  if (shown.length !== names.length) return new Map();
  return new Map(
    names.map((name, i) => [name, (shown[i]?.[1] ?? '').replace(/&(amp|#38|#x26);/g, '&')]),
  );
}
