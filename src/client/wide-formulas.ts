/**
 * A formula that is wider than its column scrolls by itself, and must do so by the keyboard too (WCAG
 * 2.2, 2.1.1). One that fits is no stop on the way. Chromium and Firefox see to it without this script.
 */
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});
for (const formula of document.querySelectorAll('.katex-display')) observer.observe(formula);
