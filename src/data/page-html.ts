import mdx from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Page } from '../model/page/page.ts';
import { type PageCollection, getPageBody, getSettings } from './entries.ts';
import { memoize } from './memoize.ts';

const renderedBodies = new WeakMap<Page, Promise<string>>();

/**
 * Returns the body of a page as HTML, for feeds and tables of contents. Images have the same addresses as
 * on the page. A body is rendered at most once in a build.
 */
export function getPageHtml(collection: PageCollection, page: Page): Promise<string> {
  const cached = renderedBodies.get(page);
  if (cached) return cached;
  const html = page.hasBody ? renderBody(collection, page) : Promise.resolve('');
  renderedBodies.set(page, html);
  return html;
}

async function renderBody(collection: PageCollection, { slug, href }: Page): Promise<string> {
  const { absolute } = await getSettings();
  const Content = await getPageBody(collection, slug);
  const renderer = await getContainer();
  return renderer.renderToString(Content, { request: new Request(absolute(href)) });
}

/** Returns a container, which renders components to text. Endpoints of Astro cannot. */
const getContainer = memoize(async () => {
  const container = await AstroContainer.create();
  container.addServerRenderer({ renderer: mdx });
  return container;
});
