import academicons from '@iconify-json/academicons/icons.json' with { type: 'json' };
import brands from '@iconify-json/fa6-brands/icons.json' with { type: 'json' };
import regular from '@iconify-json/fa6-regular/icons.json' with { type: 'json' };
import solid from '@iconify-json/fa6-solid/icons.json' with { type: 'json' };
import { getIconData, iconToSVG } from '@iconify/utils';

type IconSet = Parameters<typeof getIconData>[0];

/** Packs by the names that old front matter gives them. */
const packs: Record<string, IconSet> = {
  ai: academicons,
  academicons,
  fab: brands,
  brands,
  far: regular,
  fas: solid,
};

const everyPack = [solid, brands, academicons, regular];

export interface IconShape {
  viewBox: string;
  body: string;
}

/**
 * The drawing of an icon, or nothing for a name that no pack has. A wrong pack does not matter:
 * the other packs are searched. `brands/github` names pack and icon at once.
 */
export function findIcon(name: string, pack?: string): IconShape | undefined {
  const [iconName = '', prefix] = name.split('/').reverse();
  const named = packs[prefix ?? pack ?? ''];
  for (const set of named ? [named, ...everyPack] : everyPack) {
    const data = getIconData(set, iconName.toLowerCase());
    if (!data) continue;
    const { attributes, body } = iconToSVG(data);
    return { viewBox: attributes.viewBox, body };
  }
  return undefined;
}
