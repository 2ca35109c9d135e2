/** An author or a speaker. */
export interface Author {
  name: string;
  /** The site is theirs. */
  isOwner: boolean;
  /** The folder of their page in the section of people, if there is one. */
  slug?: string;
  /** Their page, if it is public. */
  href?: string;
}

/** Finds the person of the site that an entry in a list of authors refers to. */
export type FindPerson = (name: string) => Author | undefined;

/** The owner and the people of a site. */
export interface AuthorContext {
  /** The name of the owner of the site. */
  owner: string;
  findPerson?: FindPerson | undefined;
}

/** The end of a list of authors that does not name all of them. */
export const etAl = 'et al.';

/** The names of the owner of a site in lists of authors of older themes. */
export const ownerSlugs: readonly string[] = ['admin', 'me'];

/** Returns the authors in the order of the file; the owner of the site if nobody is named. */
export function toAuthors(
  { authors, author }: { authors?: string[] | undefined; author?: string[] | undefined },
  context: AuthorContext,
): Author[] {
  const rawNames = authors ?? author ?? [context.owner];
  return rawNames.map((name) => toAuthor(stripEmphasis(name), context));
}

/** Returns a name without the Markdown or HTML with which authors emphasise their own name. */
function stripEmphasis(name: string): string {
  return name
    .replace(/<\/?(b|strong|i|em|u)>/gi, '')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/^([*_])(?=\S)(.+)(?<=\S)\1$/, '$2');
}

function toAuthor(name: string, { owner, findPerson }: AuthorContext): Author {
  const person = findPerson?.(name);
  if (person) return person;
  const isOwner = ownerSlugs.includes(name) || name === owner;
  return { name: isOwner ? owner : name, isOwner };
}
