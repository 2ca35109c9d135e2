import { plain } from '../../content/problems/report.ts';
import type { OldTheme } from '../old-site/old-site.ts';

export const themeNames: Record<OldTheme, string> = {
  academic: 'Hugo Academic',
  wowchemy: 'Wowchemy',
  hugoblox: 'HugoBlox',
  academicpages: 'academicpages',
};

/** `1 file`, `2 files`. */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** Formats a path or an identifier as inline code in Markdown. */
export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  const space = fence === '``' ? ' ' : '';
  return `${fence}${space}${plain(text).replaceAll('\n', ' ')}${space}${fence}`;
}

/** Escapes Markdown in a sentence. */
export function prose(text: string): string {
  return plain(text).replace(/[\\`*_[\]<>|]/g, '\\$&');
}

/** Returns a heading with its lines, or nothing if there are no lines. */
export function part(heading: string, lines: readonly string[], lead?: string): string[] {
  if (lines.length === 0) return [];
  return [heading, '', ...(lead === undefined ? [] : [lead, '']), ...lines, ''];
}
