import { findIcon } from '../../model/site/icon-sets.ts';
import { isLeftOver } from './left-over.ts';
import { toLink } from './link-item.ts';
import { fromWhere, type Item } from './noted-yaml.ts';
import { firstInside, textOf, type OldValue } from '../old-site/old-values.ts';

/** Accounts that academicpages and old themes know by a user name, by their keys. */
const accounts: Readonly<Record<string, readonly [name: string, url: string]>> = {
  github: ['GitHub', 'https://github.com/'],
  gitlab: ['GitLab', 'https://gitlab.com/'],
  bitbucket: ['Bitbucket', 'https://bitbucket.org/'],
  linkedin: ['LinkedIn', 'https://www.linkedin.com/in/'],
  twitter: ['Twitter', 'https://twitter.com/'],
  x: ['X', 'https://x.com/'],
  bluesky: ['Bluesky', 'https://bsky.app/profile/'],
  orcid: ['ORCID', 'https://orcid.org/'],
  researchgate: ['ResearchGate', 'https://www.researchgate.net/profile/'],
  facebook: ['Facebook', 'https://www.facebook.com/'],
  instagram: ['Instagram', 'https://www.instagram.com/'],
  youtube: ['YouTube', 'https://www.youtube.com/@'],
  stackoverflow: ['Stack Overflow', 'https://stackoverflow.com/users/'],
  keybase: ['Keybase', 'https://keybase.io/'],
  kaggle: ['Kaggle', 'https://www.kaggle.com/'],
  medium: ['Medium', 'https://medium.com/@'],
  dribbble: ['Dribbble', 'https://dribbble.com/'],
  codepen: ['CodePen', 'https://codepen.io/'],
  flickr: ['Flickr', 'https://www.flickr.com/photos/'],
  soundcloud: ['SoundCloud', 'https://soundcloud.com/'],
  pinterest: ['Pinterest', 'https://www.pinterest.com/'],
  tumblr: ['Tumblr', 'https://www.tumblr.com/'],
  weibo: ['Weibo', 'https://weibo.com/'],
  xing: ['Xing', 'https://www.xing.com/profile/'],
  lastfm: ['Last.fm', 'https://www.last.fm/user/'],
  zhihu: ['Zhihu', 'https://www.zhihu.com/people/'],
  goodreads: ['Goodreads', 'https://www.goodreads.com/'],
  telegram: ['Telegram', 'https://t.me/'],
  wikipedia: ['Wikipedia', 'https://en.wikipedia.org/wiki/User:'],
  googlescholar: ['Google Scholar', ''],
  semantic: ['Semantic Scholar', ''],
  'inspire-hep': ['INSPIRE', ''],
  inspirehep: ['INSPIRE', ''],
  impactstory: ['Impactstory', ''],
  academia: ['Academia.edu', ''],
  arxiv: ['arXiv', ''],
  pubmed: ['PubMed', ''],
  scopus: ['Scopus', ''],
  ssrn: ['SSRN', ''],
  zotero: ['Zotero', ''],
  mastodon: ['Mastodon', ''],
  uri: ['Website', ''],
};

/** Keys that say something else of the owner. */
const noAccount = /^(name|avatar|bio|pronouns|location|employer|logo|image|portrait)$/i;

/** Names of icons that differ from the key or the name of a network. */
const iconNames: Readonly<Record<string, string>> = {
  'E-mail': 'envelope',
  Website: 'link',
  'Stack Overflow': 'stack-overflow',
  'Google Scholar': 'google-scholar',
  'Semantic Scholar': 'semantic-scholar',
  'Academia.edu': 'academia',
  INSPIRE: 'inspire',
};

/**
 * Links from keys that hold an address or the name of a user, such as `author.github` of Jekyll. An
 * address under a key that is not known is called by it.
 */
export function accountLinks(map: OldValue | undefined): Item[] {
  return Object.keys(map?.value ?? {}).flatMap((key): Item[] => {
    const found = firstInside(map, key);
    const text = textOf(found);
    if (!found || text === undefined || noAccount.test(key)) return [];
    const isAddress = /^https?:\/\//i.test(text);
    const [name, base] = accountOf(key) ?? [capitalise(key), ''];
    if ((!isAddress && base === '' && key !== 'email') || isLeftOver(text)) return [];
    const url = isAddress
      ? text
      : key === 'email'
        ? `mailto:${text}`
        : base + text.replace(/^@/, '');
    const icon = iconNames[name] ?? name.toLowerCase();
    const link = toLink(url, name, findIcon(icon) ? icon : undefined, undefined);
    return [{ ...link, from: { url: found }, note: fromWhere([found]) ?? '' }];
  });
}

function accountOf(key: string) {
  const word = key.toLowerCase();
  return word === 'email'
    ? (['E-mail', ''] as const)
    : (accounts[word.replaceAll('_', '')] ?? accounts[word]);
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).replace(/[_-]/g, ' ');
}
