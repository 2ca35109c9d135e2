import { isInvalidOnWindows, isTooLong, toSlug } from '../../model/page/addresses.ts';
import { quote } from '../../schema/describe.ts';
import type { Finding } from '../../schema/finding.ts';
import type { PublicationFrontMatter } from '../../schema/publication.ts';
import { limitProblems, toKeyProblem } from '../parse/bibtex-errors.ts';
import { type Problem, toProblems } from '../parse/problem.ts';
import { isFromBibtex } from './bib-pages.ts';
import { isReserved } from './check-address-names.ts';
import type { ParsedPage } from './parsed-page.ts';

type Publication = ParsedPage<PublicationFrontMatter>;

/** Gives each entry whose address is in use or reserved a different one: `doe2024` becomes `doe2024-2`. */
export function assignBibSlugs(pages: readonly Publication[]): Publication[] {
  const used = new Set(
    pages.filter((page) => !isFromBibtex(page)).map(({ slug }) => slug.toLowerCase()),
  );
  const next = new Map<string, number>();
  return pages.map((page) => {
    if (!isFromBibtex(page)) return page;
    const base = page.slug.toLowerCase();
    let slug = page.slug;
    let number = next.get(base) ?? 2;
    const isTaken = () => used.has(slug.toLowerCase()) || isReserved(slug, []);
    for (; isTaken(); number += 1) slug = `${page.slug}-${number}`;
    next.set(base, number);
    used.add(slug.toLowerCase());
    return slug === page.slug ? page : { ...page, slug };
  });
}

/** Checks the keys of entries, which are the last part of the addresses of their pages after `assignBibSlugs`. */
export function checkBibSlugs(pages: readonly Publication[]): Problem[] {
  const problems = pages.flatMap((page) => {
    const finding = isFromBibtex(page) ? checkKey(page) : undefined;
    if (!finding) return [];
    const { parsed, file, text } = page;
    return toProblems([finding], { file: file.name, topic: 'publication' }, parsed, text);
  });
  return [...Map.groupBy(problems, ({ file }) => file).values()].flatMap(limitProblems);
}

function checkKey({ file: { stem: key }, slug }: Publication): Finding | undefined {
  const remedy = 'Give this entry a different key.';
  const path: string[] = [];
  if (isReserved(toSlug(key), [])) {
    const message = `the key ${quote(key)} is the name of a file of the site itself, so the address of this publication ends in /${slug}/`;
    return { path, code: 'bib/reserved-key', message, remedy };
  }
  if (isTooLong(key)) {
    const message = `the key ${quote(key)} is longer than the name of a file may be, so the address is shortened`;
    return { path, code: 'long-name', message, remedy };
  }
  if (slug !== toSlug(key)) return { path, ...toKeyProblem(key, slug) };
  if (!isInvalidOnWindows(slug)) return undefined;
  const message = `the address /publications/${slug}/ needs a folder with the name ${quote(slug)}, which Windows cannot create`;
  return { path, code: 'windows-name', message, remedy };
}
