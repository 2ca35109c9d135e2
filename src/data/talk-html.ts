import type { Talk } from '../model/talk/talk.ts';
import { getPageHtml } from './page-html.ts';

/** Returns the body of a talk as HTML, for feeds and the search. */
export function getTalkHtml(talk: Talk): Promise<string> {
  return getPageHtml('talks', talk);
}
