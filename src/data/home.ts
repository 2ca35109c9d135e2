import { getTalks } from './talks.ts';

const mostRecent = 5;

/** What the home page shows of the talks. The next talk is not featured a second time. */
export async function getHome() {
  const { all, featured, past, upcoming } = await getTalks();
  const [next] = upcoming;
  const chosen = featured.filter((talk) => talk !== next);
  const recent = past.slice(0, mostRecent);
  const hasMath = [...chosen, ...recent, next].some((talk) => talk?.hasMath);
  return { count: all.length, next, featured: chosen, recent, hasMath };
}
