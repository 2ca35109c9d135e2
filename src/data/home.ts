import { getCollection, render } from 'astro:content';
import { homePartId, homeTitles, defaultHome, type ShownPart } from '../model/site/home.ts';
import type { HomePart } from '../schema/home.ts';
import { homePartLoaders, type LoadedPart } from './home-parts.ts';
import { getSettings } from './entries.ts';

/** Returns the parts of the home page in their order, without empty ones. */
export async function getHome(): Promise<(LoadedPart & ShownPart)[]> {
  const { home = defaultHome } = await getSettings();
  const parts = await Promise.all(home.map((part) => loadPart(part, home)));
  return parts.flatMap((part) => part ?? []);
}

async function loadPart(part: HomePart, parts: readonly HomePart[]) {
  const { section, text, title } = part;
  const id = homePartId(part);
  if (section === undefined) return loadText(text, { id, title });
  const loaded = await homePartLoaders[section](part, parts);
  return loaded && { ...loaded, id, title: title ?? homeTitles[section] };
}

async function loadText(name: string | undefined, { id, title }: Pick<ShownPart, 'id' | 'title'>) {
  const texts = await getCollection('homeTexts');
  const entry = texts.find((text) => text.id === name);
  if (!entry) return undefined;
  const { data } = entry;
  const { subtitle, hasMath, hasPlayer } = data;
  const { Content } = await render(entry);
  const labels = { id, title: title ?? data.title };
  return { kind: 'text' as const, ...labels, subtitle, Content, hasMath, hasPlayer };
}
