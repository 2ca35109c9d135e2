import type { Finding, KeyPath } from '../../schema/finding.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';
import { isPartOfOldHome, writtenContacts } from './contact.ts';
import { findIcon } from '../site/icon-sets.ts';
import { checkLinks, type FindFile } from '../talk/talk-links.ts';
import { personAddresses } from './written-person.ts';

/** Returns the problems with the links and icons of a person. */
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

/** Returns a warning for each key of a person that is only shown in a CV. */
export function checkPartsOfCv(person: PersonFrontMatter): Finding[] {
  const keys = ['work', 'experience', 'skills', 'languages', 'awards'] as const;
  return keys.flatMap((key) => (person[key] ? [partOfCv(key)] : []));
}

function oldHome(path: KeyPath, url: string): Finding {
  return {
    ...{ path, severity: 'warning', code: 'person/old-home-link' },
    message: `"${url}" points to the contact section of an older theme, so the link is not shown`,
    remedy: 'Write a mailto: address, or delete the entry.',
  };
}

function unknownIcon(path: KeyPath, icon: string): Finding {
  return {
    ...{ path, severity: 'note', code: 'unknown-icon' },
    message: `there is no icon named "${icon}", so the link has a default icon`,
    remedy: 'Use the name of a Font Awesome or Academicons icon.',
  };
}

function partOfCv(key: string): Finding {
  return {
    ...{ path: [key], severity: 'warning', code: 'person/not-shown', key: true },
    message: `"${key}" is not shown, because it is part of a CV`,
    remedy:
      'If it is about you, move it to content/cv.yaml. Otherwise write it in the text, or delete the key.',
  };
}
