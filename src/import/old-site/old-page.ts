import { readFrontMatter } from '../../content/front-matter/front-matter.ts';
import { readYaml } from '../../content/front-matter/yaml.ts';
import { isMap } from '../../schema/describe.ts';
import type { OldSite } from './old-site.ts';
import type { OldValue } from './old-value.ts';

/** A file of the old site that has front matter. */
export interface OldPage {
  /** The front matter. */
  data: OldValue;
  /** As written in the file. */
  body: string;
  /** Why the front matter cannot be read, as a sentence; `data` is then empty. */
  trouble?: string;
}

/** Reads a file with front matter, with keys as they are written. */
export function readOldPage(site: OldSite, file: string): OldPage {
  const text = site.read(file);
  const read = readFrontMatter(
    /^\uFEFF?\s*(---|\+\+\+)/.test(text) ? text : `---\n---\n${text}`,
    [],
  );
  if (!('failure' in read)) return { data: { value: read.data, file, key: '' }, body: read.body };
  const { position, message } = read.failure;
  const trouble = `The front matter cannot be read (line ${position.line}: ${message}).`;
  return { data: { value: {}, file, key: '' }, body: '', trouble };
}

/** Reads a file that is YAML or JSON as a whole; undefined where that cannot be. */
export function readOldData(site: OldSite, file: string): OldValue | undefined {
  const text = site.read(file).replace(/^\uFEFF/, '');
  if (!file.endsWith('.json')) {
    const read = readYaml(text);
    return 'failure' in read ? undefined : { value: read.data, file, key: '' };
  }
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? { value, file, key: '' } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the old site has a file. */
export function hasFile(site: OldSite, path: string): boolean {
  return site.files.some((file) => file.path === path);
}

/** Text without what a reader would not see. */
export function shownIn(body: string): string {
  return body.replace(/<!--[\s\S]*?-->/g, '').trim();
}
