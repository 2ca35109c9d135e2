/** In the browser: numbers the elements that Tab should reach, in document order. */
export function numberFocusable(): number[] {
  const all = 'a[href], button, input:enabled, select, summary, [tabindex="0"]';
  return [...document.querySelectorAll<HTMLElement>(all)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element, index) => Number((element.dataset['order'] = String(index))));
}

/**
 * In the browser: returns the number of the element with the focus, or -1, and the reasons why the focus
 * cannot be seen.
 */
export function inspectFocus(): { index: number; faults: string[] } {
  const element = document.activeElement as HTMLElement;
  if (!element.dataset['order']) return { index: -1, faults: [] };
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const paper = getComputedStyle(document.body).backgroundColor;
  const box = element.getBoundingClientRect();
  const name = element.outerHTML.slice(0, 160);
  const faults = [
    (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) && `${name} has no outline`,
    contrast(outlineColor, paper) < 3 && `${name}: ${outlineColor} on ${paper}`,
    (box.bottom <= 0 || box.top >= innerHeight) && `${name} is out of sight`,
    isCovered(element) && `${name} is covered`,
  ];
  return {
    index: Number(element.dataset['order']),
    faults: faults.filter((fault) => fault !== false),
  };

  function isCovered(focused: HTMLElement): boolean {
    const { left, top, width, height } = focused.getClientRects()[0]!;
    const at = document.elementFromPoint(left + Math.min(width / 2, 8), top + height / 2);
    return at !== null && !focused.contains(at) && !at.contains(focused);
  }

  function contrast(first: string, second: string): number {
    const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [
      number,
      number,
    ];
    return (light + 0.05) / (dark + 0.05);
  }

  function luminance(colour: string): number {
    const linear = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    const [red = 0, green = 0, blue = 0] = linear;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
