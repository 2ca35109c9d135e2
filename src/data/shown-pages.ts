import { isPublic, type Page } from '../model/page.ts';
import { now } from './now.ts';

/** Those that a visitor may see. What a build leaves out is there in dev, and says so. */
export function shownPages<P extends Page>(pages: readonly P[]): P[] {
  return import.meta.env.DEV
    ? pages.map((page) => ({ ...page, draft: !isPublic(page, now) }))
    : pages.filter((page) => isPublic(page, now));
}
