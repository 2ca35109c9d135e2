import { talkFile } from '../make/talk-file.ts';

export const robots = 'User-agent: *\nDisallow: /files/\n';
/** A site with only talks, and with host files of the author. */
export const talksOnlyFiles = {
  'content/talks/a.md': talkFile({ title: 'A', event: 'A seminar', date: '2025-01-01' }),
  'content/site.yaml': `name: Ada Example
url: https://ada.example
language: en-GB
timezone: Europe/London
host: apache
home: [recent_talks, recent_talk, { text: gone }]
navigation:
  - { name: Find, url: /search/ }
  - { name: Talks, url: /talks/ }
  - { name: Life, url: /cv/ }
`,
  'public/robots.txt': robots,
  'public/_headers': '/*\n  X-Own: yes\n',
};
