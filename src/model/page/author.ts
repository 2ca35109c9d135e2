import { isExternalUrl } from './link.ts';
import { decodeEntities } from './entities.ts';
import { splitNameMarks } from './name-marks.ts';
import { texToText } from './tex.ts';

/** An author or a speaker. */
export interface Author {
  /** Plain text. */
  name: string;
  /** The marks of footnotes, which pages show raised after the name: `*`, `†`, `1`. */
  mark?: string;
  /** The site is theirs. */
  isOwner: boolean;
  /** The folder of their page in the section of people, if there is one. */
  slug?: string;
  /** Their page, if it is public. */
  href?: string;
  /** Their web site, if the author linked the name to it. */
  url?: string;
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
  return rawNames.map((source) => {
    const { name, ...rest } = readName(source);
    return { ...toAuthor(name, context), ...rest };
  });
}

const markup = /[\\*_`[<&$†‡§¶‖⁰¹²³⁴-⁹]/;
const inlineTag = /<\/?(?:b|strong|i|em|u|span|small|a|mark|s|code|sub|br)(?:\s[^<>]*)?\/?>/gi;

/** Reads a name in a list of authors, which may have Markdown or HTML: emphasis, a link, the mark of a footnote. */
export function readName(source: string): Pick<Author, 'name' | 'mark' | 'url'> {
  if (!markup.test(source)) return { name: source };
  let url: string | undefined;
  const takeLabel = (_: string, target: string, label: string) => {
    url ??= isExternalUrl(target) ? target : undefined;
    return label;
  };
  const withoutLinks = source
    .replace(
      /\[([^[\]]+)\]\(<?((?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+"[^"]*")?\)/g,
      (text, label: string, target: string) => takeLabel(text, target, label),
    )
    .replace(/<a\s[^<>]*href=["']?([^"'\s<>]+)["']?[^<>]*>([^]*?)<\/a>/gi, takeLabel);
  const { name, mark } = splitNameMarks(stripEmphasis(withoutLinks));
  const text = decodeEntities(
    name
      .replace(inlineTag, '')
      .replace(/\$([^$]+)\$/g, (_, tex: string) => texToText(tex))
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  );
  const plainName = text.replace(/\s+/g, ' ').trim();
  return { name: plainName || source, ...(mark && { mark }), ...(url && { url }) };
}

/** Returns a name without the Markdown or HTML with which authors emphasise their own name. */
function stripEmphasis(name: string): string {
  return name
    .replace(/<\/?(b|strong|i|em|u)>/gi, '')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/^([*_])(?=\S)(.+?)(?<=\S)\1(?=[^\p{L}\p{N}]*$)/u, '$2')
    .replace(/(?<=\s)([*_])(?=\S)([^*_]+)(?<=\S)\1(?=[\s,]|$)/g, '$2')
    .replace(/^`([^`]+)`$/, '$1');
}

function toAuthor(name: string, { owner, findPerson }: AuthorContext): Author {
  const person = findPerson?.(name);
  if (person) return person;
  const isOwner = ownerSlugs.includes(name) || name === owner;
  return { name: isOwner ? owner : name, isOwner };
}
