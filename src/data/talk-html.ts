import mdx from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getImage } from 'astro:assets';
import { render } from 'astro:content';
import type { ImageMetadata } from 'astro';
import { plainWidth } from '../model/picture.ts';
import type { Talk } from '../model/talk.ts';
import { getSite } from './site.ts';
import { getTalkEntry } from './talks.ts';

const bodies = new Map<string, Promise<string>>();
let container: Promise<AstroContainer> | undefined;

/**
 * The body of a talk as the HTML of its page, for feeds: pictures have the addresses that they have
 * there. Each is rendered once in a build, and only when it is asked for.
 */
export function getTalkHtml(talk: Talk): Promise<string> {
  const known = bodies.get(talk.slug);
  if (known && !import.meta.env.DEV) return known;
  const html = talk.hasBody ? renderBody(talk) : Promise.resolve('');
  bodies.set(talk.slug, html);
  return html;
}

async function renderBody({ slug, href }: Talk): Promise<string> {
  const { absolute } = await getSite();
  const { Content } = await render(await getTalkEntry(slug));
  const renderer = await (container ??= createContainer());
  return renderer.renderToString(Content, { request: new Request(absolute(href)) });
}

/** What Astro's own endpoints lack: something that turns components into text. */
async function createContainer(): Promise<AstroContainer> {
  const created = await AstroContainer.create();
  created.addServerRenderer({ renderer: mdx });
  return created;
}

/** The absolute address of a talk's picture, at a width that pages use as well. */
export async function getTalkPicture({ picture }: Talk): Promise<string | undefined> {
  if (!picture) return undefined;
  const { absolute } = await getSite();
  const { image, animated } = picture;
  if (animated || image.format === 'svg' || image.format === 'gif') return absolute(image.src);
  const width = Math.min(image.width, plainWidth);
  const { src } = await getImage({ src: image as ImageMetadata, width });
  return absolute(src);
}
