import { getEntry, render } from 'astro:content';
import { getSite } from './site.ts';

/** The biography: its text as a component, and the portrait. Undefined when there is none. */
export async function getAbout() {
  const entry = await getEntry('about', 'about');
  if (!entry) return undefined;
  const { portrait, portraitAlt, animated = false, hasMath, hasPlayer } = entry.data;
  const { Content } = await render(entry);
  const { name } = await getSite();
  return {
    Content,
    hasMath,
    hasPlayer,
    ...(portrait && { picture: { image: portrait, alt: portraitAlt ?? name, animated } }),
  };
}
