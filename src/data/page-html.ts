import mdx from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Page } from '../model/page/page.ts';
import { type PageCollection, memoize, getPageBody, getSettings } from './entries.ts';

const bodies = new WeakMap<Page, Promise<string>>();

/**
 * The body of a page as the HTML that stands on it, for feeds and tables of contents: pictures have
 * the addresses that they have there. Each is rendered once in a build, and only when it is asked for.
 */
export function getPageHtml(collection: PageCollection, page: Page): Promise<string> {
  const known = bodies.get(page);
  if (known) return known;
  const html = page.hasBody ? renderBody(collection, page) : Promise.resolve('');
  bodies.set(page, html);
  return html;
}

async function renderBody(collection: PageCollection, { slug, href }: Page): Promise<string> {
  const { absolute } = await getSettings();
  const Content = await getPageBody(collection, slug);
  const renderer = await getContainer();
  return renderer.renderToString(Content, { request: new Request(absolute(href)) });
}

/** What Astro's own endpoints lack: something that turns components into text. */
const getContainer = memoize(async () => {
  const created = await AstroContainer.create();
  created.addServerRenderer({ renderer: mdx });
  return created;
});
