import { expect, test } from 'vitest';
import { playerHosts, toPlayableVideo } from '../../../src/model/page/playable-video.ts';

const id = 'a-B_c1d2E3f';
const page = `https://www.youtube.com/watch?v=${id}`;

test.each([
  [`https://www.youtube.com/watch?v=${id}`],
  [`http://youtube.com/watch?list=PLx&v=${id}&index=2`],
  [`//www.youtube.com/embed/${id}`],
  [`https://m.youtube.com/watch?v=${id}`],
  [`https://music.youtube.com/watch?v=${id}`],
  [`https://youtu.be/${id}?si=abc`],
  [`https://www.youtube.com/embed/${id}?rel=0`],
  [`https://www.youtube-nocookie.com/embed/${id}`],
  [`https://www.youtube.com/live/${id}?feature=share`],
  [`https://www.youtube.com/shorts/${id}/`],
  [`https://www.youtube.com/v/${id}`],
  [`HTTPS://YouTube.com/watch?v=${id}#t=0`],
])('%s is a video on YouTube', (url) => {
  expect(toPlayableVideo(url)).toEqual({
    host: 'YouTube',
    id,
    href: page,
    embed: `https://www.youtube.com/embed/${id}`,
    player: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  });
});

test.each([
  [`${page}&t=90`, 90],
  [`${page}&t=90s`, 90],
  [`${page}&t=1m30s`, 90],
  [`${page}&t=1h2m3s`, 3723],
  [`${page}&t=2h`, 7200],
  [`${page}#t=1m30s`, 90],
  [`https://youtu.be/${id}?t=90`, 90],
  [`https://www.youtube.com/embed/${id}?start=90`, 90],
])('%s begins at %i s', (url, start) => {
  expect(toPlayableVideo(url)).toMatchObject({
    start,
    href: `${page}&t=${start}s`,
    player: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&start=${start}`,
  });
});

test.each([
  ['https://vimeo.com/12345', '12345', '12345'],
  ['https://www.vimeo.com/12345?share=copy', '12345', '12345'],
  ['https://vimeo.com/channels/staff/12345', '12345', '12345'],
  ['https://vimeo.com/groups/maths/videos/12345', '12345', '12345'],
  ['https://vimeo.com/showcase/77/video/12345', '12345', '12345'],
  ['https://player.vimeo.com/video/12345?title=0', '12345', '12345'],
  ['//player.vimeo.com/video/12345?h=0a1b', '12345/0a1b', '12345?h=0a1b'],
  ['https://vimeo.com/12345/0a1b', '12345/0a1b', '12345?h=0a1b'],
])('%s is a video on Vimeo', (url, at, embedded) => {
  const embed = `https://player.vimeo.com/video/${embedded}`;
  expect(toPlayableVideo(url)).toEqual({
    host: 'Vimeo',
    id: '12345',
    href: `https://vimeo.com/${at}`,
    embed,
    player: `${embed}${embed.includes('?') ? '&' : '?'}dnt=1&autoplay=1`,
  });
});

test('a video on Vimeo starts at the time in its address', () => {
  expect(toPlayableVideo('https://vimeo.com/12345#t=1m30s')).toMatchObject({
    start: 90,
    href: 'https://vimeo.com/12345#t=90s',
    player: 'https://player.vimeo.com/video/12345?dnt=1&autoplay=1#t=90s',
  });
});

test.each([
  ['https://www.youtube.com/watch?list=PLx'],
  ['https://www.youtube.com/playlist?list=PLx'],
  ['https://www.youtube.com/embed/videoseries?list=PLx'],
  ['https://www.youtube.com/embed/live_stream?channel=x'],
  ['https://www.youtube.com/@example'],
  ['https://www.youtube.com/watch?v=short'],
  [`https://www.youtube.com/watch?v=${id}%22%3E`],
  [`https://notyoutube.com/watch?v=${id}`],
  [`https://youtube.com.example.org/watch?v=${id}`],
  [`https://example.org/?u=https://youtu.be/${id}`],
  [`javascript://youtu.be/${id}`],
  ['https://vimeo.com/event/12345'],
  ['https://vimeo.com/showcase/12345'],
  ['https://vimeo.com/example'],
  ['https://vimeo.com/ondemand/x/12345'],
  ['https://player.vimeo.com/video/12345/x/y'],
  ['talk.mp4'],
  ['https://['],
  [''],
])('%s is none that can be played', (url) => {
  expect(toPlayableVideo(url)).toBeUndefined();
});

test('every player is on a host that pages may embed', () => {
  const players = [page, 'https://vimeo.com/1'].map((url) => toPlayableVideo(url)?.player ?? '');
  expect(players.map((player) => new URL(player).hostname)).toEqual(playerHosts);
});
