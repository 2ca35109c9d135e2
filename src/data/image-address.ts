import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import { fallbackWidth } from '../model/page/image-sizes.ts';
import { publishOriginal, type PageImage } from '../model/page/image.ts';
import { getSite } from './site.ts';

/** Returns the absolute address of the image of a page, at a width that pages also use. */
export async function getImageAddress({
  image,
}: {
  image?: PageImage | undefined;
}): Promise<string | undefined> {
  if (!image) return undefined;
  const { absolute } = await getSite();
  const { file, animated } = image;
  if (animated || file.format === 'svg' || file.format === 'gif')
    return absolute(publishOriginal(file));
  const width = Math.min(file.width, fallbackWidth);
  const { src } = await getImage({ src: file as ImageMetadata, width });
  return absolute(src);
}
