import type { Finding, KeyPath } from '../../schema/finding.ts';
import type { Mention } from '../mention.ts';
import type { LinkedPage } from '../written-links.ts';

const remedy = 'Nothing of it is lost when you take it out.';

/** What the templates of the old themes have for the name of a deck. */
export const templateDeck = /^example(-slides)?$/;

/** Names that the templates of the old themes fill in, and that nobody's own project or deck has. */
const templateNames: Record<'projects' | 'project' | 'slides', RegExp> = {
  projects: /^(internal-project|external-project|example(-project)?)$/,
  project: /^(internal-project|external-project|example(-project)?)$/,
  slides: templateDeck,
};

/** True for the project that the template of a theme had in every page. */
export function isFromTemplate({ section, name }: Mention): boolean {
  return section === 'projects' && templateNames.projects.test(name);
}

/** The link to the author of the old themes that their template had in every talk. */
const themeAuthor = /^https?:\/\/(www\.)?(twitter|x)\.com\/georgecushen\/?$/i;

/**
 * Notes about what the template of an old theme left in a page. `hasIcon` tells whether there is
 * an icon of that name.
 */
export function checkLeftOvers(
  page: LinkedPage,
  hasIcon: (name: string, pack?: string) => boolean,
): Finding[] {
  return [...checkNames(page), ...checkLinks(page, hasIcon)];
}

function checkNames(page: LinkedPage): Finding[] {
  return (['projects', 'project', 'slides'] as const).flatMap((key) =>
    [page[key] ?? []].flat().flatMap((name, index) => {
      if (!templateNames[key].test(name)) return [];
      const path = key === 'slides' ? [key] : [key, index];
      return [note(path, `"${name}" in ${key} is left over from the template of a theme`, remedy)];
    }),
  );
}

function checkLinks(page: LinkedPage, hasIcon: (name: string, pack?: string) => boolean) {
  return (['links', 'url_custom'] as const).flatMap((key) =>
    (page[key] ?? []).flatMap(({ url, icon, icon_pack: pack }, index): Finding[] => {
      const found: Finding[] = [];
      if (url && themeAuthor.test(url)) {
        const message = 'a link leads to the author of an old theme, as its template had it';
        found.push(note([key, index, 'url'], message, 'Take it out, or it stays on the page.'));
      }
      if (icon && !hasIcon(icon, pack)) {
        const message = `there is no icon named "${icon}"`;
        const remedy =
          'The link is shown with another. Write a name of Font Awesome or Academicons.';
        found.push({ ...note([key, index, 'icon'], message, remedy), code: 'unknown-icon' });
      }
      return found;
    }),
  );
}

function note(path: KeyPath, message: string, remedy: string): Finding {
  return { path, severity: 'note', code: 'placeholder', message, remedy };
}
