import { getCollection, render } from 'astro:content';
import { homePartId, homeTitles, defaultHome, type ShownPart } from '../model/site/home.ts';
import type { HomePart } from '../schema/home.ts';
import { homeReaders, type FoundPart } from './home-parts.ts';
import { getSettings } from './entries.ts';

/** What the home page shows, in its order; a part without content is left out. */
export async function getHome(): Promise<(FoundPart & ShownPart)[]> {
  const { home = defaultHome } = await getSettings();
  const parts = await Promise.all(home.map((part) => readPart(part, home)));
  return parts.flatMap((part) => part ?? []);
}

async function readPart(part: HomePart, all: readonly HomePart[]) {
  const { section, text, title } = part;
  const id = homePartId(part);
  if (section === undefined) return readText(text, { id, title });
  const found = await homeReaders[section](part, all);
  return found && { ...found, id, title: title ?? homeTitles[section] };
}

async function readText(name: string | undefined, { id, title }: Pick<ShownPart, 'id' | 'title'>) {
  const texts = await getCollection('homeTexts');
  const entry = texts.find((one) => one.id === name);
  if (!entry) return undefined;
  const { data } = entry;
  const { subtitle, hasMath, hasPlayer } = data;
  const { Content } = await render(entry);
  const named = { id, title: title ?? data.title };
  return { kind: 'text' as const, ...named, subtitle, Content, hasMath, hasPlayer };
}
