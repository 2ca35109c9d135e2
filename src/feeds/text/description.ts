import type { TalkDelivery } from '../../model/talk/talk-deliveries.ts';
import { formatDay } from '../../model/page/format-when.ts';
import { getPlaceBesideEvent } from '../../model/talk/delivery.ts';

/** About the length of a description that search engines and shared links show, in characters. */
const maxLength = 160;

/** Returns a text on one line of at most 160 characters. A longer one is cut between words. */
export function toDescription(text: string): string {
  const line = text
    .replace(/\\([a-zA-Z]+)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= maxLength) return line;
  const start = line.slice(0, maxLength - 1);
  const end = line[start.length] === ' ' ? start.length : start.lastIndexOf(' ');
  const words = end > 0 ? start.slice(0, end) : start.replace(/[\uD800-\uDBFF]$/, '');
  return `${words.replace(/[\s.,;:–—-]+$/, '')}…`;
}

/** Returns the summary or abstract of a talk as plain text, or else when and where it is given. */
export function describeTalk({ talk, delivery }: TalkDelivery, language: string): string {
  const text = talk.summary?.text ?? talk.abstract?.text;
  if (text?.trim()) return text.trim();
  const { event, when } = delivery;
  const where = getPlaceBesideEvent(delivery)?.full;
  const parts = [event?.name.text, where?.text, formatDay(when, language)];
  return `Talk by ${talk.speakers.join(', ')}: ${parts.filter(Boolean).join(', ')}.`;
}
