import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckContext } from '../../model/page/page.ts';
import { findOwner, groupPeopleByName, isMarkedAsOwner } from '../../model/person/person-lookup.ts';
import { checkPartsOfCv, checkPerson } from '../../model/person/person.ts';
import {
  toPersonLinkTargets,
  toPersonNames,
  toPersonTexts,
  toRawName,
} from '../../model/person/raw-person.ts';
import { isEmpty } from '../../schema/field.ts';
import type { Finding } from '../../schema/finding.ts';
import { isPerson, type PersonFrontMatter, personKeys, personSchema } from '../../schema/person.ts';
import { findAvatar } from '../assets/find-image.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import type { Problem } from '../parse/problem.ts';
import { type ParsedPage, toPageProblems } from './parsed-page.ts';
import type { Section } from './section.ts';

/** `content/authors/`: the people of Hugo Academic, including the `data/authors/` of its newer versions. */
export const personSection: Section<PersonFrontMatter> = {
  name: 'people',
  folder: 'authors',
  noun: 'person',
  schema: personSchema,
  keys: personKeys,
  reserved: [],
  allowsIndexFile: true,
  allowsYamlFile: true,
  accepts: isPerson,
  toCode: toPersonCode,
  texts: toPersonTexts,
  links: toPersonLinkTargets,
  pdfs: () => [],
  check: checkPerson,
  findImage: findAvatar,
  dedupe: mergePairs,
  checkAcrossPages: checkPeople,
};

/** Returns the code of a problem. If the only name cannot be read, it is an error. */
function toPersonCode(
  { path, code }: Pick<Finding, 'path' | 'code'>,
  { title, name }: Record<string, unknown>,
): string {
  const isName = path.length === 1 && ['title', 'name'].includes(String(path[0]));
  const isOnlyName = isName && (isEmpty(title) || isEmpty(name));
  return isOnlyName && code === 'wrong-shape' ? 'title-unreadable' : code;
}

/** Merges each YAML file, which has the front matter, with the Markdown file of the same slug, which has the text. */
function mergePairs(pages: ParsedPage<PersonFrontMatter>[]): ParsedPage<PersonFrontMatter>[] {
  const isYaml = ({ file }: ParsedPage) => /\.ya?ml$/i.test(file.path);
  const slugs = Map.groupBy(pages, ({ slug }) => slug.toLowerCase());
  return [...slugs.values()].flatMap((group) => {
    const [yaml, markdown] = [group.find(isYaml), group.find((page) => !isYaml(page))];
    return group.length === 2 && yaml && markdown ? [mergePair(markdown, yaml)] : group;
  });
}

function mergePair(
  page: ParsedPage<PersonFrontMatter>,
  { frontMatter, file, text, parsed, files, image }: ParsedPage<PersonFrontMatter>,
): ParsedPage<PersonFrontMatter> {
  const values = Object.entries(frontMatter).filter(([, value]) => value !== undefined);
  const mergedImage = page.image ?? image;
  return {
    ...page,
    frontMatter: { ...page.frontMatter, ...Object.fromEntries(values) },
    files: { ...page.files, ...files },
    ...(mergedImage && { image: mergedImage }),
    frontMatterFile: { file, text, parsed },
  };
}

type PersonPage = ParsedPage<PersonFrontMatter>;

/** Checks the people of the site together. */
function checkPeople(pages: PersonPage[], folder: SiteFolder, context?: CheckContext): Problem[] {
  const owner = findOwner(pages, context?.owner?.name ?? '');
  const hasAbout = existsSync(join(folder.content, 'about.md'));
  const hasCv = existsSync(join(folder.content, 'cv.yaml'));
  const people = pages.map((page) => ({
    page,
    slug: page.slug,
    names: toPersonNames(page.frontMatter),
  }));
  const groups = [...groupPeopleByName(people).values()];
  return pages.flatMap((page) => {
    const namesakes = groups.find(
      (group) => group.length > 1 && group.some((person) => person.page === page),
    );
    const findings = [
      ...(page === owner
        ? checkOwner(page, hasAbout, context?.owner?.role)
        : checkNonOwner(page, owner)),
      ...(page === owner && hasCv ? [] : checkPartsOfCv(page.frontMatter)),
      ...(namesakes
        ? [
            toSameNameFinding(
              page,
              namesakes.map((person) => person.page),
            ),
          ]
        : []),
    ];
    return toPageProblems(findings, page, 'person');
  });
}

/** Returns a warning for each part of the owner's file that the home page takes from another file. */
function checkOwner(page: PersonPage, hasAbout: boolean, role: string | undefined): Finding[] {
  const { frontMatter, parsed, image } = page;
  const blank = /^\s*/.exec(parsed.body)?.[0] ?? '';
  const hasText = blank !== parsed.body;
  const text = { position: { line: parsed.bodyLine + blank.split('\n').length - 1, column: 1 } };
  const hasRole = role !== undefined && (frontMatter.role ?? role) !== role;
  const hasBio = hasAbout && !hasText && frontMatter.bio !== undefined;
  return [
    ...(hasRole ? [toNotShownFinding({ path: ['role'] }, 'role', 'site.yaml')] : []),
    ...(hasAbout && hasText ? [toNotShownFinding(text, 'text', 'about.md')] : []),
    ...(hasBio ? [toNotShownFinding({ path: ['bio'] }, 'bio', 'about.md')] : []),
    ...(hasAbout && image ? [toNotShownFinding({ path: image.path }, 'image', 'about.md')] : []),
  ];
}

function toNotShownFinding(location: Partial<Finding>, part: string, file: string): Finding {
  return {
    ...{ path: [], code: 'person/not-shown' },
    message: `the ${part} is not shown, because the home page of the owner uses the one in ${file}`,
    remedy: `Move what you need to content/${file}, and delete the ${part} here.`,
    ...location,
  };
}

/** Checks the name of a person, and that only one person is marked as the owner. */
function checkNonOwner({ frontMatter }: PersonPage, owner: PersonPage | undefined): Finding[] {
  const missingName: Finding = {
    ...{ path: [], code: 'person/name-missing' },
    message: 'the person has no name',
    remedy: 'Add title: and the name.',
  };
  const secondOwner: Finding = {
    path: [frontMatter.superuser ? 'superuser' : 'is_owner'],
    ...{ code: 'person/second-owner' },
    message: `the owner of the site is the person in ${owner?.file.name}, so this line is ignored`,
    remedy: 'Delete the line. This person gets a normal page.',
  };
  return [
    ...(toRawName(frontMatter) || frontMatter.draft ? [] : [missingName]),
    ...(owner && isMarkedAsOwner(frontMatter) ? [secondOwner] : []),
  ];
}

function toSameNameFinding(page: PersonPage, namesakes: PersonPage[]): Finding {
  const otherFiles = namesakes.filter((person) => person !== page).map(({ file }) => file.name);
  return {
    path: toRawName(page.frontMatter)?.path ?? [],
    ...{ code: 'person/same-name' },
    message: `the person in ${otherFiles.join(' and ')} has the same name, so this name is not linked`,
    remedy: 'To link a person, write the name of their file or folder in authors.',
  };
}
