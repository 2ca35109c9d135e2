/**
 * A formula that is wider than its column scrolls by itself, and must do so by the keyboard too (WCAG
 * 2.2, 2.1.1). One that fits is no stop on the way. Chromium and Firefox see to it without this script.
 */
const formulas = document.querySelectorAll('.katex-display');
const look = (formula: Element) => {
  if (formula.scrollWidth > formula.clientWidth) formula.setAttribute('tabindex', '0');
  else formula.removeAttribute('tabindex');
};
const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => look(target)));
for (const formula of formulas) observer.observe(formula);
// Its letters make it wider, and its box no larger.
void document.fonts.ready.then(() => formulas.forEach(look));
