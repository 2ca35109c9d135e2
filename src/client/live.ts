/**
 * Updates upcoming dates on a page without a new build. Elements with `data-from` or `data-until`
 * (milliseconds since 1970) are shown only in that time. Elements with `data-start` and `data-end` show
 * the time until the start, and the start in the time zone of the visitor. Without this script the page
 * shows the state of its build, with the date of the build.
 */
const { lang } = document.documentElement;
const relativeFormat = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
const timeOptions = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
const timeFormat = new Intl.DateTimeFormat(lang, timeOptions);
const dateFormat = new Intl.DateTimeFormat(lang, {
  day: 'numeric',
  month: 'short',
  ...timeOptions,
});
const millisecondsPerMinute = 60_000;
const minutesPerDay = 1440;

function update(): void {
  const now = Date.now();
  for (const element of document.querySelectorAll<HTMLElement>('[data-from],[data-until]')) {
    const { from = 0, until = Infinity } = element.dataset;
    element.hidden = now < +from || now >= +until;
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-start]')) {
    const { start = 0, end = 0, wall } = element.dataset;
    const parts = [
      formatCountdown(now, +start, +end, wall),
      now < +end && formatLocalStart(+start, wall),
    ];
    element.textContent = parts.filter(Boolean).join(' · ');
  }
}

/** Formats the time until the start: `in 3 hours`, `tomorrow`, `now`; empty if it is over or more than a week away. */
function formatCountdown(now: number, start: number, end: number, wall?: string): string {
  if (now >= end) return '';
  if (now >= start)
    return wall ? relativeFormat.format(0, 'second') : relativeFormat.format(0, 'day');
  const minutes = Math.ceil((start - now) / millisecondsPerMinute);
  if (wall && minutes < 60) return relativeFormat.format(minutes, 'minute');
  if (wall && minutes < minutesPerDay)
    return relativeFormat.format(Math.round(minutes / 60), 'hour');
  const days = Math.round(
    (toMidnight(start) - toMidnight(now)) / (minutesPerDay * millisecondsPerMinute),
  );
  return days <= 7 ? relativeFormat.format(days, 'day') : '';
}

/** Formats the start in the time zone of the visitor; empty if it is the same as the local time of the talk. */
function formatLocalStart(start: number, wall?: string): string {
  const local = new Date(
    start - new Date(start).getTimezoneOffset() * millisecondsPerMinute,
  ).toISOString();
  if (!wall || local.startsWith(wall)) return '';
  return (local.startsWith(wall.slice(0, 10)) ? timeFormat : dateFormat).format(start);
}

function toMidnight(instant: number): number {
  return new Date(instant).setHours(0, 0, 0, 0);
}

update();
setInterval(update, millisecondsPerMinute / 2);
