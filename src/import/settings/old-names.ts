import { readText } from '../../schema/text.ts';
import { textOf, type OldValue } from '../old-site/old-values.ts';
import type { Ledger } from './ledger.ts';
import { isLeftOver, leftOver } from './left-over.ts';
import type { OldOwner } from './old-owner.ts';
import type { OldSettings } from './old-settings.ts';
import { peopleKind, type OldWidget } from './widgets.ts';

/**
 * The name at the head of the site: that of its owner. A group's site keeps its title: one that says it is
 * of an organization, or has people on its home page and no biography.
 */
export function nameOf(
  settings: OldSettings,
  owner: OldOwner | undefined,
  widgets: readonly OldWidget[],
  ledger: Ledger,
): OldValue | undefined {
  const title = settings.find(
    'title',
    'params.hugoblox.identity.name',
    'params.hugoblox.branding.name',
  );
  const ofOwner = [
    owner?.name,
    settings.find('params.name'),
    settings.find('author.name'),
    settings.find('author'),
    settings.find('name'),
  ];
  const shown = widgets.filter(({ off, elsewhere }) => off === undefined && !elsewhere);
  const has = (kind: RegExp) => shown.some((widget) => kind.test(widget.kind));
  const type = settings.find(
    'params.site_type',
    'params.marketing.seo.site_type',
    'params.hugoblox.identity.type',
  );
  const isGroup =
    !/^person$/i.test(textOf(type) ?? 'person') ||
    (has(peopleKind) && !has(/^(about|biography|avatar)$/));
  const found = (isGroup ? [title, ...ofOwner] : [...ofOwner, title]).filter(
    (one) => textOf(one) !== undefined && readText(one?.value, () => undefined) !== undefined,
  );
  const meant = found.find((one) => !isLeftOver(textOf(one))) ?? found[0];
  const name = textOf(meant);
  for (const one of found) {
    const words = textOf(one);
    if (one === owner?.name) continue;
    if (words === name) ledger.use(one, 'site.yaml: name');
    else
      ledger.leave(
        one,
        isLeftOver(words) ? leftOver : `The site has the name of its owner, ${name}.`,
      );
  }
  return meant;
}
