/** A video that the player of its host can show on a page of ours. */
export interface PlayableVideo {
  host: 'YouTube' | 'Vimeo';
  id: string;
  /** Where it begins, in seconds; absent for the beginning. */
  start?: number;
  /** Its page at the host, for a link. */
  href: string;
  /** The player as machines know it. */
  embed: string;
  /** The player that sets no cookie, and begins at once: for a visitor who has asked for it. */
  player: string;
}

/** The only hosts that a page may frame: the content security policy names them. */
export const playerHosts = ['www.youtube-nocookie.com', 'player.vimeo.com'] as const;

/**
 * The video behind any of the addresses that YouTube and Vimeo give it. Undefined for what they
 * show otherwise (lists, channels, events) and for every other host.
 */
export function toPlayableVideo(url: string): PlayableVideo | undefined {
  const parsed = /^(https?:)?\/\//i.test(url.trim()) ? URL.parse(url, 'https://x.invalid') : null;
  if (!parsed) return undefined;
  const host = parsed.hostname.replace(/^(www|m|music)\./, '');
  if (['youtube.com', 'youtube-nocookie.com', 'youtu.be'].includes(host)) return onYouTube(parsed);
  return ['vimeo.com', 'player.vimeo.com'].includes(host) ? onVimeo(parsed) : undefined;
}

function onYouTube(url: URL): PlayableVideo | undefined {
  const short = url.hostname.endsWith('youtu.be');
  const path = short ? `/v${url.pathname}` : url.pathname;
  const [, inPath] = /^\/(?:embed|live|shorts|v|e)\/([^/]+)\/?$/.exec(path) ?? [];
  const id = inPath ?? (/^\/watch\/?$/.test(path) ? url.searchParams.get('v') : null);
  // What stands at `/embed/` in place of an id has, for both, as many letters as one.
  if (!id || !/^(?!videoseries$|live_stream$)[\w-]{11}$/.test(id)) return undefined;
  const start = startOf(url);
  return {
    ...{ host: 'YouTube', id, ...(start && { start }) },
    href: `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}s` : ''}`,
    embed: `https://www.youtube.com/embed/${id}`,
    player: `https://${playerHosts[0]}/embed/${id}?autoplay=1${start ? `&start=${start}` : ''}`,
  };
}

function onVimeo(url: URL): PlayableVideo | undefined {
  const page =
    /^\/(?:(?:channels|groups|album|showcase)\/[^/]+\/(?:videos?\/)?|video\/)?(\d+)(?:\/(\w+))?\/?$/;
  const [, id, inPath] = page.exec(url.pathname) ?? [];
  if (!id) return undefined;
  // An unlisted video is shown to those alone who know its second number.
  const key = inPath ?? /^\w+$/.exec(url.searchParams.get('h') ?? '')?.[0];
  const start = startOf(url);
  const from = start ? `#t=${start}s` : '';
  const embed = `https://${playerHosts[1]}/video/${id}`;
  return {
    ...{ host: 'Vimeo', id, ...(start && { start }) },
    href: `https://vimeo.com/${id}${key ? `/${key}` : ''}${from}`,
    embed: key ? `${embed}?h=${key}` : embed,
    player: `${embed}?${key ? `h=${key}&` : ''}dnt=1&autoplay=1${from}`,
  };
}

/** `?t=90`, `?t=1m30s`, `?start=90` or `#t=90s` in seconds; undefined for none. */
function startOf({ searchParams, hash }: URL): number | undefined {
  const said = searchParams.get('t') ?? searchParams.get('start') ?? /^#t=(\w+)/.exec(hash)?.[1];
  const [, h = 0, m = 0, s = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(said ?? '') ?? [];
  return Number(h) * 3600 + Number(m) * 60 + Number(s) || undefined;
}
