/**
 * Keeps a page right about what is to come, without a new build. Elements with `data-from` or
 * `data-until` (milliseconds since 1970) are shown in that time alone; `data-start` and `data-end`
 * ask for how soon it is, and for the visitor's own clock. Without this script the page shows what
 * was right at its build, and says of what day that is.
 */
const { lang } = document.documentElement;
const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
const clock = new Intl.DateTimeFormat(lang, time);
const calendar = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', ...time });
const minute = 60_000;
const day = 1440;

function update(): void {
  const now = Date.now();
  for (const element of document.querySelectorAll<HTMLElement>('[data-from],[data-until]')) {
    const { from = 0, until = Infinity } = element.dataset;
    element.hidden = now < +from || now >= +until;
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-start]')) {
    const { start = 0, end = 0, wall } = element.dataset;
    const parts = [howSoon(now, +start, +end, wall), now < +end && onOwnClock(+start, wall)];
    element.textContent = parts.filter(Boolean).join(' · ');
  }
}

/** `in 3 hours`, `tomorrow`, `now`; nothing when it is over or more than a week away. */
function howSoon(now: number, start: number, end: number, wall?: string): string {
  if (now >= end) return '';
  if (now >= start) return wall ? relative.format(0, 'second') : relative.format(0, 'day');
  const minutes = Math.ceil((start - now) / minute);
  if (wall && minutes < 60) return relative.format(minutes, 'minute');
  if (wall && minutes < day) return relative.format(Math.round(minutes / 60), 'hour');
  const days = Math.round((midnight(start) - midnight(now)) / (day * minute));
  return days <= 7 ? relative.format(days, 'day') : '';
}

/** The start on the visitor's clock, where that differs from the clock on the wall. */
function onOwnClock(start: number, wall?: string): string {
  const own = new Date(start - new Date(start).getTimezoneOffset() * minute).toISOString();
  if (!wall || own.startsWith(wall)) return '';
  return (own.startsWith(wall.slice(0, 10)) ? clock : calendar).format(start);
}

function midnight(instant: number): number {
  return new Date(instant).setHours(0, 0, 0, 0);
}

update();
setInterval(update, minute / 2);
