import type { Occasion } from '../../model/order.ts';
import { formatDay } from '../../model/talk/when-text.ts';

/** About as much as search engines and shared links show of a description, in characters. */
const mostCharacters = 160;

/** A text in one line of 160 characters at most, cut between words, where an ellipsis then stands. */
export function toDescription(text: string): string {
  const line = text
    .replace(/\\([a-zA-Z]+)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= mostCharacters) return line;
  const begun = line.slice(0, mostCharacters - 1);
  const end = line[begun.length] === ' ' ? begun.length : begun.lastIndexOf(' ');
  const words = end > 0 ? begun.slice(0, end) : begun.replace(/[\uD800-\uDBFF]$/, '');
  return `${words.replace(/[\s.,;:–—-]+$/, '')}…`;
}

/** What a talk is about, as plain text; where the author does not say, when and where it is given. */
export function describeTalk({ talk, delivery }: Occasion, language: string): string {
  const said = talk.summary?.text ?? talk.abstract?.text;
  if (said?.trim()) return said.trim();
  const { event, place, when } = delivery;
  const held = [event?.name.text, place?.full.text, formatDay(when, language)];
  return `Talk by ${talk.speakers.join(', ')}: ${held.filter(Boolean).join(', ')}.`;
}

/**
 * A language tag as Open Graph writes locales, with the country where most of its speakers live
 * when the tag names none: `en-GB` → `en_GB`, `de` → `de_DE`.
 */
export function toLocale(language: string): string {
  const { language: name, region } = new Intl.Locale(language).maximize();
  return region ? `${name}_${region}` : name;
}
