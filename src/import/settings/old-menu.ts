import type { Ledger } from './ledger.ts';
import { targetOf, type MenuPlaces } from './menu-targets.ts';
import { fromWhere, type Item } from './noted-yaml.ts';
import { firstInside, itemsOf, textOf, type OldValue } from '../old-site/old-values.ts';
import { plainWords } from './old-words.ts';

/** The menu: entries in their order, children after their parent, each place once. */
export function menuItems(main: OldValue | undefined, places: MenuPlaces, ledger: Ledger): Item[] {
  const entries = inOrder(itemsOf(main));
  const found = entries.map((entry) => {
    const written = textOf(firstInside(entry, 'url', 'pageRef', 'link'));
    return { entry, to: written === undefined ? undefined : targetOf(written, places), written };
  });
  /** An entry for a selection of pages is not needed beside one for all of them. */
  const isMinor = ({ written }: (typeof found)[number]) => {
    const target = places.targets.get(written?.replace(/^\/?#/, '').toLowerCase() ?? '');
    return typeof target === 'string' && target.startsWith('featured_');
  };
  const best = found.toReversed().toSorted((a, b) => Number(isMinor(b)) - Number(isMinor(a)));
  const chosen = new Map(best.map((one) => [one.to, one.entry]));
  return found.flatMap(({ entry, to, written }): Item[] => {
    const [name, url] = [
      firstInside(entry, 'name', 'title'),
      firstInside(entry, 'url', 'pageRef', 'link'),
    ];
    const words = plainWords(textOf(name) ?? '') || undefined;
    if (words === undefined || written === undefined) {
      ledger.leave(entry, 'The menu entry has no name or no address.');
      return [];
    }
    const other = chosen.get(to);
    if (to === undefined || other !== entry) {
      const twin = textOf(firstInside(other, 'name', 'title'));
      const reason =
        to === undefined
          ? `The new site has no page for ${written}.`
          : `The entry "${twin}" links to the same page.`;
      ledger.leave(entry, reason);
      return [];
    }
    const [weight, parent] = [firstInside(entry, 'weight'), firstInside(entry, 'parent')];
    const from = { name, url, weight, parent, identifier: firstInside(entry, 'identifier') };
    return [{ value: { name: words, url: to }, from, note: fromWhere([entry]) ?? '' }];
  });
}

/** By weight, those without one last; children after their parent. Order of the file decides ties. */
function inOrder(entries: readonly OldValue[]): OldValue[] {
  const weight = (entry: OldValue) => Number(textOf(firstInside(entry, 'weight'))) || Infinity;
  const sorted = entries.toSorted((a, b) => {
    const [one, other] = [weight(a), weight(b)];
    return one === other ? 0 : one - other;
  });
  const idOf = (entry: OldValue) => textOf(firstInside(entry, 'identifier', 'name', 'title'));
  const ids = new Set(sorted.map(idOf));
  const parentOf = (entry: OldValue) => {
    const parent = textOf(firstInside(entry, 'parent'));
    return ids.has(parent) && parent !== idOf(entry) ? parent : undefined;
  };
  const below = (parent: string | undefined, depth: number): OldValue[] =>
    sorted
      .filter((entry) => parentOf(entry) === parent)
      .flatMap((entry) => [
        entry,
        ...itemsOf(firstInside(entry, 'children')),
        ...(depth < 4 && idOf(entry) !== undefined ? below(idOf(entry), depth + 1) : []),
      ]);
  const found = below(undefined, 0);
  return [...found, ...sorted.filter((entry) => !found.includes(entry))];
}
