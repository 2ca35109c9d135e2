import { makeImage } from '../make/images.ts';
import { makePdf } from '../make/pdf.ts';
import { talkFile } from '../make/talk-file.ts';

/** What a small site contains, as far as changes are made to it. A number stands for a version. */
export interface SiteState {
  talks: Map<string, TalkState>;
  /** The name of the owner, which is on every page. */
  name: string;
  person: { title: string; role: string };
  /** A number that a component prints. */
  component: number;
  /** A number in a style sheet. */
  style: number;
  /** The time of the build. */
  now: Date;
}

export interface TalkState {
  title: string;
  date: string;
  tags: string[];
  body: string;
  /** Written by the person too, whose page then lists it. */
  isShared: boolean;
  /** The versions of its image and of its PDF. */
  image?: number;
  pdf?: number;
}

export const day = 24 * 60 * 60 * 1000;
/** Around this time, the first talks change from upcoming to past. */
export const start = new Date('2026-01-15T12:00:00Z');

/** Returns a site of four talks, a person, a publication and a post. */
export function createSiteState(): SiteState {
  const talk = (title: string, daysAhead: number, more: Partial<TalkState> = {}): TalkState => ({
    ...{ title, date: toDate(daysAhead), tags: ['Algebra'], isShared: false },
    body: 'The mean of $n$ readings is $\\bar x = \\frac{1}{n} \\sum_i x_i$.',
    ...more,
  });
  return {
    talks: new Map([
      ['algebra', talk('On algebra', 2, { isShared: true, tags: ['Algebra', 'Geometry'] })],
      ['geometry', talk('On geometry', 9, { tags: ['Geometry'], image: 0, pdf: 0 })],
      ['topology', talk('On topology', -3, { tags: ['Topology'] })],
      ['logic', talk('On logic', -400)],
    ]),
    name: 'Ada Example',
    person: { title: 'José Sample', role: 'Student' },
    ...{ component: 0, style: 0, now: start },
  };
}

/** Returns the date of a talk, some days after the start. */
export function toDate(daysAhead: number): string {
  return new Date(start.getTime() + daysAhead * day).toISOString().replace('.000Z', 'Z');
}

/** Returns the files of the author's folder by their paths. */
export async function toAuthorFiles(state: SiteState): Promise<Map<string, string | Buffer>> {
  const files = new Map<string, string | Buffer>([
    [
      'content/site.yaml',
      `name: ${state.name}\nrole: Reader in Measurement\nurl: https://ada.example\ntimezone: Europe/London\n`,
    ],
    ['content/authors/jose/_index.md', talkFile({ ...state.person, user_groups: ['Students'] })],
    [
      'content/publications/mean.md',
      talkFile({ title: 'The mean', date: '2024-03-01', authors: ['Ada Example', 'jose'] }),
    ],
    ['content/posts/news.md', talkFile({ title: 'News', date: '2025-05-01' }, 'Some news.')],
  ]);
  for (const [slug, talk] of state.talks) {
    const { title, date, tags, body, isShared, image, pdf } = talk;
    const folder = `content/talks/${slug}`;
    const authors = isShared ? { authors: ['Ada Example', 'jose'] } : {};
    const link = pdf === undefined ? {} : { url_pdf: 'slides.pdf' };
    files.set(`${folder}/index.md`, talkFile({ title, date, tags, ...authors, ...link }, body));
    // Each version has another size.
    if (image !== undefined) {
      files.set(`${folder}/featured.png`, await makeImage('png', [64 + image, 40]));
    }
    if (pdf !== undefined) files.set(`${folder}/slides.pdf`, makePdf({ size: [640 + pdf, 360] }));
  }
  return files;
}

/** Returns the changed files of the program: their paths, and what a version makes of the original text. */
export function toProgramFiles(state: SiteState): Map<string, (text: string) => string> {
  return new Map([
    [
      'src/components/talk/TalkCard.astro',
      (text) => text.replace(/(<ListEntry [^>]*>)/, `$1 <span>Version ${state.component}</span>`),
    ],
    ['src/styles/base.css', (text) => `${text}\n:root { --version: ${state.style}; }\n`],
  ]);
}
