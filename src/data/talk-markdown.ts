import { readPageBody } from '../content/parse/front-matter.ts';
import { picturesIn } from '../markdown/html/absolute-addresses.ts';
import { toPlainMarkdown, type PlainMarkdownOptions } from '../markdown/render/plain-markdown.ts';
import { createAddressResolver } from '../markdown/html/resolve-address.ts';
import type { Talk } from '../model/talk/talk.ts';
import { getPageEntry } from './entries.ts';
import { getSite } from './site.ts';
import { getTalkHtml, getTalkImage } from './talk-html.ts';

/**
 * Abstract and body of a talk as the author's Markdown, shortcodes written out, addresses absolute,
 * and the address of the picture that its page shows.
 */
export async function getTalkMarkdown(talk: Talk) {
  const { data, filePath = '' } = await getPageEntry('talks', talk.slug);
  const { attachments, frontMatter, lookedUp } = data;
  const written = await readPageBody(filePath);
  const pictures = await picturesOf(talk, written, (name) => {
    const found = lookedUp.files.get(name);
    return found?.place === 'bundle' && !attachments.includes(found.path);
  });
  const options: PlainMarkdownOptions = {
    math: frontMatter.math !== false,
    isMdx: false,
    resolve: createAddressResolver(await getSite(), { ...data, pictures }),
    shortcodes: {
      hasFile: (name) => lookedUp.files.get(name) !== undefined,
      findTalk: (name) => lookedUp.pages.get(name),
    },
  };
  const abstract = toPlainMarkdown(frontMatter.abstract ?? '', options);
  const isMdx = filePath.endsWith('.mdx');
  const body = toPlainMarkdown(written, { ...options, isMdx });
  const picture = talk.picture?.previewOnly ? undefined : await getTalkImage(talk);
  return {
    ...(abstract && { abstract }),
    ...(body && { body }),
    ...(picture && { image: picture }),
  };
}

/** Pictures that Astro imports, by their names in the body, with the addresses they have on the page. */
async function picturesOf(
  talk: Talk,
  written: string,
  isImported: (name: string) => boolean,
): Promise<Map<string, string>> {
  const names = picturesIn(written).filter(isImported);
  if (names.length === 0) return new Map();
  const html = await getTalkHtml(talk);
  const shown = [...html.matchAll(/<img\s[^>]*?\bsrc="([^"]*\/_(?:astro\/|image\?)[^"]*)"/g)];
  if (shown.length !== names.length) return new Map();
  return new Map(
    names.map((name, i) => [name, (shown[i]?.[1] ?? '').replace(/&(amp|#38|#x26);/g, '&')]),
  );
}
