/**
 * Copies a reference. A button with `data-copies`, hidden where there is no clipboard, copies the
 * text of the `<pre>` beside it and says so, to eyes and to readers, in the status of its `<details>`.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', () => {
    const said = (text: string): void => {
      const status = button.closest('details')?.querySelector('[role="status"]');
      if (status) status.textContent = text;
    };
    const name = button.dataset.copies ?? '';
    const text = button.parentElement?.querySelector('pre')?.textContent ?? '';
    navigator.clipboard.writeText(text).then(
      () => said(`${name} copied`),
      () => said(`Copying failed. Select the ${name} text and copy it yourself.`),
    );
  });
}
