import { createRequire } from 'node:module';
import type * as gemoji from 'gemoji';
import { findOwn } from '../../schema/own-value.ts';
import type { Edit } from './edits.ts';
import { findRegions, isInside } from './regions.ts';

/** The name of an emoji between colons, not inside a word, a time or a ratio. */
const emojiName =
  /(?<![\p{L}\p{N}:/])(?<!\\):([a-z0-9_+-]*[a-z+][a-z0-9_+-]*|100|1234):(?![\p{L}\p{N}:/])/gu;

/** Emoji by their names. Loaded for the first text that may contain one. */
let emojis: Readonly<Record<string, string>> | undefined;

/** Returns whether a text may contain the name of an emoji, such as `:rocket:`. */
export function mayHaveEmoji(text: string): boolean {
  return text.search(emojiName) >= 0;
}

/** Returns edits that replace the names of emoji, as Hugo and Jekyll do, except in code, formulas and HTML. */
export function replaceEmojiNames(text: string): Edit[] {
  if (!mayHaveEmoji(text)) return [];
  emojis ??= loadEmojis();
  const { code, formulas, html } = findRegions(text);
  const edits: Edit[] = [];
  for (const { index, 0: found, 1: name = '' } of text.matchAll(emojiName)) {
    const emoji = findOwn(emojis, name);
    if (emoji === undefined) continue;
    if ([code, formulas, html].some((ranges) => isInside(ranges, index))) continue;
    edits.push({ start: index, end: index + found.length, text: emoji });
  }
  return edits;
}

function loadEmojis(): Readonly<Record<string, string>> {
  const require = createRequire(import.meta.url);
  return (require('gemoji') as typeof gemoji).nameToEmoji;
}
