import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { absenceOf, sharedFolder } from './shared.ts';
import type { Source } from './skip.ts';

/** A talk written for Hugo Academic, and what a reader must find of it. */
export interface Seminar {
  slug: string;
  /** The file, or `undefined` where this machine does not have it. */
  text: string | undefined;
  title: string;
  event: string;
  place: string;
}

const seedFolder = sharedFolder('seed');

/** The real talk this project began with. It is not part of the repository. */
export const seed: Seminar = {
  slug: 'nyu_seminar',
  text: seedFolder && readFileSync(join(seedFolder, 'nyu_seminar', 'index.md'), 'utf8'),
  title: 'Compression in deep learning- an information theory perspective',
  event: 'NYU CDS Seminar',
  place: 'NYU Center for Data Science',
};

/** A talk of the same shape: what Hugo Academic's template leaves in a file that was filled in once. */
export const lookalike: Seminar = {
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

/** Both, for a suite that runs on each. */
export const seminarSources: Source<Seminar>[] = [
  { name: seed.slug, input: seed.text === undefined ? { absent: absenceOf('seed') } : seed },
  { name: lookalike.slug, input: lookalike },
];
