import { firstInside, itemsOf, textOf } from '../old-site/old-values.ts';
import { settingOf, type OldWidget } from './old-widgets.ts';

/**
 * Whether a widget of features shows skills, each with a word or a share of how well, and no sentences: the
 * themes have the same one for what a group does or a product can.
 */
export function isSkills(widget: OldWidget): boolean {
  const title = textOf(settingOf(widget, 'title')) ?? '';
  const items = itemsOf(settingOf(widget, 'feature', 'items'));
  const words = items.map((item) => textOf(firstInside(item, 'description')) ?? '');
  return /skill|hobb|expertise|tools/i.test(title) || words.every((one) => one.length <= 40);
}
