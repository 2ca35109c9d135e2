/**
 * Shows the problems of the content at the lower edge of every page of `npm start`: a line that opens to a list, in which
 * each place is a link that opens the editor. A built site does not contain this script.
 */
import { type ListedProblem, type ProblemList, problemsEvent } from '../model/site/problem-list.ts';

const style = `
  :host { position: sticky; inset-block-end: 0; z-index: 10; display: block; }
  details { box-sizing: border-box; max-block-size: 45vh; overflow: auto; padding: 0.5rem 1rem;
    background: var(--mark); color: var(--ink); border-block-start: 2px solid var(--soft);
    font: 1rem/1.45 var(--text); overflow-wrap: anywhere; }
  .error { border-color: var(--accent); }
  summary { cursor: pointer; }
  summary:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  a { color: var(--accent); text-underline-offset: 0.15em; }
  ul { list-style: none; margin: 0.5rem 0 0; padding: 0; }
  li { max-inline-size: 50rem; margin-block: 0.75rem; }
  p { margin: 0; }
  small { color: var(--soft); font-size: 0.85rem; }
  @media print { :host { display: none; } }
`;

/** Under this name the tab remembers whether the list is open: saving a file reloads the page. */
const storageKey = 'lectern-problems-open';

const host = createElement('aside');
host.setAttribute('aria-label', 'Problems of the site');
const shadow = host.attachShadow({ mode: 'open' });

import.meta.hot?.on(problemsEvent, (list: ProblemList) => {
  if (list.total === 0) host.remove();
  else {
    shadow.replaceChildren(createElement('style', style), createDetails(list));
    document.body.append(host);
  }
});
import.meta.hot?.send(problemsEvent, { path: location.pathname });

function createDetails({ problems, total, isPageBroken, progress }: ProblemList) {
  const [first] = problems;
  const title = `${total} ${total === 1 ? 'problem' : 'problems'} · `;
  const summary = createElement('summary', title);
  if (first) summary.append(createLink(first), isPageBroken ? ` ${first.text}` : '');
  const items = problems.map((problem) =>
    createElement(
      'li',
      createLink(problem),
      createElement('p', `${problem.isError ? 'Error: ' : ''}${problem.text}`),
      createElement('small', problem.code),
    ),
  );
  const details = createElement('details', summary, createElement('ul', ...items));
  details.className = problems.some(({ isError }) => isError) ? 'error' : '';
  details.open = sessionStorage.getItem(storageKey) === 'true';
  details.addEventListener('toggle', () => {
    sessionStorage.setItem(storageKey, String(details.open));
  });
  const rest = total - problems.length;
  if (rest > 0) details.append(createElement('p', `The terminal lists ${rest} more.`));
  if (progress) details.append(createElement('p', progress));
  return details;
}

/** Creates a link that opens the editor at a place in a file. */
function createLink({ place, location }: ListedProblem): HTMLAnchorElement {
  const link = createElement('a', place);
  link.href = `/__open-in-editor?file=${encodeURIComponent(location)}`;
  link.title = 'Open in your editor';
  link.addEventListener('click', (event) => {
    event.preventDefault();
    void fetch(link.href);
  });
  return link;
}

function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}
