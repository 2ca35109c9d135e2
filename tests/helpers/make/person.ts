import { toRichText } from '../../../src/model/page/page-texts.ts';
import { toPerson, type Person } from '../../../src/model/person/person.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { toPersonTexts } from '../../../src/model/person/raw-person.ts';
import { personSchema } from '../../../src/schema/person.ts';
import { createFileFinder } from './talk.ts';

/** Creates a person from front matter, with texts that are not rendered. */
export function makePerson(
  data: Record<string, unknown>,
  { slug = 'lin-sample', isOwner = false } = {},
): Person {
  const frontMatter = personSchema.parse(data);
  const texts = Object.fromEntries(
    toPersonTexts(frontMatter).map(({ name, value }) => [name, toRichText(value)]),
  );
  const source = { slug, frontMatter, texts, hasBody: false, hasMath: false, hasPlayer: false };
  const site = { owner: 'Ada Example', timezone: 'UTC', z: 'utc' as const, language: 'en-GB' };
  return toPerson(
    { ...source, findFile: createFileFinder('files/cv.pdf') },
    { ...site, addresses: createAddresses('/sub') },
    isOwner,
  );
}
