/** A video that a page can embed. */
export interface PlayableVideo {
  host: 'YouTube' | 'Vimeo';
  id: string;
  /** The time at which it starts, in seconds; absent for the beginning. */
  start?: number;
  /** Its page at the host. */
  href: string;
  /** The address of the standard player, for structured data. */
  embed: string;
  /** The address of the player without cookies, which plays at once: for a visitor who has clicked. */
  player: string;
}

/** The only hosts that a page may embed in a frame; they are in the content security policy. */
export const playerHosts = ['www.youtube-nocookie.com', 'player.vimeo.com'] as const;

/**
 * Returns the video at an address of YouTube or Vimeo, in any of the forms that they use. Undefined for
 * their playlists, channels and events, and for every other host.
 */
export function toPlayableVideo(url: string): PlayableVideo | undefined {
  const parsed = /^(https?:)?\/\//i.test(url.trim()) ? URL.parse(url, 'https://x.invalid') : null;
  if (!parsed) return undefined;
  const host = parsed.hostname.replace(/^(www|m|music)\./, '');
  if (['youtube.com', 'youtube-nocookie.com', 'youtu.be'].includes(host))
    return toYouTubeVideo(parsed);
  return ['vimeo.com', 'player.vimeo.com'].includes(host) ? toVimeoVideo(parsed) : undefined;
}

function toYouTubeVideo(url: URL): PlayableVideo | undefined {
  const short = url.hostname.endsWith('youtu.be');
  const path = short ? `/v${url.pathname}` : url.pathname;
  const [, inPath] = /^\/(?:embed|live|shorts|v|e)\/([^/]+)\/?$/.exec(path) ?? [];
  const id = inPath ?? (/^\/watch\/?$/.test(path) ? url.searchParams.get('v') : null);
  // Both words that `/embed/` takes in place of an id are as long as an id.
  if (!id || !/^(?!videoseries$|live_stream$)[\w-]{11}$/.test(id)) return undefined;
  const start = parseStart(url);
  return {
    ...{ host: 'YouTube', id, ...(start && { start }) },
    href: `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}s` : ''}`,
    embed: `https://www.youtube.com/embed/${id}`,
    player: `https://${playerHosts[0]}/embed/${id}?autoplay=1${start ? `&start=${start}` : ''}`,
  };
}

function toVimeoVideo(url: URL): PlayableVideo | undefined {
  const page =
    /^\/(?:(?:channels|groups|album|showcase)\/[^/]+\/(?:videos?\/)?|video\/)?(\d+)(?:\/(\w+))?\/?$/;
  const [, id, inPath] = page.exec(url.pathname) ?? [];
  if (!id) return undefined;
  // An unlisted video can only be played with its key.
  const key = inPath ?? /^\w+$/.exec(url.searchParams.get('h') ?? '')?.[0];
  const start = parseStart(url);
  const fragment = start ? `#t=${start}s` : '';
  const embed = `https://${playerHosts[1]}/video/${id}`;
  return {
    ...{ host: 'Vimeo', id, ...(start && { start }) },
    href: `https://vimeo.com/${id}${key ? `/${key}` : ''}${fragment}`,
    embed: key ? `${embed}?h=${key}` : embed,
    player: `${embed}?${key ? `h=${key}&` : ''}dnt=1&autoplay=1${fragment}`,
  };
}

/** Returns the start time in seconds: `?t=90`, `?t=1m30s`, `?start=90`, `#t=90s`. Undefined if there is none. */
function parseStart({ searchParams, hash }: URL): number | undefined {
  const text = searchParams.get('t') ?? searchParams.get('start') ?? /^#t=(\w+)/.exec(hash)?.[1];
  const [, h = 0, m = 0, s = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text ?? '') ?? [];
  return Number(h) * 3600 + Number(m) * 60 + Number(s) || undefined;
}
