import type { Delivery } from '../../model/talk/delivery.ts';
import type { TalkLink } from '../../model/link.ts';
import { escapeHtml } from '../../model/rich-text.ts';
import { formatWhen } from '../../model/talk/when-text.ts';
import { escapeXml } from './feed-xhtml.ts';

const words = { scheduled: undefined, postponed: 'Postponed', cancelled: 'Cancelled' };

/** `Cancelled: R&D Day, Hall 3, 22 May 2024, 15:00, Vienna time`. */
export function deliveryText(delivery: Delivery, language: string): string {
  const { event, place, when, status } = delivery;
  const said = [event?.name.text, place?.full.text, onlineOf(delivery)];
  const held = [...said, formatWhen(when, language)].filter(Boolean).join(', ');
  const word = words[status];
  return word ? `${word}: ${held}` : held;
}

/** The same with links, and with what belongs to this delivery alone. */
export function deliveryHtml(delivery: Delivery, language: string): string {
  const { event, place, when, status, online, links, note } = delivery;
  const name = event && (event.href ? linkTo(event.href, event.name.html) : event.name.html);
  const said = [name, place?.full.html, onlineOf(delivery)];
  const held = [...said, escapeHtml(formatWhen(when, language))].filter(Boolean).join(', ');
  const word = words[status];
  const join = typeof online === 'string' ? [linkTo(online, 'Join')] : [];
  const led = [...join, ...links.map(linkToFile)].join(' · ');
  const line = `${word ? `<strong>${word}</strong>: ` : ''}${held}${led && ` (${led})`}`;
  return note ? `${line}<br>${note.html}` : line;
}

export function linkToFile({ href, label }: TalkLink): string {
  return linkTo(href, escapeHtml(label));
}

function linkTo(href: string, html: string): string {
  return `<a href="${escapeXml(href)}">${html}</a>`;
}

/** Said unless the place says so. */
function onlineOf({ online, event, place }: Delivery): string | undefined {
  if (!online || /online|virtual|zoom/i.test(place?.full.text ?? '')) return undefined;
  return event || place ? 'online' : 'Online';
}
