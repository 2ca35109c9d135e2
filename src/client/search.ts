/**
 * The search page: what is typed and chosen is searched for at once and stands in the address, so
 * that it can be passed on and found again by going back. Pagefind is loaded when somebody turns to
 * the form, or comes with a search in the address. Without this script the page lists tags and years.
 */
import { toItems } from './search-hits.ts';
import {
  findTalks,
  isEmptyQuery,
  loadEngine,
  queryAddress,
  toQuery,
  type Found,
  type SearchQuery,
} from './search-engine.ts';

/** How long somebody has stopped to type before it is searched for, in milliseconds. */
const pause = 150;

const form = find<HTMLFormElement>('form[role="search"]');
const field = find<HTMLInputElement>('#q');
const status = find('#search-status');
const list = find('#search-hits');
const template = find<HTMLTemplateElement>('#search-hit');
const more = find<HTMLButtonElement>('#search-more');
const browse = find('#search-browse');
const { index = '' } = form.dataset;

/** Counts the searches: what an earlier one finds is not shown after a later one has begun. */
let turn = 0;
let waiting = 0;
let shown: Found | undefined;

form.addEventListener('focusin', () => void loadEngine(index).catch(() => {}), { once: true });
form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => go('replaceState'), pause);
});
form.addEventListener('change', ({ target }) => target !== field && go('pushState'));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  // A phone's keyboard would lie over what is found.
  if (matchMedia('(pointer: coarse)').matches) field.blur();
  go('pushState');
});
form.addEventListener('reset', () =>
  setTimeout(() => {
    field.focus();
    go('pushState');
  }),
);
form.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.isComposing || isEmptyQuery(query())) return;
  event.preventDefault();
  form.reset();
});
more.addEventListener('click', showMore);
addEventListener('popstate', showAddress);
bindSlashChoice();
showAddress();

function find<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

function query(): SearchQuery {
  return toQuery(new FormData(form));
}

/** Searches for what the form says, and says so in the address. */
function go(how: 'pushState' | 'replaceState'): void {
  clearTimeout(waiting);
  const address = queryAddress(location.pathname, query());
  if (address !== location.pathname + location.search) history[how](null, '', address);
  void search();
}

/** Searches for what the address says. */
function showAddress(): void {
  const { words, year, tag, section } = toQuery(new URLSearchParams(location.search));
  field.value = words;
  for (const [name, value] of Object.entries({ year, tag, in: section })) {
    const select = form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
    if (select) select.value = value;
    // A year or tag that is not there any more narrows nothing down.
    if (select && select.selectedIndex < 0) select.value = '';
  }
  void search();
}

async function search(): Promise<void> {
  const mine = ++turn;
  const asked = query();
  form.toggleAttribute('data-asked', !isEmptyQuery(asked));
  if (isEmptyQuery(asked)) return show('');
  try {
    const found = await findTalks(index, asked);
    const items = toItems(await found.load(0), template);
    const words = found.count > 0 ? counted(found.count) : await missing(asked);
    if (mine === turn) show(words, items, found);
  } catch {
    if (mine === turn) show('Search could not be loaded. Use the menu or the lists below instead.');
  }
}

function show(words: string, items = new DocumentFragment(), found?: Found): void {
  browse.hidden = items.childElementCount > 0;
  list.replaceChildren(items);
  status.textContent = words;
  shown = found;
  more.hidden = list.childElementCount >= (found?.count ?? 0);
}

async function showMore(): Promise<void> {
  const mine = turn;
  const first = list.childElementCount;
  const hits = (await shown?.load(first)) ?? [];
  if (mine !== turn || list.childElementCount !== first) return;
  list.append(toItems(hits, template));
  more.hidden = list.childElementCount >= (shown?.count ?? 0);
  list.children[first]?.querySelector('a')?.focus();
}

async function missing({ words, year, tag, section }: SearchQuery): Promise<string> {
  const about = words ? ` for “${words}”` : '';
  const filters = [section && 'section', year && 'year', tag && 'tag'].filter(Boolean);
  const elsewhere =
    filters.length > 0
      ? await findTalks(index, { words, year: '', tag: '', section: '' })
      : undefined;
  if (!elsewhere?.count) {
    return `No results${about}. Try fewer or different words, or browse the lists below.`;
  }
  const without = `${counted(elsewhere.count)} without ${filters.length === 1 ? 'it' : 'them'}`;
  return `No results${about} with the selected ${filters.join(' and ')}, but ${without}.`;
}

function counted(n: number): string {
  return n === 1 ? '1 result' : `${n} results`;
}

/** Binds the option that turns off the key `/`, which `search-keys.ts` reads; it is stored on this device only. */
function bindSlashChoice(): void {
  const choice = document.querySelector<HTMLInputElement>('#slash');
  if (!choice) return;
  try {
    choice.checked = !('noSlash' in localStorage);
    choice.addEventListener('change', () => {
      if (choice.checked) localStorage.removeItem('noSlash');
      else localStorage.setItem('noSlash', '');
    });
  } catch {
    // A browser that keeps nothing cannot keep this.
    choice.closest('label')?.remove();
  }
}
