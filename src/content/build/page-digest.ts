import { hash } from 'node:crypto';

/** Returns a digest of what a page shows: JSON, maps and imported images. Functions are left out. */
export function digestPage(value: unknown): string {
  return hash('sha256', JSON.stringify(value, toJson), 'base64url');
}

function toJson(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) return [...value];
  // Astro publishes the original of an image as soon as a property of it is read, except these two.
  const { fsPath, clone } = value as { fsPath?: string; clone?: unknown };
  return fsPath === undefined ? value : clone;
}

/**
 * Like `digestPage`, for values that contain the same objects again and again.
 * @param shared The objects, none of which changes, with their digests, by which they are replaced.
 */
export function digestList(value: unknown, shared: ReadonlyMap<unknown, string>): string {
  const replace = (key: string, item: unknown) => shared.get(item) ?? toJson(key, item);
  return hash('sha256', JSON.stringify(value, replace), 'base64url');
}
