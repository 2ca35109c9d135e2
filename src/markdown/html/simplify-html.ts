import { toPlayableVideo } from '../../model/page/playable-video.ts';
import type { ResolveAddress } from './resolve-address.ts';

/** Layout elements, which mean nothing to a reader of Markdown. */
const layoutTags = /[ \t]*<\/?(?:div|figure|figcaption|section|center)(?:\s[^<>]*)?>/gi;
const paragraphLink = /^<p class="embed"><a href="([^"]*)">([^<]*)<\/a><\/p>/;

const scriptsAndStyles = /<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const iframeElement = /<iframe\b[^<>]*?\ssrc\s*=\s*["']([^"']*)["'][^<>]*>(?:\s*<\/iframe>)?/gi;

/**
 * Removes comments, scripts, styles and layout elements from HTML in Markdown, and makes its
 * addresses absolute.
 */
export function simplifyHtml(html: string, resolve: ResolveAddress): string {
  const simplified = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(scriptsAndStyles, '')
    .replace(layoutTags, '')
    .replace(iframeElement, (_, src: string) => toFrameLink(src.replace(/^\/\//, 'https://')))
    .replace(
      /(\s(?:href|src|poster)\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi,
      (_, name: string, double: string | undefined, single: string | undefined) => {
        const address = resolve(unescapeHtml(double ?? single ?? ''));
        return address === undefined ? '' : `${name}"${escapeAttribute(address)}"`;
      },
    );
  return simplified.replace(paragraphLink, (_, href: string, text: string) => toLink(href, text));
}

/** Returns a link to the page that a frame shows; for a video, to the page of the video. */
function toFrameLink(src: string): string {
  return toLink(toPlayableVideo(unescapeHtml(src))?.href ?? src);
}

/** Returns a Markdown link for an address and text taken from HTML. */
function toLink(href: string, text = href): string {
  const label = unescapeHtml(text).replace(/[[\]\\]/g, '\\$&');
  return `[${label}](<${unescapeHtml(href).replace(/[<>]/g, encodeURIComponent)}>)`;
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
}
