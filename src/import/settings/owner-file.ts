import { firstValueAt, valueAt, itemsOf, textOf, type OldValue } from '../old-site/old-values.ts';
import type { Written } from '../plan/plan.ts';
import { fromWhere } from './annotated-yaml.ts';
import { flattenGroups } from './cv-entries.ts';
import type { KeyUsage } from './key-usage.ts';
import { formatYaml } from '../../content/parse/format-yaml.ts';
import type { OldSettings } from './old-settings.ts';
import type { OldWidget } from './widgets.ts';

const path = 'content/authors/admin.yaml';
const inCourse = ['course', 'degree', 'area', 'institution', 'year', 'summary'];

/**
 * The file of an owner for whom the old site has none: interests, education and further affiliations,
 * which the home page shows and site.yaml has no keys for. Undefined if the old site has none of these.
 */
export function writeOwnerFile(
  name: string,
  settings: OldSettings,
  about: OldWidget | undefined,
  usage: KeyUsage,
): Written | undefined {
  const interests = flattenGroups(about && valueAt(about.data, 'interests')).filter(isText);
  const degrees = flattenGroups(about && valueAt(about.data, 'education')).flatMap((course) => {
    const keys = inCourse.map((key) => [key, firstValueAt(course, key)] as const);
    const found = keys.filter(([, old]) => textOf(old) !== undefined);
    for (const [, old] of found) usage.markUsed(old, `${path}: education`);
    return found.length > 0
      ? [Object.fromEntries(found.map(([key, old]) => [key, textOf(old)]))]
      : [];
  });
  const organizations = itemsOf(settings.find('params.organizations'));
  const affiliations = (organizations.length > 1 ? organizations : []).flatMap((one) => {
    const [words, url] = [firstValueAt(one, 'name') ?? one, firstValueAt(one, 'url')];
    if (textOf(words) === undefined) return [];
    usage.markUsed(one, `${path}: organizations`);
    return [{ name: textOf(words), ...(textOf(url) && { url: textOf(url) }) }];
  });
  const pronouns = settings.find('author.pronouns');
  usage.markUsed(pronouns, `${path}: pronouns`);
  for (const one of interests) usage.markUsed(one, `${path}: interests`);
  const data = {
    ...(textOf(pronouns) && { pronouns: textOf(pronouns) }),
    ...(affiliations.length > 0 && { organizations: affiliations }),
    ...(interests.length > 0 && { interests: interests.map((one) => textOf(one)) }),
    ...(degrees.length > 0 && { education: degrees }),
  };
  if (Object.keys(data).length === 0) return undefined;
  const note = `${fromWhere([about?.data, affiliations.length > 0 ? organizations[0] : undefined, pronouns])}`;
  const text = formatYaml({ title: name, superuser: true, ...data });
  return {
    to: path,
    text: `# Shown on the home page in addition to content/about.md; ${note}\n${text}`,
  };
}

function isText(old: OldValue): boolean {
  return textOf(old) !== undefined;
}
