import { checkPerson } from '../../model/person/person.ts';
import { personAddresses, personTexts } from '../../model/person/raw-person.ts';
import { isPerson, personKeys, personSchema, type PersonFrontMatter } from '../../schema/person.ts';
import { checkPeople } from './check-people.ts';
import { findAvatar } from '../assets/find-image.ts';
import type { ParsedPage } from './parsed-page.ts';
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
  merge: joinFiles,
  checkTogether: checkPeople,
};

/** Of a YAML file and another of one name the first has the facts, the second the text. */
function joinFiles(pages: ParsedPage<PersonFrontMatter>[]): ParsedPage<PersonFrontMatter>[] {
  const isFacts = ({ file }: ParsedPage) => /\.ya?ml$/i.test(file.path);
  const slugs = Map.groupBy(pages, ({ slug }) => slug.toLowerCase());
  return [...slugs.values()].flatMap((found) => {
    const [facts, page] = [found.find(isFacts), found.find((one) => !isFacts(one))];
    return found.length === 2 && facts && page ? [join(page, facts)] : found;
  });
}

function join(
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
