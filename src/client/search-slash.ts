/** Keeps, on this device alone, whether `/` leads to the search; `search-keys.ts` reads it. */
export function keepSlashChoice(): void {
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
