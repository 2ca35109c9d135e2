import { isEmpty } from './field.ts';

/**
 * Returns whether a file in the folder of a section is another kind of page of an older theme: a widget,
 * or an undated list or landing page.
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
