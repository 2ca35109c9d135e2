import type { Finding, KeyPath } from '../../schema/finding.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';
import { isPartOfOldHome, writtenContacts } from './contact.ts';
import { findIcon } from '../site/icon-sets.ts';
import { checkLinks, type FindFile } from '../talk/talk-links.ts';
import { personAddresses } from './written-person.ts';

/** What is written correctly of a person and cannot be meant so, or is not shown. */
export function checkPerson(person: PersonFrontMatter, findFile: FindFile): Finding[] {
  return [
    ...checkLinks(personAddresses(person), findFile),
    ...writtenContacts(person).flatMap(({ path, url, icon }): Finding[] => {
      if (isPartOfOldHome(url)) return [oldHome(path, url)];
      const isKnown = !icon || findIcon(icon.name, icon.pack) !== undefined;
      return isKnown ? [] : [unknownIcon([...path.slice(0, -1), 'icon'], icon.name)];
    }),
  ];
}

/** What of a person's file is for a CV. */
export function checkPartsOfCv(person: PersonFrontMatter): Finding[] {
  const keys = ['work', 'experience', 'skills', 'languages', 'awards'] as const;
  return keys.flatMap((key) => (person[key] ? [partOfCv(key)] : []));
}

function oldHome(path: KeyPath, url: string): Finding {
  return {
    ...{ path, severity: 'warning', code: 'person/old-home-link' },
    message: `"${url}" is a part of the home page of an older theme`,
    remedy: 'Write mailto: and an address, or take the entry out. The page shows no such link.',
  };
}

function unknownIcon(path: KeyPath, icon: string): Finding {
  return {
    ...{ path, severity: 'note', code: 'unknown-icon' },
    message: `there is no icon named "${icon}"`,
    remedy: 'The link is shown with another. Write a name of Font Awesome or Academicons.',
  };
}

function partOfCv(key: string): Finding {
  return {
    ...{ path: [key], severity: 'warning', code: 'person/not-shown', key: true },
    message: `"${key}" is for a CV, and the page of a person does not show it`,
    remedy: 'Your own CV is content/cv.yaml; of others say it in the text, or take it out.',
  };
}
