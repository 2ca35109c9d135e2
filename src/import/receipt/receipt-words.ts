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

/** A path or another word of a machine's in a line of Markdown. */
export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  const space = fence === '``' ? ' ' : '';
  return `${fence}${space}${plain(text).replaceAll('\n', ' ')}${space}${fence}`;
}

/** A sentence of ours in Markdown, with what would be markup in it shown. */
export function prose(text: string): string {
  return plain(text).replace(/[\\`*_[\]<>|]/g, '\\$&');
}

/** A sentence that is to go on. */
export function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** A heading with its lines; nothing where there are none. */
export function part(heading: string, lines: readonly string[], lead?: string): string[] {
  if (lines.length === 0) return [];
  return [heading, '', ...(lead === undefined ? [] : [lead, '']), ...lines, ''];
}
