import { findFirstPage, type FirstPage, type PageLink } from '../page/link.ts';
import { toPlayableVideo, type PlayableVideo } from '../page/playable-video.ts';
import type { PageImage } from '../page/image.ts';
import type { Talk } from './talk.ts';

/** A video that a talk's page can show: by the player of its host, or as a file of this site. */
export interface TalkVideo {
  playable?: PlayableVideo;
  /** The address of the file. */
  file?: string;
}

/** The one video of a talk's page: the talk's own, else that of its latest delivery. */
export function findTalkVideo(talk: Talk): TalkVideo | undefined {
  for (const { kind, href, file } of linksOfPage(talk)) {
    if (kind !== 'video') continue;
    const playable = toPlayableVideo(href);
    if (playable) return { playable };
    if (file && /\.(mp4|m4v|webm|ogv)$/i.test(href)) return { file: href };
  }
  return undefined;
}

/** What each picture of a talk does on its page, where none is shown twice. */
export interface TalkImages {
  /** Stands where the video will. */
  still?: Pick<PageImage, 'image' | 'alt' | 'position'>;
  figure?: PageImage;
  firstPage?: FirstPage;
}

/** A picture with a caption is there to be read, and does not give way to a video. */
export function arrangeImages(talk: Talk, hasVideo: boolean): TalkImages {
  const { picture } = talk;
  const firstPage = findFirstPage(linksOfPage(talk));
  const figure = picture?.previewOnly ? undefined : picture;
  const shown = figure && { figure };
  if (!hasVideo) return { ...shown, ...(firstPage && { firstPage }) };
  if (picture && !figure?.caption) return { still: picture, ...(firstPage && { firstPage }) };
  if (!firstPage) return { ...shown };
  const { of, image } = firstPage;
  return { ...shown, still: { image, alt: `First page of the ${of}`, position: 'center' } };
}

function linksOfPage({ links, deliveries }: Talk): PageLink[] {
  return [...links, ...deliveries.toReversed().flatMap((delivery) => delivery.links)];
}
