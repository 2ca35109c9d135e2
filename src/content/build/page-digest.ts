import { hash } from 'node:crypto';

/** Returns a digest of what a page shows: JSON, maps and imported images. Functions are left out. */
export function digestPage(value: unknown): string {
  return hash('sha256', JSON.stringify(value, toJson), 'base64url');
}

function toJson(_: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  // Astro publishes the original of an image as soon as a property of it is read, except these two.
  const { fsPath, clone } = (value ?? {}) as { fsPath?: string; clone?: unknown };
  return fsPath === undefined ? value : clone;
}
