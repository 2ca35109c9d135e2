import type { Finding } from '../schema/finding.ts';
import type { TalkFrontMatter } from '../schema/talk.ts';
import { hostOf, leavesSite, writtenLinks, type SiteFile, type TalkLink } from './link.ts';

/** Finds the published file an author's value means, or nothing. */
export type FindFile = (written: string) => SiteFile | undefined;

/**
 * The links of a talk that lead somewhere, each target once. A second link of one kind is called
 * by its host, so that no two links of a talk bear the same name.
 */
export function toTalkLinks(talk: TalkFrontMatter, findFile: FindFile): TalkLink[] {
  const links: TalkLink[] = [];
  for (const { kind, label, url, icon } of writtenLinks(talk)) {
    const file = leavesSite(url) ? undefined : findFile(url);
    const href = leavesSite(url) || url.startsWith('#') ? url : file?.href;
    if (href === undefined || links.some((link) => link.href === href)) continue;
    const taken = links.some((link) => link.label.toLowerCase() === label.toLowerCase());
    links.push({
      kind,
      label: taken ? hostOf(url) : label,
      href,
      ...(icon && { icon }),
      ...(file && { file }),
    });
  }
  return links;
}

/** A warning for each file that a talk links to and that is not there, each file once. */
export function checkTalkLinks(talk: TalkFrontMatter, findFile: FindFile): Finding[] {
  const missing = new Map<string, Finding>();
  for (const { path, url } of writtenLinks(talk)) {
    if (leavesSite(url) || url.startsWith('#') || missing.has(url) || findFile(url)) continue;
    const inPublic = `public/${url.replace(/^\.?\/+/, '')}`;
    missing.set(url, {
      path,
      severity: 'warning',
      code: 'talk/missing-file',
      message: `"${url}" is not beside the talk, nor is there ${inPublic}`,
      remedy: `Put the file there, or leave ${String(path[0])} empty. The page shows no link to it.`,
    });
  }
  return [...missing.values()];
}
