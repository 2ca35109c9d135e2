import { toHome } from '../model/home.ts';
import { now } from './now.ts';
import { getTalks } from './talks.ts';

/** What the home page shows of the talks. */
export async function getHome() {
  const { all } = await getTalks();
  const home = toHome(all, now);
  const shown = [...home.next, ...home.featured, ...home.recent];
  return { ...home, count: all.length, hasMath: shown.some(({ talk }) => talk.hasMath) };
}
