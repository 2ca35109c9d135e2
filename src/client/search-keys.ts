/**
 * The keys that lead to the search from any page: `/`, and K with Ctrl or Cmd. They do nothing while
 * somebody writes, and `/` can be turned off on the search page, since those who speak to their
 * computer may press it unawares (WCAG 2.2, 2.1.4). Where they lead, the link of the search says.
 */
const link = document.querySelector<HTMLAnchorElement>('a[aria-keyshortcuts]');

addEventListener('keydown', (event) => {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const target = event.target as HTMLElement;
  const isSlash = key === '/' && !ctrlKey && !metaKey && !isOff();
  const isK = key.toLowerCase() === 'k' && ctrlKey !== metaKey && !shiftKey;
  const isWriting = target.isContentEditable || target.closest('input,select,textarea');
  if (!link || altKey || !(isSlash || isK) || isWriting || event.defaultPrevented) return;
  event.preventDefault();
  const field = document.querySelector<HTMLInputElement>('#q');
  if (!field) return location.assign(link.href);
  field.focus();
  field.select();
});

function isOff(): boolean {
  try {
    return 'noSlash' in localStorage;
  } catch {
    return false;
  }
}
