import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import { fallbackWidth } from '../model/page/image.ts';
import type { Talk } from '../model/talk/talk.ts';
import { getPageHtml } from './page-html.ts';
import { getSite } from './site.ts';

/** Returns the body of a talk as HTML, for feeds and the search. */
export function getTalkHtml(talk: Talk): Promise<string> {
  return getPageHtml('talks', talk);
}

/** Returns the absolute address of the image of a talk, at a width that pages also use. */
export async function getTalkImage({ picture }: Talk): Promise<string | undefined> {
  if (!picture) return undefined;
  const { absolute } = await getSite();
  const { image, animated } = picture;
  if (animated || image.format === 'svg' || image.format === 'gif') return absolute(image.src);
  const width = Math.min(image.width, fallbackWidth);
  const { src } = await getImage({ src: image as ImageMetadata, width });
  return absolute(src);
}
