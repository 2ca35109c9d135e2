/**
 * Copies a citation. A button with `data-copies`, which is hidden without a clipboard, copies the text of
 * the `<pre>` next to it and announces that in the status of its `<details>`, also to screen readers.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', () => {
    const announce = (text: string): void => {
      const status = button.closest('details')?.querySelector('[role="status"]');
      if (status) status.textContent = text;
    };
    const name = button.dataset.copies ?? '';
    const text = button.parentElement?.querySelector('pre')?.textContent ?? '';
    navigator.clipboard.writeText(text).then(
      () => announce(`${name} copied`),
      () => announce(`Copying failed. Select the ${name} text and copy it yourself.`),
    );
  });
}
