/** A generated talk, to compare pages with. */
export interface GeneratedTalk {
  slug: string;
  /** The year of each delivery. */
  years: number[];
  tags: string[];
  kind?: string;
  video: boolean;
  slides: boolean;
}

/**
 * Generates talks from 2001 to 2025 and one each in 2026 and 2031, the same on every machine. The first
 * slugs are words that occur in addresses of the site.
 */
export function generateTalks(count: number): GeneratedTalk[] {
  const confusingSlugs = ['2019', 'video', 'keynote', 'year-2019'];
  return Array.from({ length: count }, (_, n): GeneratedTalk => {
    const year = n === 0 ? 2031 : n === 1 ? 2026 : 2001 + (n % 25);
    return {
      slug: confusingSlugs[n] ?? `talk-${n}`,
      years: n % 20 === 7 ? [year, year + 1] : [year],
      tags: [`Instrument ${n % 17}`, ...(n % 3 === 0 ? [`Method ${n % 5}`] : [])],
      ...(n % 4 === 0 && { kind: n % 8 === 0 ? 'Keynote' : 'Invited talk' }),
      video: n % 3 === 1,
      slides: n % 2 === 1,
    };
  });
}

/** Returns the talks as files of an author's folder. */
export function toTalkFiles(talks: readonly GeneratedTalk[]): Record<string, string> {
  return Object.fromEntries(
    talks.map((talk, n) => [`content/talks/${talk.slug}.md`, toFile(talk, n)]),
  );
}

function toFile({ slug, years, tags, kind, video, slides }: GeneratedTalk, n: number): string {
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
