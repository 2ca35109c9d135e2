import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import { fallbackWidth } from '../model/page/image-sizes.ts';
import type { Talk } from '../model/talk/talk.ts';
import { getPageHtml } from './page-html.ts';
import { getSite } from './site.ts';

/** Returns the body of a talk as HTML, for feeds and the search. */
export function getTalkHtml(talk: Talk): Promise<string> {
  return getPageHtml('talks', talk);
}

/** Returns the absolute address of the image of a talk, at a width that pages also use. */
export async function getTalkImage({ image }: Talk): Promise<string | undefined> {
  if (!image) return undefined;
  const { absolute } = await getSite();
  const { file, animated } = image;
  if (animated || file.format === 'svg' || file.format === 'gif') return absolute(file.src);
  const width = Math.min(file.width, fallbackWidth);
  const { src } = await getImage({ src: file as ImageMetadata, width });
  return absolute(src);
}
