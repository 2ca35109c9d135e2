import type { VideoObject } from 'schema-dts';
import type { Occasion } from '../model/order.ts';
import type { Site } from '../model/site.ts';
import { toIso } from '../model/when.ts';
import { describeTalk } from './describe-page.ts';

/**
 * The recording of a delivery. Nobody writes when a recording was put up, which search engines ask
 * for: the day of the talk stands for it, before which there was none.
 * @param url Where it is watched.
 */
export function toVideo(site: Site, occasion: Occasion, url: string): VideoObject {
  const { talk, delivery } = occasion;
  const { when } = delivery;
  const player = playerOf(url);
  return {
    '@type': 'VideoObject',
    name: talk.title.text,
    description: describeTalk(occasion, site.language),
    thumbnailUrl: site.absolute(site.addresses.talkPicture(talk.slug)),
    uploadDate: toIso(when, when.end ?? when.start),
    url,
    ...(/\.(mp4|m4v|mov|webm|ogv)([?#]|$)/i.test(url) && { contentUrl: url }),
    ...(player && { embedUrl: player }),
  };
}

/** The player of a video on YouTube or Vimeo. */
function playerOf(url: string): string | undefined {
  const youtube =
    /^https?:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch\?(?:[^#]*&)?v=|live\/|embed\/)|youtu\.be\/)([\w-]{11})/;
  const vimeo = /^https?:\/\/(?:www\.)?vimeo\.com\/(\d+)/;
  const [, onYoutube] = youtube.exec(url) ?? [];
  const [, onVimeo] = vimeo.exec(url) ?? [];
  if (onYoutube) return `https://www.youtube.com/embed/${onYoutube}`;
  return onVimeo && `https://player.vimeo.com/video/${onVimeo}`;
}
