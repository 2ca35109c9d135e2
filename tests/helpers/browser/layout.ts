/** In the browser: finds pairs of texts that overlap. */
export function findOverlaps(): string[] {
  const blocks = 'h1, h2, h3, p, dt, dd, figcaption, pre, summary, footer a, header a';
  const boxes = [...document.querySelectorAll<HTMLElement>(blocks)]
    .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, .katex'))
    .filter((element) => !element.matches('.skip, .visually-hidden'))
    // Slides are stacked; one of them is visible.
    .filter((element) => !element.closest('.presenting .slide:not(.present)'))
    .map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      // Text after an ellipsis is not visible.
      const isCut = getComputedStyle(element).overflow === 'hidden';
      return { element, box: (isCut ? element : range).getBoundingClientRect() };
    })
    .filter(({ box }) => box.width > 0 && box.height > 0);
  return boxes.flatMap(({ element, box }, i) =>
    boxes
      .slice(i + 1)
      .filter(({ element: other }) => !element.contains(other) && !other.contains(element))
      .filter(
        ({ box: other }) =>
          Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2 &&
          // Lines are closer together than the boxes of their letters.
          Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 12,
      )
      .map(({ element: other }) => `${element.outerHTML} × ${other.outerHTML}`.slice(0, 300)),
  );
}

/**
 * In the browser: finds targets smaller than the 44 px of WCAG 2.2, 2.5.5, with their sizes. Links in a
 * line of text may be smaller.
 */
export function findSmallTargets(): string[] {
  const inputs = 'input:enabled:not(label input), label:has(input:enabled)';
  const targets = `a[href], button, select, summary, ${inputs}`;
  return [...document.querySelectorAll<HTMLElement>(targets)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !isInText(element))
    .map((element) => ({ element, box: boxOf(element).getBoundingClientRect() }))
    .filter(({ box }) => Math.round(box.width) < 44 || Math.round(box.height) < 44)
    .map(({ element, box }) => `${element.outerHTML.slice(0, 200)}: ${box.width} × ${box.height}`);

  /** Returns the element whose box is the target: a link may cover its whole entry. */
  function boxOf(element: HTMLElement): Element {
    const covers = getComputedStyle(element, '::after').position === 'absolute';
    return (covers && element.offsetParent) || element;
  }

  function isInText(element: HTMLElement): boolean {
    if (getComputedStyle(element).display !== 'inline') return false;
    // A list of authors that expands is not a paragraph, but it is a line of text.
    const block = element.closest('p, li, td, dd, figcaption, h1, h2, h3, .authors');
    const words = (node: Element) => (node.textContent ?? '').replaceAll(/[\s,·]+/g, '').length;
    return block !== null && words(block) > words(element);
  }
}
