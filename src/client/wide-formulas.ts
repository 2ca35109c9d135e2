/**
 * Makes formulas that are wider than their column focusable, so that the keyboard can scroll them (WCAG 2.2,
 * 2.1.1). Formulas that fit are not focusable. Chromium and Firefox do this without the script.
 */
const formulas = document.querySelectorAll('.katex-display');
const updateTabStop = (formula: Element) => {
  if (formula.scrollWidth > formula.clientWidth) formula.setAttribute('tabindex', '0');
  else formula.removeAttribute('tabindex');
};
const observer = new ResizeObserver((entries) =>
  entries.forEach(({ target }) => updateTabStop(target)),
);
for (const formula of formulas) observer.observe(formula);
// Fonts change the width of the content but not that of the box.
void document.fonts.ready.then(() => formulas.forEach(updateTabStop));
