/**
 * Runs the search page. Each change of the form starts a search and is stored in the address, so that it can
 * be shared and is in the history. Pagefind is loaded when the form gets the focus, or for a search in the
 * address. Without this script the page lists tags and years.
 */
import { toHitItems } from './search-hits.ts';
import {
  findPages,
  isEmptyQuery,
  loadEngine,
  toSearchAddress,
  toSearchQuery,
  type SearchResults,
  type SearchQuery,
} from './search-engine.ts';

/** The pause after the last key before a search starts, in milliseconds. */
const typingPause = 150;

const form = findElement<HTMLFormElement>('form[role="search"]');
const field = findElement<HTMLInputElement>('#q');
const status = findElement('#search-status');
const list = findElement('#search-hits');
const template = findElement<HTMLTemplateElement>('#search-hit');
const moreButton = findElement<HTMLButtonElement>('#search-more');
const browse = findElement('#search-browse');
const { index = '' } = form.dataset;

/** The number of the latest search: results of earlier ones are dropped. */
let searchNumber = 0;
let typingTimer = 0;
let shownResults: SearchResults | undefined;

form.addEventListener('focusin', () => void loadEngine(index).catch(() => {}), { once: true });
form.addEventListener('input', () => {
  clearTimeout(typingTimer);
  typingTimer = window.setTimeout(() => startSearch('replaceState'), typingPause);
});
form.addEventListener('change', ({ target }) => target !== field && startSearch('pushState'));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  // The keyboard of a phone would cover the results.
  if (matchMedia('(pointer: coarse)').matches) field.blur();
  startSearch('pushState');
});
form.addEventListener('reset', () =>
  setTimeout(() => {
    field.focus();
    startSearch('pushState');
  }),
);
form.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.isComposing || isEmptyQuery(readQuery())) return;
  event.preventDefault();
  form.reset();
});
moreButton.addEventListener('click', showMore);
addEventListener('popstate', showAddress);
bindSlashOption();
showAddress();

function findElement<E extends HTMLElement = HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
}

function readQuery(): SearchQuery {
  return toSearchQuery(new FormData(form));
}

/** Starts the search in the form, and stores it in the address. */
function startSearch(method: 'pushState' | 'replaceState'): void {
  clearTimeout(typingTimer);
  const address = toSearchAddress(location.pathname, readQuery());
  if (address !== location.pathname + location.search) history[method](null, '', address);
  void runSearch();
}

/** Starts the search in the address. */
function showAddress(): void {
  const { words, year, tag, section } = toSearchQuery(new URLSearchParams(location.search));
  field.value = words;
  for (const [name, value] of Object.entries({ year, tag, in: section })) {
    const select = form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
    if (select) select.value = value;
    // A year or tag that no longer exists is not a filter.
    if (select && select.selectedIndex < 0) select.value = '';
  }
  void runSearch();
}

async function runSearch(): Promise<void> {
  const number = ++searchNumber;
  const query = readQuery();
  form.toggleAttribute('data-asked', !isEmptyQuery(query));
  if (isEmptyQuery(query)) return showResults('');
  try {
    const results = await findPages(index, query);
    const items = toHitItems(await results.load(0), template);
    const message = results.count > 0 ? formatCount(results.count) : await explainNoResults(query);
    if (number === searchNumber) showResults(message, items, results);
  } catch {
    if (number === searchNumber)
      showResults('Search could not be loaded. Use the menu or the lists below instead.');
  }
}

function showResults(
  message: string,
  items = new DocumentFragment(),
  results?: SearchResults,
): void {
  browse.hidden = items.childElementCount > 0;
  list.replaceChildren(items);
  status.textContent = message;
  shownResults = results;
  moreButton.hidden = list.childElementCount >= (results?.count ?? 0);
}

async function showMore(): Promise<void> {
  const number = searchNumber;
  const first = list.childElementCount;
  const hits = (await shownResults?.load(first)) ?? [];
  if (number !== searchNumber || list.childElementCount !== first) return;
  list.append(toHitItems(hits, template));
  moreButton.hidden = list.childElementCount >= (shownResults?.count ?? 0);
  list.children[first]?.querySelector('a')?.focus();
}

async function explainNoResults({ words, year, tag, section }: SearchQuery): Promise<string> {
  const about = words ? ` for “${words}”` : '';
  const filters = [section && 'section', year && 'year', tag && 'tag'].filter(Boolean);
  const unfiltered =
    filters.length > 0
      ? await findPages(index, { words, year: '', tag: '', section: '' })
      : undefined;
  if (!unfiltered?.count) {
    return `No results${about}. Try fewer or different words, or browse the lists below.`;
  }
  const without = `${formatCount(unfiltered.count)} without ${filters.length === 1 ? 'it' : 'them'}`;
  return `No results${about} with the selected ${filters.join(' and ')}, but ${without}.`;
}

function formatCount(n: number): string {
  return n === 1 ? '1 result' : `${n} results`;
}

/** Binds the option that turns off the key `/`, which `search-keys.ts` reads; it is stored on this device only. */
function bindSlashOption(): void {
  const option = document.querySelector<HTMLInputElement>('#slash');
  if (!option) return;
  try {
    option.checked = !('noSlash' in localStorage);
    option.addEventListener('change', () => {
      if (option.checked) localStorage.removeItem('noSlash');
      else localStorage.setItem('noSlash', '');
    });
  } catch {
    // Without storage the option has no effect.
    option.closest('label')?.remove();
  }
}
