/**
 * The switch between light and dark. What the visitor chose is remembered until they choose again
 * what their system has anyway; the head of each page sets it before anything is drawn.
 */
const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');
const button = document.querySelector<HTMLButtonElement>('[data-scheme-switch]');

function isDark(): boolean {
  return root.dataset['scheme'] ? root.dataset['scheme'] === 'dark' : system.matches;
}

function label(): void {
  if (!button) return;
  button.textContent = (isDark() ? button.dataset['light'] : button.dataset['dark']) ?? '';
  button.hidden = false;
}

button?.addEventListener('click', () => {
  const dark = !isDark();
  if (dark === system.matches) {
    delete root.dataset['scheme'];
    localStorage.removeItem('scheme');
  } else {
    root.dataset['scheme'] = dark ? 'dark' : 'light';
    localStorage.setItem('scheme', root.dataset['scheme']);
  }
  label();
});
system.addEventListener('change', label);
label();
