import mdx from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Page } from '../model/page/page.ts';
import { type PageCollection, getPageBody, getPageEntry, getSettings } from './entries.ts';

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
  const { rendered } = await getPageEntry(collection, slug);
  // Such a body is on the page as it is stored.
  if (rendered && !rendered.metadata?.imagePaths?.length) return rendered.html;
  const { absolute } = await getSettings();
  const Content = await getPageBody(collection, slug);
  // Endpoints of Astro cannot render a component. A container keeps a route for everything that it renders, and
  // searches all of them, so each renders one body.
  const container = await AstroContainer.create();
  container.addServerRenderer({ renderer: mdx });
  return container.renderToString(Content, { request: new Request(absolute(href)) });
}
