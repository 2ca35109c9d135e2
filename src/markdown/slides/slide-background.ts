import { createRequire } from 'node:module';
import type * as Culori from 'culori';
import type { Properties } from 'hast';
import type { TextFinding } from '../source/markdown-context.ts';

/** The background of a slide, from its shortcode. */
export interface SlideBackground {
  /** The author's classes, and one that keeps the text readable on the background. */
  classes: string[];
  style: string;
  id?: string;
  findings: Omit<TextFinding, 'position'>[];
}

const require = createRequire(import.meta.url);
/** Loads culori when a slide has a background: it has 150 modules. */
const loadCulori = () => require('culori') as typeof Culori;

const safeValue = /^[\w%., -]+$/;
const styleNames = ['size', 'position', 'repeat'] as const;
const unsupportedKinds = ['Video', 'Iframe', 'Gradient'];

/** Returns the address of an image by its name in the text; undefined for a missing file. */
type FindImage = (name: string) => string | undefined;

/**
 * Reads `{{< slide background-image="…" background-color="…" class="…" id="…" >}}`. Ignores the
 * attributes of reveal.js for transitions.
 */
export function toSlideBackground(properties: Properties, findImage: FindImage): SlideBackground {
  const getValue = (name: string) => {
    const text = properties[`data${name}`];
    return typeof text === 'string' ? text.trim() : '';
  };
  const classes = getValue('Class').split(/\s+/).filter(Boolean);
  const rules: string[] = [];
  const findings: SlideBackground['findings'] = [];
  const colour = getValue('BackgroundColor') || toColour(getValue('Background'));
  if (colour && loadCulori().parse(colour)) {
    rules.push(`background-color: ${colour}`);
  } else if (colour)
    findings.push(
      toFinding(`the background colour "${colour}" is not a CSS colour, so it is ignored`),
    );
  const image = getValue('BackgroundImage') || (colour ? '' : getValue('Background'));
  const address = image && findImage(image);
  if (address) {
    rules.push(`background-image: url("${address.replace(/["\\\s]/g, encodeURIComponent)}")`);
  }
  if (rules.length > 0)
    classes.push(address ? 'pictured' : isDark(colour) ? 'on-dark' : 'on-light');
  for (const name of styleNames) {
    const value = getValue(`Background${name.charAt(0).toUpperCase()}${name.slice(1)}`);
    if (safeValue.test(value)) rules.push(`background-${name}: ${value}`);
  }
  for (const kind of unsupportedKinds) {
    if (getValue(`Background${kind}`)) {
      findings.push(
        toFinding(`background-${kind.toLowerCase()} is not supported, so it is ignored`),
      );
    }
  }
  const id = getValue('Id');
  return { classes, style: rules.join('; '), ...(id && { id }), findings };
}

function toColour(background: string): string {
  return background && loadCulori().parse(background) ? background : '';
}

/** Returns whether white text has more contrast than black. */
function isDark(colour: string): boolean {
  const { wcagContrast } = loadCulori();
  return wcagContrast(colour, '#fff') > wcagContrast(colour, '#000');
}

function toFinding(message: string): Omit<TextFinding, 'position'> {
  return {
    ...{ code: 'text/slide-background', message },
    remedy: 'Use background-color with a CSS colour, or background-image.',
  };
}
