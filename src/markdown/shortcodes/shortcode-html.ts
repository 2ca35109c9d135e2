import type { ShortcodeTag } from './shortcode-tags.ts';

/** The replacement of a shortcode, HTML or Markdown; `block` if it is a block. */
export interface Replacement {
  text: string;
  block: boolean;
}

/** Returns the first of several names for which a file exists. */
export type PickFile = (names: string[]) => string;

/**
 * Returns a link that replaces a player, post or document of another site, and loads nothing before
 * a visitor follows it. Undefined for another shortcode, or one that lacks an argument.
 */
export function showEmbed(tag: ShortcodeTag, pick: PickFile): Replacement | undefined {
  // Icons are decoration beside text.
  if (tag.name === 'icon') return { text: '', block: false };
  const id = tag.args[0] ?? tag.namedArgs['id'] ?? tag.namedArgs['src'] ?? '';
  if (id === '') return undefined;
  const title = tag.namedArgs['title'];
  switch (tag.name) {
    case 'youtube':
      return toLink(
        addStart(toAddress(id, 'https://www.youtube.com/watch?v='), tag.namedArgs['start']),
        'Watch',
        'on YouTube',
        title,
      );
    case 'vimeo':
      return toLink(toAddress(id, 'https://vimeo.com/'), 'Watch', 'on Vimeo', title);
    case 'tweet':
    case 'twitter':
    case 'x': {
      const postId = tag.namedArgs['id'] ?? id;
      const user = (tag.namedArgs['user'] ?? '').replace(/^@/, '');
      const post = toAddress(postId, `https://x.com/${encodeURIComponent(user || 'i')}/status/`);
      return toLink(post, user ? `Read the post by @${user}` : 'Read the post', 'on X', title);
    }
    case 'gdocs':
      return toLink(id, /presentation/.test(id) ? 'Open the slides' : 'Open', 'in Google Docs');
    case 'video':
      return toLink(pick([id, `media/${id}`, `files/${id}`]), 'Watch the video', '', title);
    case 'gist': {
      const hash = tag.args[1];
      const gist = [id, ...(hash ? [hash] : [])].map(encodeURIComponent).join('/');
      return toLink(`https://gist.github.com/${gist}`, 'See the code', 'on GitHub');
    }
    case 'speakerdeck':
      return toLink(
        toAddress(id, 'https://speakerdeck.com/player/'),
        'Open the slides',
        'on Speaker Deck',
      );
    default:
      return undefined;
  }
}

/** Returns the HTML of `cta`, a link, and of `spoiler`, which hides its text until a click. */
export function showAction({ name, namedArgs, args, closing }: ShortcodeTag): string | undefined {
  if (name === 'cta' && namedArgs['cta_link']) {
    const label = namedArgs['cta_text'] ?? namedArgs['cta_link'];
    return `<a href="${escapeHtml(namedArgs['cta_link'])}">${escapeHtml(label)}</a>`;
  }
  if (name === 'spoiler') {
    if (closing) return '\n</details>\n\n';
    const summary = namedArgs['text'] ?? args[0] ?? '…';
    return `<details><summary>${escapeHtml(summary)}</summary>\n\n`;
  }
  return undefined;
}

/** Returns a figure as Markdown, so that its image is processed like all others. */
export function showFigure(
  tag: ShortcodeTag,
  pick: PickFile,
  block: boolean,
): Replacement | undefined {
  const figure = readFigure(tag, pick);
  if (!figure) return undefined;
  const { file, alt, caption, title } = figure;
  const { link: href = '', attr = '', attrlink = '' } = tag.namedArgs;
  const altText = alt.replace(/[[\]\\]/g, '\\$&');
  const image = `![${altText}](<${file.replace(/[<>\n]/g, '')}>)`;
  const content = href === '' ? image : `[${image}](<${href}>)`;
  if (!block) return { text: content, block: false };
  const source = attrlink === '' ? attr : `[${attr || attrlink}](<${attrlink}>)`;
  const captionText = [title && `**${title}**`, caption, source].filter(Boolean).join(' ');
  const figcaption =
    captionText === '' ? [] : ['<figcaption>', '', captionText, '', '</figcaption>', ''];
  return { text: ['<figure>', '', content, '', ...figcaption, '</figure>', ''].join('\n'), block };
}

/** Returns a figure for a text of HTML. */
export function showHtmlFigure(tag: ShortcodeTag, pick: PickFile): string | undefined {
  const figure = readFigure(tag, pick);
  if (!figure) return undefined;
  const { file, alt, caption, title } = figure;
  const text = [title && `<strong>${escapeHtml(title)}</strong>`, escapeHtml(caption)];
  const image = `<img src="${escapeHtml(file)}" alt="${escapeHtml(alt)}">`;
  const figcaption = text.filter(Boolean).join(' ');
  return `<figure>${image}${figcaption && `<figcaption>${figcaption}</figcaption>`}</figure>`;
}

interface Figure {
  file: string;
  alt: string;
  caption: string;
  title: string;
}

function readFigure({ namedArgs, args }: ShortcodeTag, pick: PickFile): Figure | undefined {
  const src = namedArgs['src'] ?? args[0];
  if (!src) return undefined;
  const { caption = '', title = '', alt = caption === '' ? title : '' } = namedArgs;
  return { file: pick([src, `img/${src}`, `media/${src}`, `images/${src}`]), alt, caption, title };
}

/** Returns the opening tag of a box with Markdown inside, which ends with `</div>`. */
export function openCallout({ args, namedArgs }: ShortcodeTag): string {
  const kind = (args[0] ?? namedArgs['type'] ?? namedArgs['kind'] ?? 'note').replace(
    /[^a-z-]/gi,
    '',
  );
  const title = namedArgs['title'] ?? args[1];
  const heading = title ? `\n<p><strong>${escapeHtml(title)}</strong></p>` : '';
  return `<div class="callout ${kind.toLowerCase() || 'note'}" role="note">${heading}\n\n`;
}

/** Escapes text for HTML, also for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function toLink(href: string, verb: string, where: string, title?: string): Replacement {
  const label = [verb, title && `“${title.replace(/\s+/g, ' ')}”`, where].filter(Boolean).join(' ');
  return { text: `<a href="${escapeHtml(href.trim())}">${escapeHtml(label)}</a>`, block: true };
}

/** Adds the second at which a video on YouTube starts. */
function addStart(address: string, start = ''): string {
  if (!/^\d+$/.test(start)) return address;
  return `${address}${address.includes('?') ? '&' : '?'}t=${start}`;
}

/** Returns the address of an ID on its host; a complete address unchanged. */
function toAddress(idOrAddress: string, host: string): string {
  return /^https?:\/\//i.test(idOrAddress) ? idOrAddress : host + encodeURIComponent(idOrAddress);
}
