import type { YamlEntry } from './annotated-yaml.ts';

/** The comment at the start of `site.yaml`, line by line. */
export const siteHeader = [
  'The settings of this site, imported from the old site. Comments say where each value came from.',
  'docs/front-matter.md describes all keys.',
  'yaml-language-server: $schema=../schemas/site.schema.json',
];

/** The comment at the start of `cv.yaml`, line by line. */
export const cvHeader = [
  'The CV, at /cv/, imported from the old site. Comments say where each value came from.',
  'To remove the CV, delete this file. docs/front-matter.md describes all keys.',
  'yaml-language-server: $schema=../schemas/cv.schema.json',
];

/** The name in `site.yaml` of a site whose old version has none. */
export const missingName: YamlEntry = {
  key: 'name',
  value: 'Your Name',
  from: [],
  note: 'The old site does not name its owner. Write your name',
};
