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
