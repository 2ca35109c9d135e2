import { isMap } from '../../schema/describe.ts';
import { firstInside, itemsOf, textOf, type OldValue } from '../old-site/old-values.ts';
import type { Ledger } from './ledger.ts';
import { isLeftOver, leftOver } from './left-over.ts';
import type { OldSettings } from './old-settings.ts';
import { settingOf, type Piece, type OldWidget } from './widgets.ts';

/** How to reach the owner, as the contact widget had it: of its own, or from the configuration. */
export interface Contact {
  /** Lines of Markdown for what is no link: the address, office hours, mail in words. */
  details: Piece[];
  /** An address to write to, a number to call, names of accounts, lists of links. */
  links: OldValue[];
}

/** What a contact widget shows; values that the theme came with are entered as such. */
export function contactOf(widget: OldWidget, settings: OldSettings, ledger: Ledger): Contact {
  const found = (...keys: string[]): OldValue | undefined => {
    const value =
      settingOf(widget, ...keys) ?? settings.find(...keys.map((key) => `params.${key}`));
    if (!isLeftOver(textOf(value))) return value;
    ledger.leave(value, leftOver);
    return undefined;
  };
  const appointment = found('appointment_url');
  const at = textOf(appointment);
  const email = found('email');
  const isAddress = textOf(email)?.includes('@') ?? false;
  const details = [
    isAddress ? undefined : piece(email),
    piece(found('skype'), 'Skype: '),
    addressIn(found('address'), ledger),
    piece(found('directions')),
    piece(found('office_hours')),
    at === undefined ? undefined : { text: `[Make an appointment](<${at}>)`, from: [appointment] },
  ];
  const others = ['phone', 'telegram', 'keybase', 'discussion', 'contact_links'];
  const links = [isAddress ? email : undefined, ...others.map((key) => found(key))];
  return {
    details: details.filter((one) => one !== undefined),
    links: links.filter((one) => one !== undefined),
  };
}

function addressIn(address: OldValue | undefined, ledger: Ledger): Piece | undefined {
  if (!isMap(address?.value)) return piece(address);
  const street = firstInside(address, 'street');
  if (isLeftOver(textOf(street))) {
    ledger.leave(address, leftOver);
    return undefined;
  }
  const parts = ['street', 'city', 'region', 'postcode', 'country'].map((key) =>
    firstInside(address, key),
  );
  const [line, city, region, postcode, country] = parts.map((part) => textOf(part));
  const area = [region, postcode].filter(Boolean).join(' ');
  const text = [line, city, area, country].filter(Boolean).join(', ');
  const code = firstInside(address, 'country_code');
  if (country) ledger.leave(code, 'The name of the country is shown instead.');
  return text === '' ? undefined : { text, from: parts };
}

function piece(old: OldValue | undefined, before = ''): Piece | undefined {
  if (!Array.isArray(old?.value)) {
    const text = textOf(old);
    return text === undefined ? undefined : { text: before + text, from: [old] };
  }
  const items = itemsOf(old).filter((item) => textOf(item) !== undefined);
  if (items.length === 0) return undefined;
  return { text: items.map((item) => `- ${textOf(item)}`).join('\n'), from: items };
}
