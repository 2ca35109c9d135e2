import { isEmpty } from '../../schema/field.ts';
import { START_KEYS } from '../../schema/talk.ts';

const DATED = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/;

/**
 * What a file says, with what its name says as Jekyll reads it: `2021-09-11-why-we-count` is of that
 * day, and without a title it is called Why We Count. Front matter goes first.
 */
export function withNameDate(data: Record<string, unknown>, stem: string): Record<string, unknown> {
  const [, year, month = '', day = '', rest = ''] = DATED.exec(stem) ?? [];
  if (year === undefined || !isWithin(month, 12) || !isWithin(day, 31)) return data;
  const isDated = [...START_KEYS, 'deliveries'].some((key) => !isEmpty(data[key]));
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return {
    ...data,
    ...(!isDated && { date }),
    ...(isEmpty(data['title']) && { title: toTitle(rest) }),
  };
}

function isWithin(digits: string, most: number): boolean {
  return Number(digits) >= 1 && Number(digits) <= most;
}

function toTitle(words: string): string {
  return words
    .split('-')
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
