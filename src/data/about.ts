import { getEntry, render } from 'astro:content';

/** The biography: its text as a component, and the portrait. Undefined when there is none. */
export async function getAbout() {
  const entry = await getEntry('about', 'about');
  if (!entry) return undefined;
  const { Content } = await render(entry);
  return { ...entry.data, Content };
}
