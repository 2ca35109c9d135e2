import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainAbsence, findSharedFolder } from '../shared-folder.ts';
import type { Source } from '../skip.ts';

/** A talk for Hugo Academic, and the values that its page must show. */
export interface Seminar {
  slug: string;
  /** The text of the file, or `undefined` if this machine does not have it. */
  text: string | undefined;
  title: string;
  event: string;
  place: string;
}

const seedFolder = findSharedFolder('seed');

/** The real talk that this project started with. It is not in the repository. */
const realSeminar: Seminar = {
  slug: 'nyu_seminar',
  text: seedFolder && readFileSync(join(seedFolder, 'nyu_seminar', 'index.md'), 'utf8'),
  title: 'Compression in deep learning- an information theory perspective',
  event: 'NYU CDS Seminar',
  place: 'NYU Center for Data Science',
};

/** A similar talk, with the remains of Hugo Academic's template in its front matter. */
const similarSeminar: Seminar = {
  slug: 'harbour_colloquium',
  title: 'Tides, gauges and the honest error bar',
  event: 'Harbour Colloquium',
  place: 'Old Customs House',
  text: `
---
title: Tides, gauges and the  honest error bar
event: Harbour Colloquium
event_url: 

location: Old Customs House
address:
  city:  Port Example, PE
  country: Nowhere
  
summary: "A tide gauge drifts by a millimetre a year, and so does its ruler."

# When it was.
date: "2021-09-22"
#date_end: "2030-06-01T15:00:00Z"
all_day: false

authors: []
tags: []

featured: true

image:
  caption: 'Photograph: [**the harbour master**](https://example.org/photographs)'
  focal_point: Right


links:
- icon: twitter
  icon_pack: ai
  name: Slides
  url: files/nyu_talk.pdf
url_code: ""
url_pdf: ""
url_slides: files/nyu_talk.pdf
url_video: ""


slides: https://example.org/deck

projects:
- internal-project

math: true
---
`,
};

/** Both talks, for `describeSources`. */
export const seminarSources: Source<Seminar>[] = [
  {
    name: realSeminar.slug,
    input: realSeminar.text === undefined ? { absent: explainAbsence('seed') } : realSeminar,
  },
  { name: similarSeminar.slug, input: similarSeminar },
];

/** Talks that were written for Hugo Academic. */
export const seminarFiles = Object.fromEntries(
  [realSeminar, similarSeminar]
    .filter(({ text }) => text !== undefined)
    .map(({ slug, text }) => [`content/talks/${slug}/index.md`, text ?? '']),
);
