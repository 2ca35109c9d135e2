/**
 * Filters the list of a page without leaving it. A link with `data-mark` links to a page of its own; here a
 * click shows only the items with that key in `data-marks`, and a second click shows all again. Filters
 * by kind replace each other; all others are combined. The keys are in the address of the page.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-mark]')];
const items = document.querySelectorAll<HTMLElement>('li[data-marks]');
const announcement = document.getElementById('narrowed');
let pickedKeys = new URLSearchParams(location.search).getAll('only');

function showMatches(): void {
  let count = 0;
  for (const { dataset, classList, hidden } of items) {
    const keys = dataset.marks?.split(' ');
    const isFilteredOut = pickedKeys.some((key) => !keys?.includes(key));
    classList.toggle('left-out', isFilteredOut);
    if (!isFilteredOut && !hidden) count++;
  }
  for (const link of links) {
    const { mark } = link.dataset;
    const isActive = mark ? pickedKeys.includes(mark) : pickedKeys.length === 0;
    if (isActive) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  const text = count === 1 ? '1 result' : `${count} results`;
  if (announcement) announcement.textContent = pickedKeys.length > 0 ? text : '';
}

function toggleKey(key: string): void {
  const others = pickedKeys.filter((picked) => picked !== key);
  const rest = key.startsWith('kind-')
    ? others.filter((other) => !other.startsWith('kind-'))
    : others;
  pickedKeys = key === '' ? [] : others.length < pickedKeys.length ? others : [...rest, key];
  const query = pickedKeys.map((picked) => `only=${encodeURIComponent(picked)}`).join('&');
  history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
  showMatches();
}

for (const link of links) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    toggleKey(link.dataset.mark ?? '');
  });
}
if (pickedKeys.length > 0) showMatches();
