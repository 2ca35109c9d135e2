import { describeUnknownIcon } from './icons.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import type { LinkedPage } from './raw-links.ts';

const remedy = 'You can safely delete it.';

/** The placeholder for the name of a deck in the templates of older themes. */
export const templateDeckName = /^example(-slides)?$/;

/** Placeholders in the templates of older themes that are not names of real projects or decks. */
const templateNames: Record<'projects' | 'project' | 'slides', RegExp> = {
  projects: /^(internal-project|external-project|example(-project)?)$/,
  project: /^(internal-project|external-project|example(-project)?)$/,
  slides: templateDeckName,
};

/** Returns whether a related page is a placeholder project of a template. */
export function isTemplateProject({ section, name }: { section: string; name: string }): boolean {
  return section === 'projects' && templateNames.projects.test(name);
}

/** The link to the author of the older themes in their template of a talk. */
const themeAuthor = /^https?:\/\/(www\.)?(twitter|x)\.com\/georgecushen\/?$/i;

/**
 * Returns notes about placeholders of the templates of older themes. `hasIcon` returns whether there is
 * an icon with that name.
 */
export function checkPlaceholders(
  page: LinkedPage,
  hasIcon: (name: string, pack?: string) => boolean,
): Finding[] {
  return [...checkTemplateNames(page), ...checkTemplateLinks(page, hasIcon)];
}

function checkTemplateNames(page: LinkedPage): Finding[] {
  return (['projects', 'project', 'slides'] as const).flatMap((key) =>
    [page[key] ?? []].flat().flatMap((name, index) => {
      if (!templateNames[key].test(name)) return [];
      const path = key === 'slides' ? [key] : [key, index];
      return [
        toNote(
          path,
          `"${name}" in ${key} is a placeholder from the template of an older theme`,
          remedy,
        ),
      ];
    }),
  );
}

function checkTemplateLinks(page: LinkedPage, hasIcon: (name: string, pack?: string) => boolean) {
  return (['links', 'url_custom'] as const).flatMap((key) =>
    (page[key] ?? []).flatMap(({ url, icon, icon_pack: pack }, index): Finding[] => {
      const findings: Finding[] = [];
      if (url && themeAuthor.test(url)) {
        const message =
          'a link from the template of an older theme points to the author of that theme';
        findings.push(
          toNote([key, index, 'url'], message, 'The page shows it until you delete it.'),
        );
      }
      if (icon && !hasIcon(icon, pack)) {
        const path = [key, index, 'icon'];
        findings.push({ path, code: 'unknown-icon', ...describeUnknownIcon(icon) });
      }
      return findings;
    }),
  );
}

function toNote(path: KeyPath, message: string, remedy: string): Finding {
  return { path, code: 'placeholder', message, remedy };
}
