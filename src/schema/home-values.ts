/** The names of the parts of the home page that are made from the content of the site. */
export const homeSections = [
  'about',
  'next_talk',
  'featured_talks',
  'recent_talks',
  'featured_publications',
  'recent_publications',
  'projects',
  'posts',
  'teaching',
  'experience',
  'education',
  'awards',
  'skills',
  'contact',
] as const;

export type HomeSection = (typeof homeSections)[number];

export function isSection(name: string): name is HomeSection {
  return homeSections.some((one) => one === name);
}

/** Reads the name of a part. An unknown name has already been reported. */
export function readSection(value: unknown): HomeSection | undefined {
  const name = String(value).trim();
  return isSection(name) ? name : undefined;
}

readSection.json = { enum: homeSections };

/** Reads the name of a file in `content/home/`, with or without `.md`. */
export function readFileName(value: unknown): string | undefined {
  const name = typeof value === 'string' ? value.trim().replace(/\.md$/i, '') : '';
  return /^[^./\\][^/\\]*$/.test(name) ? name : undefined;
}

readFileName.json = { type: 'string' };

/** Reads a whole number of 1 or more. */
export function readCount(value: unknown): number | undefined {
  const count = typeof value === 'string' ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : undefined;
}

readCount.json = {
  anyOf: [
    { type: 'integer', minimum: 1 },
    { type: 'string', pattern: '^\\s*[1-9]\\d*\\s*$' },
  ],
};
