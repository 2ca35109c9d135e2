import { createReferenceCheck } from '../../model/page/references.ts';
import type { Problem } from '../parse/problem.ts';
import { toPageProblems, type ParsedPage } from '../sections/parsed-page.ts';
import { sections } from '../sections/sections.ts';

/** What is to be said of the pages that others name. @param pages All, by their sections. */
export function checkMentions(pages: ReadonlyMap<string, readonly ParsedPage[]>): Problem[] {
  const check = createReferenceCheck(Object.fromEntries(pages));
  return sections.flatMap((section) =>
    (pages.get(section.name) ?? []).flatMap((page) =>
      toPageProblems(check(page.frontMatter), page, section.noun),
    ),
  );
}
