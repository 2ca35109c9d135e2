/**
 * Switches between the light and the dark scheme. The choice is stored until it is again the same as that of
 * the system. A script in the head of each page applies it before the first paint.
 */
const root = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const button = document.querySelector<HTMLButtonElement>('[data-scheme-switch]');

function isDark(): boolean {
  return root.dataset['scheme'] ? root.dataset['scheme'] === 'dark' : systemDark.matches;
}

function updateButton(): void {
  if (!button) return;
  button.textContent = (isDark() ? button.dataset['light'] : button.dataset['dark']) ?? '';
  button.hidden = false;
}

/** Gives the bar of the browser the colour of the page, whose scheme may not be that of the system. */
function updateThemeColour(): void {
  const { backgroundColor } = getComputedStyle(document.body);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = backgroundColor;
}

function showScheme(): void {
  updateButton();
  updateThemeColour();
}

button?.addEventListener('click', () => {
  const dark = !isDark();
  if (dark === systemDark.matches) {
    delete root.dataset['scheme'];
    localStorage.removeItem('scheme');
  } else {
    root.dataset['scheme'] = dark ? 'dark' : 'light';
    localStorage.setItem('scheme', root.dataset['scheme']);
  }
  showScheme();
});
systemDark.addEventListener('change', showScheme);
showScheme();
