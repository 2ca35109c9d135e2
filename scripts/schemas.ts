/**
 * Writes the JSON Schemas that editors read: `npm run schemas`. They are made from the schemas of
 * the program; a test makes them, too, and fails when a file differs.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aboutSchema } from '../src/schema/about.ts';
import { toJsonSchema } from '../src/schema/json-schema.ts';
import { publicationSchema } from '../src/schema/publication.ts';
import { siteSchema } from '../src/schema/site.ts';
import { talkSchema } from '../src/schema/talk.ts';
import { root } from './project-node.mjs';

export const schemaFiles = [
  { path: 'schemas/talk.schema.json', text: toText(toJsonSchema(talkSchema)) },
  { path: 'schemas/publication.schema.json', text: toText(toJsonSchema(publicationSchema)) },
  { path: 'schemas/site.schema.json', text: toText(toJsonSchema(siteSchema)) },
  { path: 'schemas/about.schema.json', text: toText(toJsonSchema(aboutSchema)) },
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
