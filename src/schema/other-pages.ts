import { isEmpty } from './field.ts';

/**
 * True for the pages of other themes that lie among those of a section: widgets, and undated pages
 * that are lists or landing pages.
 */
export function isOtherPage(data: Record<string, unknown>, isDated: boolean): boolean {
  if (['widget', 'headless', 'cascade'].some((key) => isSet(data[key]))) return true;
  if (isDated) return false;
  if (isEmpty(data['title']) || isSet(data['sections'])) return true;
  const landing = /^(landing|widget_page|archive)/i;
  return ['type', 'layout'].some((key) => landing.test(String(data[key] ?? '')));
}

function isSet(value: unknown): boolean {
  return !isEmpty(value) && value !== false && value !== 'false';
}
