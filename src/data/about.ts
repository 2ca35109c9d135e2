import { getEntry, render } from 'astro:content';
import { getPageBody } from './pages.ts';
import { getOwner } from './people.ts';
import { getSite } from './site.ts';

/**
 * The biography: its text as a component or as HTML, and the portrait. Without `about.md` they are those
 * of the owner's own file; undefined when there is neither.
 */
export async function getAbout() {
  const entry = await getEntry('about', 'about');
  if (!entry) return getAboutOwner();
  const { portrait, portraitAlt, animated = false, hasMath, hasPlayer } = entry.data;
  const { Content } = await render(entry);
  const { name } = await getSite();
  return {
    Content,
    html: undefined,
    hasMath,
    hasPlayer,
    ...(portrait && { picture: { image: portrait, alt: portraitAlt ?? name, animated } }),
  };
}

async function getAboutOwner() {
  const owner = await getOwner();
  if (!owner) return undefined;
  const { slug, title, bio, picture, hasBody, hasMath, hasPlayer } = owner;
  return {
    Content: hasBody ? await getPageBody('people', slug) : undefined,
    html: hasBody ? undefined : bio?.html,
    ...{ hasMath, hasPlayer },
    ...(picture && { picture: { ...picture, alt: picture.alt || title.text } }),
  };
}
