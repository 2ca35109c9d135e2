/** Somebody who wrote or said something. */
export interface Author {
  name: string;
  /** Whose site it is. */
  isOwner: boolean;
  /** Names them among the people of the site. */
  slug?: string;
  /** Their page, if there is one that a visitor may see. */
  href?: string;
}

/** The person of the site whom an entry of a list of authors means, or nothing. */
export type FindPerson = (written: string) => Author | undefined;

/** Who the people of a site are. */
export interface AuthorNames {
  /** The name of whose site it is. */
  owner: string;
  findPerson?: FindPerson | undefined;
}

/** What stands at the end of a list of authors who are not all named. */
export const etAl = 'et al.';

/** What older files call the owner of a site in lists of authors. */
export const ownerSlugs: readonly string[] = ['admin', 'me'];

/** The authors in the order written; the owner of the site when nobody is named. */
export function toAuthors(
  { authors, author }: { authors?: string[] | undefined; author?: string[] | undefined },
  names: AuthorNames,
): Author[] {
  const written = authors ?? author ?? [names.owner];
  return written.map((name) => toAuthor(withoutEmphasis(name), names));
}

/** A name without the Markdown or HTML by which authors make their own stand out. */
function withoutEmphasis(name: string): string {
  return name
    .replace(/<\/?(b|strong|i|em|u)>/gi, '')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/^([*_])(?=\S)(.+)(?<=\S)\1$/, '$2');
}

function toAuthor(written: string, { owner, findPerson }: AuthorNames): Author {
  const person = findPerson?.(written);
  if (person) return person;
  const isOwner = ownerSlugs.includes(written) || written === owner;
  return { name: isOwner ? owner : written, isOwner };
}
