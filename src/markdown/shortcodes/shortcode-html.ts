import type { Tag } from './shortcode-tags.ts';

/** The replacement of a shortcode, HTML or Markdown; `block` if it is a block. */
export interface Shown {
  text: string;
  block: boolean;
}

/** Returns the first of several names for which a file exists. */
export type PickFile = (names: string[]) => string;

/**
 * Returns a link that replaces a player, post or document of another site, and loads nothing before
 * a visitor follows it. Undefined for another shortcode, or one that lacks an argument.
 */
export function showEmbed(tag: Tag, pick: PickFile): Shown | undefined {
  // Icons are decoration beside text.
  if (tag.name === 'icon') return { text: '', block: false };
  const first = tag.positional[0] ?? tag.named['id'] ?? tag.named['src'] ?? '';
  if (first === '') return undefined;
  const title = tag.named['title'];
  switch (tag.name) {
    case 'youtube':
      return link(address(first, 'https://www.youtube.com/watch?v='), 'Watch', 'on YouTube', title);
    case 'vimeo':
      return link(address(first, 'https://vimeo.com/'), 'Watch', 'on Vimeo', title);
    case 'tweet':
    case 'twitter':
    case 'x': {
      const id = tag.named['id'] ?? first;
      const user = (tag.named['user'] ?? '').replace(/^@/, '');
      const post = address(id, `https://x.com/${encodeURIComponent(user || 'i')}/status/`);
      return link(post, user ? `Read the post by @${user}` : 'Read the post', 'on X', title);
    }
    case 'gdocs':
      return link(first, /presentation/.test(first) ? 'Open the slides' : 'Open', 'in Google Docs');
    case 'video':
      return link(pick([first, `media/${first}`, `files/${first}`]), 'Watch the video', '', title);
    case 'gist': {
      const id = tag.positional[1];
      const gist = [first, ...(id ? [id] : [])].map(encodeURIComponent).join('/');
      return link(`https://gist.github.com/${gist}`, 'See the code', 'on GitHub');
    }
    case 'speakerdeck':
      return link(
        address(first, 'https://speakerdeck.com/player/'),
        'Open the slides',
        'on Speaker Deck',
      );
    default:
      return undefined;
  }
}

/** Returns the HTML of `cta`, a link, and of `spoiler`, which hides its text until a click. */
export function showAction({ name, named, positional, closing }: Tag): string | undefined {
  if (name === 'cta' && named['cta_link']) {
    const words = named['cta_text'] ?? named['cta_link'];
    return `<a href="${escapeHtml(named['cta_link'])}">${escapeHtml(words)}</a>`;
  }
  if (name === 'spoiler') {
    if (closing) return '\n</details>\n\n';
    const summary = named['text'] ?? positional[0] ?? '…';
    return `<details><summary>${escapeHtml(summary)}</summary>\n\n`;
  }
  return undefined;
}

/** Returns a figure as Markdown, so that its image is processed like all others. */
export function showFigure(
  { named, positional }: Tag,
  pick: PickFile,
  block: boolean,
): Shown | undefined {
  const src = named['src'] ?? positional[0];
  if (!src) return undefined;
  const { alt, caption = '', title = '', link = '', attr = '', attrlink = '' } = named;
  const file = pick([src, `img/${src}`, `media/${src}`, `images/${src}`]);
  const words = (alt ?? (caption === '' ? title : '')).replace(/[[\]\\]/g, '\\$&');
  const picture = `![${words}](<${file.replace(/[<>\n]/g, '')}>)`;
  const linked = link === '' ? picture : `[${picture}](<${link}>)`;
  if (!block) return { text: linked, block: false };
  const source = attrlink === '' ? attr : `[${attr || attrlink}](<${attrlink}>)`;
  const below = [title && `**${title}**`, caption, source].filter(Boolean).join(' ');
  const figcaption = below === '' ? [] : ['<figcaption>', '', below, '', '</figcaption>', ''];
  return { text: ['<figure>', '', linked, '', ...figcaption, '</figure>', ''].join('\n'), block };
}

/** Returns the opening tag of a box with Markdown inside, which ends with `</div>`. */
export function openCallout({ positional, named }: Tag): string {
  const kind = (positional[0] ?? named['type'] ?? named['kind'] ?? 'note').replace(/[^a-z-]/gi, '');
  const title = named['title'] ?? positional[1];
  const heading = title ? `\n<p><strong>${escapeHtml(title)}</strong></p>` : '';
  return `<div class="callout ${kind.toLowerCase() || 'note'}" role="note">${heading}\n\n`;
}

export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function link(href: string, verb: string, where: string, title?: string): Shown {
  const words = [verb, title && `“${title.replace(/\s+/g, ' ')}”`, where].filter(Boolean).join(' ');
  return { text: `<a href="${escapeHtml(href.trim())}">${escapeHtml(words)}</a>`, block: true };
}

/** Returns the address of an id on its host; a complete address unchanged. */
function address(written: string, host: string): string {
  return /^https?:\/\//i.test(written) ? written : host + encodeURIComponent(written);
}
