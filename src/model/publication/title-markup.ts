const possibleMarkup = /[`<]|\]\(/;
/** A formula or an escaped character, which stay as they are, or markup that a title cannot have. */
const markup =
  /(?<kept>\$(?![\s$])(?:\\[^]|[^$\\])*(?<!\s)\$(?!\d)|\\[^])|\[(?<label>[^[\]]+)\]\((?:[^\s()]|\([^\s()]*\))+(?:\s+"[^"]*")?\)|`(?<literal>[^`]+)`|<(?<tag>a|b|strong|span|u|small|code|tt|mark)(?:\s[^<>]*)?>(?<inner>[^<>]*)<\/\k<tag>>/gi;

/**
 * Removes from the title of a publication what is only for a page of its own: links, code and elements of HTML become
 * their text, bold text becomes Markdown. Emphasis, raised and lowered text stay.
 */
export function simplifyTitle(title: string): string {
  if (!possibleMarkup.test(title)) return title;
  return title.replace(markup, (source: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Partial<Record<string, string>>;
    const { label, literal, tag = '', inner } = groups;
    if (literal !== undefined) return literal.replace(/[\\*_[\]$~]/g, '\\$&');
    if (label !== undefined) return label;
    if (inner === undefined) return source;
    return /^(?:b|strong)$/i.test(tag) ? `**${inner}**` : inner;
  });
}
