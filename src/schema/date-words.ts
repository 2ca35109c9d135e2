const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?';
const DAY_FIRST = new RegExp(`^${WEEKDAY}(\\d{1,2})[\\s-]+([a-z]+)\\.?,?[\\s-]+(\\d{4})(.*)$`, 'i');
const MONTH_FIRST = new RegExp(`^${WEEKDAY}([a-z]+)\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})(.*)$`, 'i');

/**
 * `22 May 2024 15:00` and `May 22, 2024` as `2024-5-22…`; undefined for any other text.
 * English month names and their first three letters, as RFC 1123 dates have them.
 */
export function numericDate(text: string): string | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = MONTH_FIRST.exec(text);
  if (dayFirst) return join(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4]);
  if (monthFirst) return join(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4]);
  return undefined;
}

function join(year = '', word = '', day = '', rest = ''): string | undefined {
  const name = word.toLowerCase();
  const index = MONTHS.includes(name) ? MONTHS.indexOf(name) : LONG.indexOf(name);
  return index < 0 ? undefined : `${year}-${index + 1}-${day}${rest.replace(/^,/, '')}`;
}
