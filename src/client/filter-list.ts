/**
 * Narrows the list of a page to what a visitor picks, without leaving it. A link with `data-mark`
 * leads to a page of its own; pressed here, it leaves the items whose `data-marks` have that mark,
 * and pressed again it gives the others back. Kinds exclude each other; all else adds up. The choice
 * stands in the address of the page.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-mark]')];
const items = document.querySelectorAll<HTMLElement>('li[data-marks]');
const announcement = document.getElementById('narrowed');
let picked = new URLSearchParams(location.search).getAll('only');

function show(): void {
  let left = 0;
  for (const { dataset, classList, hidden } of items) {
    const marks = dataset.marks?.split(' ');
    const out = picked.some((mark) => !marks?.includes(mark));
    classList.toggle('left-out', out);
    if (!out && !hidden) left++;
  }
  for (const link of links) {
    const { mark } = link.dataset;
    const on = mark ? picked.includes(mark) : picked.length === 0;
    if (on) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  const count = left === 1 ? '1 result' : `${left} results`;
  if (announcement) announcement.textContent = picked.length > 0 ? count : '';
}

function pick(mark: string): void {
  const others = picked.filter((one) => one !== mark);
  const rest = mark.startsWith('kind-') ? others.filter((one) => !one.startsWith('kind-')) : others;
  picked = mark === '' ? [] : others.length < picked.length ? others : [...rest, mark];
  const only = picked.map((one) => `only=${encodeURIComponent(one)}`).join('&');
  history.replaceState(null, '', only === '' ? location.pathname : `?${only}`);
  show();
}

for (const link of links) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    pick(link.dataset.mark ?? '');
  });
}
if (picked.length > 0) show();
