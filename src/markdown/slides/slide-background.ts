import { parse, wcagContrast } from 'culori';
import type { Properties } from 'hast';
import type { TextFinding } from '../source/environment.ts';

/** The background of a slide, from its shortcode. */
export interface SlideBackground {
  /** The author's classes, and one that keeps the text readable on the background. */
  classes: string[];
  style: string;
  id?: string;
  trouble: Omit<TextFinding, 'position'>[];
}

const plainValue = /^[\w%., -]+$/;
const sized = ['size', 'position', 'repeat'] as const;
const moving = ['Video', 'Iframe', 'Gradient'];

/** Returns the address of an image by its name in the text; undefined for a missing file. */
type FindPicture = (written: string) => string | undefined;

/**
 * Reads `{{< slide background-image="…" background-color="…" class="…" id="…" >}}`. Ignores the
 * attributes of reveal.js for transitions.
 */
export function slideBackground(written: Properties, findPicture: FindPicture): SlideBackground {
  const value = (name: string) => {
    const found = written[`data${name}`];
    return typeof found === 'string' ? found.trim() : '';
  };
  const classes = value('Class').split(/\s+/).filter(Boolean);
  const rules: string[] = [];
  const trouble: SlideBackground['trouble'] = [];
  const colour = value('BackgroundColor') || plainColour(value('Background'));
  if (colour && parse(colour)) {
    rules.push(`background-color: ${colour}`);
  } else if (colour)
    trouble.push(
      leftOut(`the background colour "${colour}" is not a CSS colour, so it is ignored`),
    );
  const picture = value('BackgroundImage') || (colour ? '' : value('Background'));
  const address = picture && findPicture(picture);
  if (address) {
    rules.push(`background-image: url("${address.replace(/["\\\s]/g, encodeURIComponent)}")`);
  }
  if (rules.length > 0)
    classes.push(address ? 'pictured' : isDark(colour) ? 'on-dark' : 'on-light');
  for (const name of sized) {
    const set = value(`Background${name.charAt(0).toUpperCase()}${name.slice(1)}`);
    if (plainValue.test(set)) rules.push(`background-${name}: ${set}`);
  }
  for (const kind of moving) {
    if (value(`Background${kind}`)) {
      trouble.push(leftOut(`background-${kind.toLowerCase()} is not supported, so it is ignored`));
    }
  }
  const id = value('Id');
  return { classes, style: rules.join('; '), ...(id && { id }), trouble };
}

function plainColour(background: string): string {
  return parse(background) ? background : '';
}

/** Returns whether white text has more contrast than black. */
function isDark(colour: string): boolean {
  return wcagContrast(colour, '#fff') > wcagContrast(colour, '#000');
}

function leftOut(message: string): Omit<TextFinding, 'position'> {
  return {
    ...{ code: 'text/slide-background', severity: 'warning', message },
    remedy: 'Use background-color with a CSS colour, or background-image.',
  };
}
