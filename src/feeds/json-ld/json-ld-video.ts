import type { VideoObject } from 'schema-dts';
import type { Occasion } from '../../model/order.ts';
import { toPlayableVideo } from '../../model/talk/playable-video.ts';
import type { Site } from '../../model/site/site.ts';
import { toIso } from '../../model/talk/when.ts';
import { describeTalk } from '../head/describe-page.ts';

/**
 * The recording of a delivery. Nobody writes when a recording was put up, which search engines ask
 * for: the day of the talk stands for it, before which there was none.
 * @param url Where it is watched.
 */
export function toVideo(site: Site, occasion: Occasion, url: string): VideoObject {
  const { talk, delivery } = occasion;
  const { when } = delivery;
  const player = toPlayableVideo(url)?.embed;
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
