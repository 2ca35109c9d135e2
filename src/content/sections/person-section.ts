import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckContext } from '../../model/page/page.ts';
import { findOwner, groupPeopleByName, isMarkedAsOwner } from '../../model/person/person-lookup.ts';
import { checkPartsOfCv, checkPerson } from '../../model/person/person.ts';
import {
  personAddresses,
  personNames,
  personTexts,
  rawName,
} from '../../model/person/raw-person.ts';
import type { Finding } from '../../schema/finding.ts';
import { isPerson, type PersonFrontMatter, personKeys, personSchema } from '../../schema/person.ts';
import { findAvatar } from '../assets/find-image.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import type { Problem } from '../parse/problem.ts';
import { type ParsedPage, toPageProblems } from './parsed-page.ts';
import type { Section } from './section.ts';

/** `content/authors/`, where Hugo Academic has people, with its newer `data/authors/` in it. */
export const personSection: Section<PersonFrontMatter> = {
  name: 'people',
  folder: 'authors',
  noun: 'person',
  schema: personSchema,
  keys: personKeys,
  reserved: [],
  branches: true,
  profiles: true,
  accepts: isPerson,
  texts: personTexts,
  links: personAddresses,
  pdfs: () => [],
  check: checkPerson,
  picture: findAvatar,
  merge: mergePairs,
  checkTogether: checkPeople,
};

/** Of a YAML file and another of one name the first has the facts, the second the text. */
function mergePairs(pages: ParsedPage<PersonFrontMatter>[]): ParsedPage<PersonFrontMatter>[] {
  const isFacts = ({ file }: ParsedPage) => /\.ya?ml$/i.test(file.path);
  const slugs = Map.groupBy(pages, ({ slug }) => slug.toLowerCase());
  return [...slugs.values()].flatMap((found) => {
    const [facts, page] = [found.find(isFacts), found.find((one) => !isFacts(one))];
    return found.length === 2 && facts && page ? [mergePair(page, facts)] : found;
  });
}

function mergePair(
  page: ParsedPage<PersonFrontMatter>,
  { frontMatter, file, text, written, files, picture }: ParsedPage<PersonFrontMatter>,
): ParsedPage<PersonFrontMatter> {
  const said = Object.entries(frontMatter).filter(([, value]) => value !== undefined);
  const shown = page.picture ?? picture;
  return {
    ...page,
    frontMatter: { ...page.frontMatter, ...Object.fromEntries(said) },
    files: { ...page.files, ...files },
    ...(shown && { picture: shown }),
    facts: { file, text, written },
  };
}

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
