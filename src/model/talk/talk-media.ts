import { findFirstPage, type FirstPage, type PageLink } from '../page/link.ts';
import { toPlayableVideo, type PlayableVideo } from '../page/playable-video.ts';
import type { PageImage } from '../page/image.ts';
import type { Talk } from './talk.ts';

/** A video on the page of a talk: in the player of its host, or a file of this site. */
export interface TalkVideo {
  playable?: PlayableVideo;
  /** The address of the file. */
  file?: string;
}

/** Finds the video for the page of a talk: that of the talk, or else of its latest delivery. */
export function findTalkVideo(talk: Talk): TalkVideo | undefined {
  for (const { kind, href, file } of listLinks(talk)) {
    if (kind !== 'video') continue;
    const playable = toPlayableVideo(href);
    if (playable) return { playable };
    if (file && /\.(mp4|m4v|webm|ogv)$/i.test(href)) return { file: href };
  }
  return undefined;
}

/** The images on the page of a talk. None is shown twice. */
export interface TalkImages {
  /** The preview image of the video. */
  still?: Omit<PageImage, 'animated' | 'caption' | 'previewOnly'>;
  figure?: PageImage;
  firstPage?: FirstPage;
}

/** Arranges the images of a talk. An image with a caption is not used as the preview of the video. */
export function arrangeImages(talk: Talk, hasVideo: boolean): TalkImages {
  const { image } = talk;
  const firstPage = findFirstPage(listLinks(talk));
  const figure = image?.previewOnly ? undefined : image;
  const figurePart = figure && { figure };
  if (!hasVideo) return { ...figurePart, ...(firstPage && { firstPage }) };
  if (image && !figure?.caption) return { still: image, ...(firstPage && { firstPage }) };
  if (!firstPage) return { ...figurePart };
  const { kind, image: firstImage } = firstPage;
  return {
    ...figurePart,
    still: { file: firstImage, alt: `First page of the ${kind}`, position: 'center' },
  };
}

function listLinks({ links, deliveries }: Talk): PageLink[] {
  return [...links, ...deliveries.toReversed().flatMap((delivery) => delivery.links)];
}
