import type { Properties } from 'hast';
import { parse, wcagContrast } from 'culori';
import type { TextFinding } from '../environment.ts';

/** What a slide stands on, by its shortcode. */
export interface SlideGround {
  /** The author's own, and those that keep the words on the ground readable. */
  classes: string[];
  style: string;
  id?: string;
  trouble: Omit<TextFinding, 'position'>[];
}

const plainValue = /^[\w%., -]+$/;
const sized = ['size', 'position', 'repeat'] as const;
const moving = ['Video', 'Iframe', 'Gradient'];

/** The address of a picture by the name that the text has for it; undefined where there is none. */
type FindPicture = (written: string) => string | undefined;

/**
 * Reads `{{< slide background-image="…" background-color="…" class="…" id="…" >}}`. How slides follow
 * one another is not up to a slide here: what reveal.js has for that is passed over.
 */
export function slideGround(written: Properties, findPicture: FindPicture): SlideGround {
  const value = (name: string) => {
    const found = written[`data${name}`];
    return typeof found === 'string' ? found.trim() : '';
  };
  const classes = value('Class').split(/\s+/).filter(Boolean);
  const rules: string[] = [];
  const trouble: SlideGround['trouble'] = [];
  const colour = value('BackgroundColor') || plainColour(value('Background'));
  if (colour && parse(colour)) {
    rules.push(`background-color: ${colour}`);
  } else if (colour) trouble.push(leftOut(`the colour "${colour}" is none that is known`));
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
      trouble.push(leftOut(`a ${kind.toLowerCase()} behind a slide is not shown`));
    }
  }
  const id = value('Id');
  return { classes, style: rules.join('; '), ...(id && { id }), trouble };
}

function plainColour(background: string): string {
  return parse(background) ? background : '';
}

/** Whether white stands out more than black. */
function isDark(colour: string): boolean {
  return wcagContrast(colour, '#fff') > wcagContrast(colour, '#000');
}

function leftOut(message: string): Omit<TextFinding, 'position'> {
  return {
    ...{ code: 'text/slide-background', severity: 'warning', message },
    remedy: 'Write background-color or background-image. Until then the slide stands on paper.',
  };
}
