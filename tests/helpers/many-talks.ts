/** What a made-up talk is like, for comparing pages with it. */
export interface MadeUpTalk {
  slug: string;
  /** Of each of its deliveries. */
  years: number[];
  tags: string[];
  kind?: string;
  video: boolean;
  slides: boolean;
}

/**
 * Talks made up by rule, spread over the years 2001 to 2025, and one to come in 2026 and in 2031: the
 * same on every machine. The slugs of the first are words that addresses of the site are made of.
 */
export function manyTalks(count: number): MadeUpTalk[] {
  const awkward = ['2019', 'video', 'keynote', 'year-2019'];
  return Array.from({ length: count }, (_, n): MadeUpTalk => {
    const year = n === 0 ? 2031 : n === 1 ? 2026 : 2001 + (n % 25);
    return {
      slug: awkward[n] ?? `talk-${n}`,
      years: n % 20 === 7 ? [year, year + 1] : [year],
      tags: [`Instrument ${n % 17}`, ...(n % 3 === 0 ? [`Method ${n % 5}`] : [])],
      ...(n % 4 === 0 && { kind: n % 8 === 0 ? 'Keynote' : 'Invited talk' }),
      video: n % 3 === 1,
      slides: n % 2 === 1,
    };
  });
}

/** The talks as files of an author's folder. */
export function talkFiles(talks: readonly MadeUpTalk[]): Record<string, string> {
  return Object.fromEntries(
    talks.map((talk, n) => [`content/talks/${talk.slug}.md`, toFile(talk, n)]),
  );
}

function toFile({ slug, years, tags, kind, video, slides }: MadeUpTalk, n: number): string {
  const month = String(2 + (n % 10)).padStart(2, '0');
  const day = String(1 + (n % 28)).padStart(2, '0');
  const deliveries = years.map(
    (year) =>
      `  - event: Seminar ${n % 40}\n    location: Room ${n % 9}, Graz\n    date: ${year}-${month}-${day}T16:00:00Z\n`,
  );
  return `---
title: 'Measuring a quantity by means of ${slug}'
deliveries:
${deliveries.join('')}tags: [${tags.join(', ')}]
${kind ? `talk_type: ${kind}\n` : ''}${video ? `url_video: https://example.org/videos/${n}\n` : ''}${slides ? `url_slides: https://example.org/slides/${n}\n` : ''}---

How $\\sigma / \\sqrt{${n + 2}}$ tells when one more reading is worth its price.
`;
}
