/**
 * Writes the JSON Schemas for editors: `npm run schemas`. They are generated from the schemas of the
 * program. A test generates them as well and fails if a file differs.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sections } from '../src/content/sections/sections.ts';
import { aboutSchema } from '../src/schema/about.ts';
import { cvSchema } from '../src/schema/cv.ts';
import { homeTextSchema } from '../src/schema/home.ts';
import { toJsonSchema } from '../src/schema/json-schema.ts';
import { redirectsSchema } from '../src/schema/redirects.ts';
import { siteSchema } from '../src/schema/site.ts';
import { root } from './project-node.mjs';

export const schemaFiles = [
  ...sections.map(({ noun, schema }) => ({
    path: `schemas/${noun}.schema.json`,
    text: toText(toJsonSchema(schema)),
  })),
  { path: 'schemas/site.schema.json', text: toText(toJsonSchema(siteSchema)) },
  { path: 'schemas/about.schema.json', text: toText(toJsonSchema(aboutSchema)) },
  { path: 'schemas/home-text.schema.json', text: toText(toJsonSchema(homeTextSchema)) },
  { path: 'schemas/cv.schema.json', text: toText(toJsonSchema(cvSchema)) },
  { path: 'schemas/redirects.schema.json', text: toText(toJsonSchema(redirectsSchema)) },
];

function toText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { path, text } of schemaFiles) {
    writeFileSync(join(root, path), text);
    console.log(path);
  }
}
