import { capitalize, makeNounPhrase, makeSentence } from './prose.ts';
import { createRandom, pickInteger, pickItem, pickItems, type Random } from './random.ts';
import { makePdf, makePng } from './talk-files.ts';
import { makeAbstract, makeBody, type GeneratedText } from './talk-texts.ts';
import {
  adjectives,
  eventKinds,
  focalPoints,
  links,
  nouns,
  places,
  tags,
  venues,
  verbs,
} from './words.ts';

export interface TalkOptions {
  /** Selects other texts. By default 1. */
  seed?: number;
  /** Whether texts contain formulas. By default true. */
  math?: boolean;
  /** A tenth of the talks names this deck in `slides`. */
  slides?: string;
  /** A fifth of the talks names this page in `projects`. */
  project?: string;
  /** The fraction of talks with an image, `featured.png`. By default 0. */
  images?: number;
  /** The fraction of talks with a PDF, `slides.pdf`. By default 0. */
  files?: number;
}

export interface GeneratedTalk {
  slug: string;
  title: string;
  /** The start, such as 2024-05-13T09:00:00Z. */
  date: string;
  dateEnd: string;
  tags: string[];
  featured: boolean;
  /** The words of the abstract, not counting formulas. */
  abstractWords: number;
  abstractFormulas: Formulas;
  bodyFormulas: Formulas;
  /** The text of `index.md`. */
  markdown: string;
  /** The other files of the bundle, made when they are needed. */
  files: Record<string, () => Buffer | string>;
}

type Formulas = Pick<GeneratedText, 'inline' | 'display'>;

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Generates talk `index`, from 1, in the front matter of Wowchemy. It is the same for every number of
 * talks and on every machine.
 */
export function makeTalk(index: number, options: TalkOptions = {}): GeneratedTalk {
  const { seed = 1, math = true, slides = '', project = '', images = 0, files = 0 } = options;
  const random = createRandom(seed, index);
  const slug = `talk-${String(index).padStart(5, '0')}`;
  const title = `${makeTitle(random)} (${index})`;
  const event = `${capitalize(pickItem(random, adjectives))} ${capitalize(pickItem(random, nouns))} ${pickItem(random, eventKinds)}`;
  const [city, region, country] = pickItem(random, places);
  const location = `${pickItem(random, venues)}, ${city}`;
  const summary = makeSentence(random);
  const abstract = makeAbstract(random, math);
  const body = makeBody(random, math);
  const { allDay, start, end, published } = makeDates(random);
  const talkTags = pickItems(random, tags, 3).sort();
  const featured = random() < 0.05;
  const focalPoint = pickItem(random, focalPoints);
  const talkLinks = pickItems(random, links, pickInteger(random, 1, 2));
  const linked = {
    code: random() < 0.3,
    pdf: random() < 0.4,
    slides: random() < 0.4,
    video: random() < 0.25,
  };
  // A number is drawn even without a deck or project, so that all other values stay the same.
  const hasDeck = random() < 0.1 && slides !== '';
  const hasProject = random() < 0.2 && project !== '';
  const hasImage = random() < images;
  const hasPdf = random() < files;

  const toAddress = (kind: string, extension = '') =>
    `https://example.org/${kind}/${slug}${extension}`;
  const toLinked = (kind: keyof typeof linked, extension = '') =>
    quote(linked[kind] ? toAddress(kind, extension) : '');
  const frontMatter = [
    `title: ${quote(title)}`,
    `event: ${quote(event)}`,
    `event_url: https://example.org/events/${1000 + (index % 97)}`,
    `location: ${quote(location)}`,
    ...['address:', `  city: ${quote(city)}`, `  region: ${quote(region)}`],
    `  country: ${quote(country)}`,
    `summary: ${quote(summary)}`,
    ...['abstract: |-', indent(abstract.text)],
    ...[`date: '${start}'`, `date_end: '${end}'`, `all_day: ${allDay}`],
    `publishDate: '${published}'`,
    ...['authors: []', 'tags:', ...talkTags.map((tag) => `  - ${tag}`), `featured: ${featured}`],
    'image:',
    `  caption: ${quote(`Image credit: [**Synthetic**](https://example.org/credit/${index})`)}`,
    `  focal_point: ${focalPoint}`,
    'links:',
    ...talkLinks.flatMap(([icon, pack, name]) => [
      ...[`  - icon: ${icon}`, `    icon_pack: ${pack}`, `    name: ${name}`],
      `    url: ${toAddress(name.toLowerCase())}`,
    ]),
    `url_code: ${toLinked('code')}`,
    `url_pdf: ${hasPdf ? quote('slides.pdf') : toLinked('pdf', '.pdf')}`,
    `url_slides: ${toLinked('slides')}`,
    `url_video: ${toLinked('video')}`,
    `slides: ${hasDeck ? slides : '""'}`,
    ...(hasProject ? ['projects:', `  - ${project}`] : ['projects: []']),
    `math: ${math}`,
  ];
  return {
    slug,
    title,
    date: start,
    dateEnd: end,
    tags: talkTags,
    featured,
    abstractWords: abstract.words,
    abstractFormulas: { inline: abstract.inline, display: abstract.display },
    bodyFormulas: { inline: body.inline, display: body.display },
    markdown: `---\n${frontMatter.join('\n')}\n---\n\n${body.text}\n`,
    files: {
      ...(hasImage && { 'featured.png': () => makePng(random) }),
      ...(hasPdf && { 'slides.pdf': () => makePdf(title) }),
    },
  };
}

function makeTitle(random: Random): string {
  const preposition = () => pickItem(random, ['for', 'and', 'beyond', 'without', 'from', 'as']);
  const title = `${makeNounPhrase(random)} ${preposition()} ${pickItem(random, adjectives)} ${pickItem(random, nouns)}: ${pickItem(random, verbs)} the ${makeNounPhrase(random)}`;
  return capitalize(title);
}

/** Chooses the times of a talk from 2013 to 2027; a tenth of the talks last whole days. */
function makeDates(random: Random) {
  const from = Date.UTC(2013, 0, 1);
  const days = (Date.UTC(2027, 11, 31) - from) / day + 1;
  const date = from + Math.floor(random() * days) * day;
  const allDay = random() < 0.1;
  const start = allDay ? date : date + pickInteger(random, 8 * 2, 17 * 2) * 30 * minute;
  const end = allDay
    ? date + pickInteger(random, 0, 3) * day
    : start + pickItem(random, [30, 45, 60, 90]) * minute;
  // Always in the past, so that upcoming talks are published.
  const published = Math.min(date - pickInteger(random, 20, 150) * day, Date.UTC(2025, 0, 1));
  return { allDay, start: toIso(start), end: toIso(end), published: toIso(published) };
}

function toIso(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/** Returns a text in single quotes, as YAML needs it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line ? `  ${line}` : ''))
    .join('\n');
}
