import type { Section } from '../content/sections/section.ts';
import { sections } from '../content/sections/sections.ts';
import type { Block, Template } from './template.ts';

const title: Block = { note: 'The title.', key: 'title', needed: true, ask: 'Title' };
const mathTitle: Block = {
  ...title,
  note: 'The title. Write formulas between dollar signs: $E = mc^2$.',
};
const tags: Block = { note: 'The tags.', more: ['tags: [statistics, geometry]'] };
const otherAuthors: Block = {
  note: 'The authors, if you are not the only one. "me" is you.',
  more: ['authors: [me, Lin Sample]'],
};

/** With the note of its section. */
const summary = {
  ...{ key: 'summary', example: 'A short description.' },
  option: 'a summary of a project, post or course in one sentence',
};

/** Templates by the nouns of their sections. Other sections use `plainTemplate`. */
const templates: Partial<Record<string, Template>> = {
  talk: {
    example: 'talk "On Growth and Form" --date 2026-05-04T14:00 --event "Biology Seminar"',
    first: 'the abstract',
    blocks: [
      mathTitle,
      {
        note: 'The seminar, conference or series, and its website.',
        key: 'event',
        example: 'Seminar on Statistics',
        ask: 'Event',
        option: 'the seminar, conference or series of a talk',
        more: ['event_url: https://example.org/seminar'],
      },
      {
        note: 'The place. For an online talk write "online: true" instead.',
        key: 'location',
        example: 'Room 2, 10 Example Street, Example Town',
        ask: 'Place',
        option: 'the place of a talk',
      },
      {
        note: 'The date and the local time, or only a date: 2026-05-04.',
        key: 'date',
        needed: true,
        ask: 'Date and time, for example 2026-05-04T14:00',
        option: 'the date; for a talk also the local time: 2026-05-04T14:00',
        more: ['date_end: 2026-05-04T15:00', 'timezone: Europe/Berlin'],
      },
      {
        note: 'The date of the announcement, by which feeds are sorted.',
        ...{ key: 'publishDate', example: '2026-05-01', today: true },
      },
      {
        note: 'The abstract, in Markdown with formulas, indented by two spaces.',
        more: ['abstract: |', '  What the talk is about.'],
      },
      {
        note: 'A summary of one sentence, for lists and feeds. By default, they show the start of the abstract.',
        more: ['summary: A short description.'],
      },
      {
        note: 'The tags. Each tag has a page that lists its talks.',
        more: ['tags: [statistics, geometry]'],
      },
      {
        note: 'Slides and other links: files next to this one, or web addresses.',
        more: [
          'url_slides: slides.pdf',
          'url_video: https://example.org/recording',
          'url_code: https://example.org/code',
        ],
      },
      { note: 'Set to true to feature the talk on the home page.', more: ['featured: true'] },
      {
        note: 'Set to true to keep the talk unpublished.',
        ...{ key: 'draft', example: 'true' },
      },
    ],
  },
  publication: {
    example: 'publication "On Growth" --date 2026-05 --publication "*Journal of Examples*"',
    first: 'the abstract',
    blocks: [
      mathTitle,
      {
        note: 'The authors, in order. "me" is you. By default, you are the only author.',
        more: ['authors: [Lin Sample, me]'],
      },
      {
        note: 'The date of publication: a day or a month.',
        key: 'date',
        needed: true,
        ask: 'Date of publication, for example 2026-05 or 2026-05-04',
        option: 'the date of a publication: 2026-05 or 2026-05-04',
      },
      {
        note: 'The journal, proceedings or publisher. Text between asterisks is in italics.',
        key: 'publication',
        example: "'*Journal of Examples*, 12(3)'",
        ask: 'Journal, proceedings or publisher',
        option: 'the journal, proceedings or publisher of a publication',
        more: ["publication_short: '*J. Examples*'"],
      },
      {
        note: 'The type: article-journal, paper-conference, chapter, book, thesis, report, or article for a\npreprint.',
        more: ['publication_types: [article-journal]'],
      },
      {
        note: 'The DOI.',
        key: 'doi',
        example: '10.1234/example',
        ask: 'DOI',
        option: 'the DOI of a publication',
      },
      {
        note: 'The abstract, in Markdown with formulas, indented by two spaces.',
        more: ['abstract: |', '  The main result.'],
      },
      {
        note: 'Links: files next to this one, or web addresses. A PDF with the name of this folder is linked\nwithout a key. The page shows the citation from a cite.bib file next to this one.',
        more: [
          'url_pdf: paper.pdf',
          'url_preprint: https://example.org/preprint',
          'url_code: https://example.org/code',
        ],
      },
      tags,
      {
        note: 'Set to true to show it among the featured publications.',
        more: ['featured: true'],
      },
    ],
  },
  project: {
    example: 'project "Open Example Archive" --summary "Examples for everybody."',
    first: 'the text',
    blocks: [
      title,
      {
        note: 'A summary of one or two sentences, for lists.',
        ...summary,
        ask: 'Summary in one sentence',
      },
      {
        note: 'The date. The page shows the year, and lists start with the newest project.',
        ...{ key: 'date', example: '2026-05-04', option: 'the date' },
      },
      {
        note: 'The people who work on it. "me" is you. By default, nobody is shown.',
        more: ['authors: [me, Lin Sample]'],
      },
      tags,
      {
        note: 'Links. If there is an external_link, lists link to it instead of this page.',
        more: ['url_code: https://example.org/code', 'external_link: https://example.org/archive'],
      },
      {
        note: 'The position in the list: projects with a weight come first, the lowest weight at the top.',
        more: ['weight: 10'],
      },
    ],
  },
  post: {
    example: 'post "What a Talk Is For"',
    first: 'the text',
    blocks: [
      mathTitle,
      {
        note: 'The date of publication. The post is not published before this day.',
        ...{ key: 'date', today: true, option: 'the date; by default today' },
      },
      {
        note: 'A summary of one or two sentences, for lists and the feed.',
        ...summary,
        ask: 'Summary in one sentence',
      },
      otherAuthors,
      tags,
      {
        note: 'A long text has a table of contents. Set toc to false to hide it.',
        more: ['toc: false'],
      },
    ],
  },
  course: {
    example: 'course "Probability by Hand" --term "Autumn 2026" --institution "Your University"',
    first: 'the text',
    blocks: [
      title,
      {
        note: 'When it is taught. For several terms write a list: [Autumn 2026, Autumn 2025].',
        key: 'term',
        example: 'Autumn 2026',
        ask: 'Term, for example Autumn 2026',
        option: 'when a course is taught, for example "Autumn 2026"',
      },
      {
        note: 'Where it is taught.',
        key: 'institution',
        example: 'Your University',
        ask: 'Institution',
        option: 'where a course is taught',
        more: ['location: Lecture hall 2'],
      },
      { note: 'The level.', more: ["level: Master's course"] },
      {
        note: 'A summary of one or two sentences.',
        ...summary,
      },
      {
        note: 'The first and the last day. They are shown only if both are set.',
        ...{ key: 'date', example: '2026-10-01', option: 'the first day' },
        more: ['date_end: 2027-02-05'],
      },
      {
        note: 'The teachers, if you are not the only one. "me" is you.',
        more: ['authors: [me, Lin Sample]'],
      },
      {
        note: 'The syllabus and other files: files next to this one, or web addresses.',
        more: [
          'url_syllabus: syllabus.pdf',
          'links:',
          '  - name: Problem sheets',
          '    url: https://example.org/sheets',
        ],
      },
    ],
  },
  person: {
    example: 'person "Lin Sample" --role "Doctoral student"',
    first: 'the biography, and put an image named avatar next to it',
    blocks: [
      {
        note: 'The name. Lists of authors link this name to this page.',
        ...{ key: 'title', needed: true, ask: 'Name' },
      },
      {
        note: 'The role.',
        key: 'role',
        example: 'Doctoral student',
        ask: 'Role, for example Doctoral student',
        option: 'the role of a person',
      },
      {
        note: 'The organizations.',
        more: [
          'organizations:',
          '  - name: Your University',
          '    url: https://example.org/department',
        ],
      },
      { note: 'The research interests.', more: ['interests: [statistics, geometry]'] },
      {
        note: 'Links to profiles elsewhere.',
        more: [
          'social:',
          '  - icon: github',
          '    icon_pack: fab',
          '    link: https://example.org/lin',
        ],
      },
      {
        note: 'The group in the list of people. people_groups in site.yaml sets the order of groups.',
        more: ['user_groups: [Students]'],
      },
    ],
  },
  deck: {
    example: 'deck "On Growth and Form"',
    first: 'the slides',
    // A line of dashes separates two slides.
    body: ({ title = '' }) => `# ${title}\n\n---\n\n## The first slide\n`,
    blocks: [
      {
        note: 'The title. To link a page to these slides, add "slides:" and the name of this folder to it.',
        ...{ key: 'title', needed: true, ask: 'Title' },
      },
      {
        note: 'A summary of one or two sentences, for search engines and shared links.',
        ...{ key: 'summary', example: 'A short description.' },
      },
      otherAuthors,
    ],
  },
};

/** The kinds of pages that can be created, one for each section. */
export const kinds: readonly { section: Section; template: Template }[] = sections.map(
  (section) => ({ section, template: templates[section.noun] ?? plainTemplate(section.noun) }),
);

function plainTemplate(noun: string): Template {
  return { example: `${noun} "A Title"`, first: 'its text', blocks: [title] };
}
