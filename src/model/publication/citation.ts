import { decodeEntities } from '../page/entities.ts';
import { etAl } from '../page/author.ts';
import { formatBibName } from './citable.ts';

/** What a citation for readers, as academicpages has it, says about a publication. */
export interface ParsedCitation {
  /** The names in their natural order, or one name: the list as written, if it cannot be split. */
  authors?: string[];
  volume?: string;
  issue?: string;
  /** With an en dash: `45–78`. */
  page?: string;
}

/**
 * Parses a citation such as `Fjord, Ida, Jon Sund, and Mia Strand (2012). "Ebb." Journal of Tides 23(4):1-14.`
 * @param known The title and the venue of the publication, which mark the end of the authors and the
 * start of the volume.
 */
export function parseCitation(
  citation: string,
  { title, venue }: { title: string; venue?: string | undefined },
): ParsedCitation {
  const text = stripMarkup(citation);
  const people = findPeople(text, stripMarkup(title));
  return {
    ...(people && { authors: splitPeople(people) }),
    ...findPlace(text, stripMarkup(title), stripMarkup(venue ?? '')),
  };
}

function stripMarkup(text: string): string {
  return decodeEntities(text.replace(/<[^>]*>/g, ''))
    .replace(/[*_]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where the authors end: at the year or at a title in quotes. */
const YEAR = /[\s,]*(?:\(\s*(?:\d{4}|in press|forthcoming|to appear)|(?<=[\s,.])\d{4}[a-z]?\b)/i;
const OPENING_QUOTE = /[\s,:]*(?:["“„«]|(?<=\s)['‘])/;

/** Returns the part of a citation before its year and title. Undefined if neither is found. */
function findPeople(text: string, title: string): string | undefined {
  const marks = [YEAR, OPENING_QUOTE].flatMap((mark) => mark.exec(text)?.index ?? []);
  const titleStart = findWords(text, title);
  const ends = marks.length > 0 ? marks : [titleStart].filter((start) => start !== -1);
  const people = text
    .slice(0, Math.min(...ends))
    .replace(/[\s,:;]+$/, '')
    // A full stop at the end belongs to an initial or ends the list.
    .replace(/(?<=\p{L}{2})\.$/u, '');
  return ends.length === 0 || people === '' ? undefined : people;
}

/** Returns where a text contains words, ignoring case; -1 if it does not, or if there are none. */
function findWords(text: string, words: string): number {
  if (words === '') return -1;
  const pattern = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return text.search(new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, 'iu'));
}

interface Part {
  text: string;
  /** A comma separates it from the part before it, not "and". */
  followsComma: boolean;
}

const ET_AL = /[\s,]*\bet\.? al\.?$/i;
/** What separates two parts of a list. */
const SEPARATOR = /(\s*,?\s+(?:and|&|und|y|et)\s+|\s*,\s*)/;
const suffix = /^(?:Jr|Sr|II|III|IV)\.?$/;
const degree = /^(?:Ph\.?\s?D|M\.?D|M\.?Sc|B\.?Sc|M\.?A|Dr|Prof|MPH|RN)\.?$/;

/** Splits a list of people into names in their natural order. Returns the list itself if it is ambiguous. */
function splitPeople(list: string): string[] {
  const people = list.replace(ET_AL, '');
  const names = people.includes(';')
    ? people
        .split(/\s*;\s*(?:and\s+|&\s*)?/)
        .filter(Boolean)
        .flatMap((person) => toNames(toParts(person)) ?? [person])
    : (toNames(toParts(people)) ?? [people]);
  return people === list ? names : [...names, etAl];
}

function toParts(list: string): Part[] {
  const parts: Part[] = [];
  const pieces = list.split(SEPARATOR);
  // Every second piece is a separator.
  for (let i = 0; i < pieces.length; i += 2) {
    const text = pieces[i]!.trim();
    if (text === '' || degree.test(text)) continue;
    const last = parts.at(-1);
    if (last && suffix.test(text)) last.text += ` ${text}`;
    else parts.push({ text, followsComma: pieces[i - 1]?.trim() === ',' });
  }
  return parts;
}

/** Returns the names of people in one of the usual styles; undefined for another one. */
function toNames(parts: readonly Part[]): string[] | undefined {
  const [first, second, ...rest] = parts;
  if (!first) return undefined;
  if (parts.every(isWholeName)) return parts.map(({ text }) => text);
  const isInvertedFirst = second?.followsComma === true && isGivenName(second);
  // "Fjord, Ida, Jon A. Sund, and Mia Strand"
  if (isInvertedFirst && rest.length > 0 && rest.every(isWholeName)) {
    return [invert(first, second), ...rest.map(({ text }) => text)];
  }
  // "Fjord, Ida, Sund, Jon, and Strand, Mia"
  const families = parts.filter((_, i) => i % 2 === 0);
  const givenNames = parts.filter((_, i) => i % 2 === 1);
  const isPaired =
    families.length === givenNames.length &&
    families.every(isFamilyName) &&
    givenNames.every((part) => part.followsComma && isGivenName(part));
  return isPaired ? families.map((family, i) => invert(family, givenNames[i]!)) : undefined;
}

function invert(family: Part, given: Part): string {
  const [, name = given.text, end] = /^(.*?)\s+((?:Jr|Sr|II|III|IV)\.?)$/.exec(given.text) ?? [];
  return formatBibName({ family: family.text, given: name, ...(end && { suffix: end }) });
}

/** Returns whether a part has a given name and a family name: `Jon A. Sund`, `J. Sund`, `Sund J`. */
function isWholeName({ text }: Part): boolean {
  return /\S\s+\S/.test(text) && !isInitials(text) && !/^\p{Ll}/u.test(text);
}

const PARTICLES = String.raw`(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|ten|ter|af|av|zu|zur|el|al|bin|ibn)\s+)*`;
const familyName = new RegExp(String.raw`^${PARTICLES}\p{Lu}`, 'u');
/** `Ida`, `Martin L.`, `Maria del Mar`. */
const givenName = new RegExp(
  String.raw`^\p{Lu}[\p{L}'’.-]*(?:\s+${PARTICLES}\p{Lu}[\p{L}'’.-]*)*$`,
  'u',
);

function isFamilyName({ text }: Part): boolean {
  return familyName.test(text);
}

function isGivenName({ text }: Part): boolean {
  return isInitials(text) || givenName.test(text);
}

function isInitials(text: string): boolean {
  return /^(?:\p{Lu}\p{Ll}?\.?[\s-]*)+$/u.test(text) && !/\p{L}{3}/u.test(text);
}

const PAGES = String.raw`(?:pp?\.\s*)?([A-Za-z]?\d+)\s*(?:--?|–)\s*([A-Za-z]?\d+)`;
/** `23(4):1-14`, `23(4), 1–14` and `1(1)`. */
const VOLUME_AND_ISSUE = new RegExp(
  String.raw`(?<![\d(])(\d{1,4})\s*\(\s*(\d+(?:[-–/]\d+)?|[A-Z]\d*)\s*\)(?:\s*[:,]\s*${PAGES})?`,
);
/** `vol. 23, no. 4, pp. 1–14`. */
const VOLUME_IN_WORDS = new RegExp(
  String.raw`\bvol(?:\.|ume)?\s*(\d{1,4})(?:\s*,?\s*(?:no\.?|issue|number)\s*(\d+))?(?:\s*[:,]\s*${PAGES})?`,
  'i',
);
/** `24:1-14`, `24, 1–14` or `24`, directly after the venue. */
const VOLUME = new RegExp(String.raw`^[\s,.]*(\d{1,4})(?=\s*(?:[:,.;]|$))(?:\s*[:,]\s*${PAGES})?`);

/** Finds the volume, issue and pages after the title. */
function findPlace(
  text: string,
  title: string,
  venue: string,
): Pick<ParsedCitation, 'volume' | 'issue' | 'page'> {
  const titleStart = findWords(text, title);
  const rest = titleStart === -1 ? text : text.slice(titleStart + title.length);
  const venueStart = findWords(rest, venue);
  const afterVenue = venueStart === -1 ? '' : rest.slice(venueStart + venue.length);
  const detailed = VOLUME_AND_ISSUE.exec(rest) ?? VOLUME_IN_WORDS.exec(rest);
  const [, volume, ...others] = detailed ?? VOLUME.exec(afterVenue) ?? [];
  const [issue, start, end] = detailed ? others : [undefined, ...others];
  if (volume === undefined || (detailed === null && isYear(volume))) return {};
  return {
    volume,
    ...(issue && { issue }),
    ...(start && end && { page: `${start}–${end}` }),
  };
}

function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}
