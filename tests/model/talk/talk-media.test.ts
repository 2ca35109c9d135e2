import { describe, expect, it } from 'vitest';
import { arrangeImages, findTalkVideo } from '../../../src/model/talk/talk-media.ts';
import { createFileFinder, makeTalk } from '../../helpers/make/talk.ts';

const image = (src: string) => ({ src, width: 16, height: 9, format: 'png' });
const slides = { href: '/s.pdf', bytes: 7, preview: image('page.png') };
const withSlides = { findFile: () => slides };

describe('the video of a talk', () => {
  it.each([
    [
      'its own',
      {
        url_video: 'https://vimeo.com/1',
        deliveries: [{ date: '2021-01-01', url_video: 'https://vimeo.com/2' }],
      },
      '1',
    ],
    [
      'the first that can be played',
      {
        url_video: 'https://example.org/v',
        links: [{ type: 'video', url: 'https://vimeo.com/3' }],
      },
      '3',
    ],
    ['an address that is not called a video', { external_link: 'https://vimeo.com/4' }, '4'],
    [
      'that of its latest delivery',
      {
        deliveries: [
          { date: '2022-01-01', url_video: 'https://vimeo.com/6' },
          { date: '2021-01-01', url_video: 'https://vimeo.com/5' },
        ],
      },
      '6',
    ],
  ])('is %s', (_, keys, id) => {
    expect(findTalkVideo(makeTalk(keys))?.playable?.id).toBe(id);
  });

  it('is a file of the site', () => {
    const talk = makeTalk({ url_video: 'talk.mp4' }, { findFile: createFileFinder('talk.mp4') });
    expect(findTalkVideo(talk)).toEqual({ file: '/talk.mp4' });
  });

  it.each([
    { url_slides: 'https://vimeo.com/1' },
    { url_video: 'https://example.org/talk.mp4' },
    { url_video: 'https://vimeo.com/event/1' },
    { url_video: 'gone.mp4' },
  ])('is nothing for %j', (keys) => {
    expect(findTalkVideo(makeTalk(keys))).toBeUndefined();
  });
});

describe('the images on the page of a talk', () => {
  const file = image('p.png');
  const caption = {
    texts: { title: { html: 'T', text: 'T' }, caption: { html: 'C', text: 'C' } },
  };
  const arranged = (talk: ReturnType<typeof makeTalk>, video = true) => {
    const { still, figure, firstPage } = arrangeImages(talk, video);
    return [still?.file.src, figure?.file.src, firstPage?.image.src];
  };

  it.each([
    ['nothing', makeTalk(), [undefined, undefined, undefined]],
    ['an image', makeTalk({}, { image: file }), ['p.png', undefined, undefined]],
    [
      'an image with a caption',
      makeTalk({}, { image: file, ...caption }),
      [undefined, 'p.png', undefined],
    ],
    ['slides', makeTalk({ url_slides: 's.pdf' }, withSlides), ['page.png', undefined, undefined]],
    [
      'slides and an image',
      makeTalk({ url_slides: 's.pdf' }, { image: file, ...withSlides }),
      ['p.png', undefined, 'page.png'],
    ],
    [
      'slides and an image with a caption',
      makeTalk({ url_slides: 's.pdf' }, { image: file, ...withSlides, ...caption }),
      ['page.png', 'p.png', undefined],
    ],
    [
      'an image for lists only',
      makeTalk({ image: { preview_only: true } }, { image: file, ...caption }),
      ['p.png', undefined, undefined],
    ],
  ])('%s: no image is shown twice', (_, talk, expected) => {
    expect(arranged(talk)).toEqual(expected);
  });

  it('do not include the video preview without a video', () => {
    const talk = makeTalk({ url_slides: 's.pdf' }, { image: file, ...withSlides });
    expect(arranged(talk, false)).toEqual([undefined, 'p.png', 'page.png']);
    const hidden = makeTalk({ image: { preview_only: true } }, { image: file });
    expect(arranged(hidden, false)).toEqual([undefined, undefined, undefined]);
  });
});
