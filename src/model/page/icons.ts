import academicons from '@iconify-json/academicons/icons.json' with { type: 'json' };
import brands from '@iconify-json/fa6-brands/icons.json' with { type: 'json' };
import regular from '@iconify-json/fa6-regular/icons.json' with { type: 'json' };
import solid from '@iconify-json/fa6-solid/icons.json' with { type: 'json' };
import { getIconData } from '@iconify/utils/lib/icon-set/get-icon';
import { iconToSVG } from '@iconify/utils/lib/svg/build';
import { findOwn } from '../../schema/own-value.ts';
import { suggest } from '../../schema/suggest.ts';

type IconSet = Parameters<typeof getIconData>[0];

/** Icon packs by their names in the front matter of older themes. */
const packs: Record<string, IconSet> = {
  ai: academicons,
  academicons,
  fab: brands,
  brands,
  far: regular,
  fas: solid,
};

const allPacks: readonly IconSet[] = [solid, brands, academicons, regular];

export interface IconShape {
  viewBox: string;
  body: string;
}

/** Describes a name that no icon has, with the most similar one. */
export function describeUnknownIcon(name: string): { message: string; remedy: string } {
  const names = allPacks.flatMap(({ icons }) => Object.keys(icons));
  const near = suggest(name.split('/').at(-1) ?? name, names);
  return {
    message: `there is no icon named "${name}", so the link has a default icon`,
    remedy: near ? `Did you mean ${near}?` : 'Use the name of a Font Awesome or Academicons icon.',
  };
}

/**
 * Finds an icon. An icon that is not in the given pack is searched for in the others. The name may
 * contain the pack: `brands/github`.
 */
export function findIcon(name: string, pack?: string): IconShape | undefined {
  const [iconName = '', prefix] = name.split('/').reverse();
  const preferredPack = findOwn(packs, prefix ?? pack ?? '');
  for (const set of preferredPack ? [preferredPack, ...allPacks] : allPacks) {
    const word = iconName.toLowerCase();
    const isKnown = Object.hasOwn(set.icons, word) || Object.hasOwn(set.aliases ?? {}, word);
    const data = isKnown ? getIconData(set, word) : null;
    if (!data) continue;
    const { attributes, body } = iconToSVG(data);
    return { viewBox: attributes.viewBox, body };
  }
  return undefined;
}
