import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckContext } from '../../model/page/page.ts';
import { findOwner, groupPeopleByName, isMarkedAsOwner } from '../../model/person/person-lookup.ts';
import { checkPartsOfCv } from '../../model/person/person.ts';
import { personNames, rawName } from '../../model/person/raw-person.ts';
import type { Finding } from '../../schema/finding.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';
import type { Problem } from '../parse/problem.ts';
import { toPageProblems, type ParsedPage } from './parsed-page.ts';
import type { SiteFolder } from '../assets/site-folder.ts';

type PersonPage = ParsedPage<PersonFrontMatter>;

/** Checks the people of the site together. */
export function checkPeople(
  pages: PersonPage[],
  folder: SiteFolder,
  context?: CheckContext,
): Problem[] {
  const owner = findOwner(pages, context?.owner?.name ?? '');
  const hasAbout = existsSync(join(folder.content, 'about.md'));
  const hasCv = existsSync(join(folder.content, 'cv.yaml'));
  const people = pages.map((page) => ({
    page,
    slug: page.slug,
    names: personNames(page.frontMatter),
  }));
  const groups = [...groupPeopleByName(people).values()];
  return pages.flatMap((page) => {
    const alike = groups.find(
      (found) => found.length > 1 && found.some((one) => one.page === page),
    );
    const findings = [
      ...(page === owner
        ? checkOwner(page, hasAbout, context?.owner?.role)
        : checkOther(page, owner)),
      ...(page === owner && hasCv ? [] : checkPartsOfCv(page.frontMatter)),
      ...(alike
        ? [
            sharedName(
              page,
              alike.map((one) => one.page),
            ),
          ]
        : []),
    ];
    return toPageProblems(findings, page, 'person');
  });
}

/** Returns a warning for each part of the owner's file that the home page reads from another file. */
function checkOwner(page: PersonPage, hasAbout: boolean, role: string | undefined): Finding[] {
  const { frontMatter, written, picture } = page;
  const blank = /^\s*/.exec(written.body)?.[0] ?? '';
  const hasText = blank !== written.body;
  const text = { position: { line: written.bodyLine + blank.split('\n').length - 1, column: 1 } };
  const hasRole = role !== undefined && (frontMatter.role ?? role) !== role;
  const hasBio = hasAbout && !hasText && frontMatter.bio !== undefined;
  return [
    ...(hasRole ? [onHomePage({ path: ['role'] }, 'role', 'site.yaml')] : []),
    ...(hasAbout && hasText ? [onHomePage(text, 'text', 'about.md')] : []),
    ...(hasBio ? [onHomePage({ path: ['bio'] }, 'bio', 'about.md')] : []),
    ...(hasAbout && picture ? [onHomePage({ path: picture.path }, 'image', 'about.md')] : []),
  ];
}

function onHomePage(at: Partial<Finding>, what: string, file: string): Finding {
  return {
    ...{ path: [], severity: 'warning', code: 'person/not-shown' },
    message: `the ${what} is not shown, because the home page of the owner uses the one in ${file}`,
    remedy: `Move what you need to content/${file}, and delete the ${what} here.`,
    ...at,
  };
}

function checkOther({ frontMatter }: PersonPage, owner: PersonPage | undefined): Finding[] {
  const nameless: Finding = {
    ...{ path: [], severity: 'error', code: 'person/name-missing' },
    message: 'the person has no name',
    remedy: 'Add title: and the name.',
  };
  const second: Finding = {
    path: [frontMatter.superuser ? 'superuser' : 'is_owner'],
    ...{ severity: 'warning', code: 'person/second-owner' },
    message: `the owner of the site is the person in ${owner?.file.name}, so this line is ignored`,
    remedy: 'Delete the line. This person gets a normal page.',
  };
  return [
    ...(rawName(frontMatter) ? [] : [nameless]),
    ...(owner && isMarkedAsOwner(frontMatter) ? [second] : []),
  ];
}

function sharedName(page: PersonPage, alike: PersonPage[]): Finding {
  const others = alike.filter((one) => one !== page).map(({ file }) => file.name);
  return {
    path: rawName(page.frontMatter)?.path ?? [],
    ...{ severity: 'warning', code: 'person/same-name' },
    message: `the person in ${others.join(' and ')} has the same name, so this name is not linked`,
    remedy: 'To link a person, write the name of their file or folder in authors.',
  };
}
