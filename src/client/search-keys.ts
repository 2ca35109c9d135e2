/**
 * Opens the search from any page with `/`, or K with Ctrl or Cmd. The keys are ignored while typing. `/` can
 * be turned off on the search page, because users of speech input may press it by accident (WCAG 2.2,
 * 2.1.4). The address of the search is in the link to it.
 */
const link = document.querySelector<HTMLAnchorElement>('a[aria-keyshortcuts]');

addEventListener('keydown', (event) => {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const target = event.target as HTMLElement;
  const isSlash = key === '/' && !ctrlKey && !metaKey && !isSlashOff();
  const isK = key.toLowerCase() === 'k' && ctrlKey !== metaKey && !shiftKey;
  const isWriting = target.isContentEditable || target.closest('input,select,textarea');
  if (!link || altKey || !(isSlash || isK) || isWriting || event.defaultPrevented) return;
  event.preventDefault();
  const field = document.querySelector<HTMLInputElement>('#q');
  if (!field) return location.assign(link.href);
  field.focus();
  field.select();
});

function isSlashOff(): boolean {
  try {
    return 'noSlash' in localStorage;
  } catch {
    return false;
  }
}
