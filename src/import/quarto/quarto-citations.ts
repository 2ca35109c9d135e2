import type { CitedWork } from '../convert/cited-works.ts';

const key = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?`;
const group = new RegExp(String.raw`\[([^\[\]\n]*@${key}[^\[\]]*)\](?![(\[{])`, 'gu');
const single = new RegExp(String.raw`(?<![\p{L}\p{N}@./])(-?)@(${key})`, 'gu');

/**
 * Replaces citations of Pandoc, `[@knuth84, p. 3]` and `@knuth84`, with names and years that link to the
 * publication. A key that no bibliography has stays as it is written.
 * @param cited Gets the works, in the order in which they are cited.
 */
export function convertCitations(
  text: string,
  works: ReadonlyMap<string, CitedWork>,
  cited: CitedWork[],
): string {
  if (works.size === 0 || !text.includes('@')) return text;
  const cite = (name: string, isYearOnly: boolean): string | undefined => {
    const work = works.get(name);
    if (work === undefined) return undefined;
    cited.push(work);
    const label = [...(isYearOnly ? [] : [work.names]), work.year].filter(Boolean).join(', ');
    return link(label || work.names, work.href);
  };
  const withGroups = text.replace(group, (whole, inner: string) => {
    let isKnown = true;
    const converted = inner.replace(single, (one, minus: string, name: string) => {
      const label = cite(name, minus === '-');
      isKnown &&= label !== undefined;
      return label ?? one;
    });
    return isKnown ? `(${converted.replace(/\s*;\s*/g, '; ')})` : whole;
  });
  return withGroups.replace(single, (whole, _: string, name: string) => {
    const work = works.get(name);
    if (work === undefined) return whole;
    cited.push(work);
    return `${work.names} (${link(work.year || 'undated', work.href)})`;
  });
}

function link(label: string, href: string | undefined): string {
  return href === undefined ? label : `[${label}](<${href}>)`;
}

/** Adds the list of the cited works to the end of a text. */
export function addReferences(text: string, cited: readonly CitedWork[]): string {
  const references = [...new Set(cited)].map(({ reference }) => `- ${reference}`);
  if (references.length === 0) return text;
  const hasHeading = /^#{1,6} +(?:references|bibliography|literature)\b.*\s*$/im.test(
    text.trimEnd().split('\n').at(-1) ?? '',
  );
  return `${text.trimEnd()}\n\n${hasHeading ? '' : '## References\n\n'}${references.join('\n')}\n`;
}
