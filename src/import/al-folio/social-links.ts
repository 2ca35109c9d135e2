import { isMap } from '../../schema/describe.ts';
import { findOwn } from '../../schema/own-value.ts';
import { findFirstValue, findValue, type OldValue, toText } from '../old-site/old-values.ts';
import { findIcon } from '../../model/page/icons.ts';
import { formatSources, type YamlItem } from '../settings/annotated-yaml.ts';

/** Accounts by the keys of al-folio: the name, the address before the user name, and the icon. */
const accounts: Readonly<Record<string, readonly [name: string, base: string, icon: string]>> = {
  email: ['E-mail', 'mailto:', 'envelope'],
  acm_id: ['ACM', 'https://dl.acm.org/profile/', 'acm'],
  blogger_url: ['Blogger', '', 'blogger'],
  bluesky_url: ['Bluesky', '', 'bluesky'],
  dblp_url: ['DBLP', '', 'dblp'],
  discord_id: ['Discord', 'https://discord.com/users/', 'discord'],
  facebook_id: ['Facebook', 'https://www.facebook.com/', 'facebook'],
  flickr_id: ['Flickr', 'https://www.flickr.com/', 'flickr'],
  github_username: ['GitHub', 'https://github.com/', 'github'],
  gitlab_username: ['GitLab', 'https://gitlab.com/', 'gitlab'],
  hal_id: ['HAL', 'https://cv.hal.science/', 'hal'],
  ieee_id: ['IEEE Xplore', 'https://ieeexplore.ieee.org/author/', 'ieee'],
  inspirehep_id: ['INSPIRE', 'https://inspirehep.net/authors/', 'inspire'],
  instagram_id: ['Instagram', 'https://www.instagram.com/', 'instagram'],
  kaggle_id: ['Kaggle', 'https://www.kaggle.com/', 'kaggle'],
  keybase_username: ['Keybase', 'https://keybase.io/', 'keybase'],
  lastfm_id: ['Last.fm', 'https://www.last.fm/user/', 'lastfm'],
  lattes_id: ['Lattes', 'http://lattes.cnpq.br/', 'lattes'],
  leetcode_id: ['LeetCode', 'https://leetcode.com/u/', 'link'],
  linkedin_username: ['LinkedIn', 'https://www.linkedin.com/in/', 'linkedin'],
  mastodon_username: ['Mastodon', 'https://', 'mastodon'],
  medium_username: ['Medium', 'https://medium.com/@', 'medium'],
  orcid_id: ['ORCID', 'https://orcid.org/', 'orcid'],
  osf_id: ['OSF', 'https://osf.io/', 'osf'],
  pinterest_id: ['Pinterest', 'https://www.pinterest.com/', 'pinterest'],
  publons_id: ['Publons', 'https://publons.com/a/', 'publons'],
  quora_username: ['Quora', 'https://www.quora.com/profile/', 'quora'],
  research_gate_profile: ['ResearchGate', 'https://www.researchgate.net/profile/', 'researchgate'],
  scholar_userid: [
    'Google Scholar',
    'https://scholar.google.com/citations?user=',
    'google-scholar',
  ],
  scopus_id: ['Scopus', 'https://www.scopus.com/authid/detail.uri?authorId=', 'scopus'],
  semanticscholar_id: [
    'Semantic Scholar',
    'https://www.semanticscholar.org/author/',
    'semantic-scholar',
  ],
  spotify_id: ['Spotify', 'https://open.spotify.com/user/', 'spotify'],
  stackoverflow_id: ['Stack Overflow', 'https://stackoverflow.com/users/', 'stack-overflow'],
  strava_userid: ['Strava', 'https://www.strava.com/athletes/', 'strava'],
  telegram_username: ['Telegram', 'https://t.me/', 'telegram'],
  twitter_username: ['Twitter', 'https://twitter.com/', 'twitter'],
  unsplash_id: ['Unsplash', 'https://unsplash.com/@', 'unsplash'],
  whatsapp_number: ['WhatsApp', 'https://wa.me/', 'whatsapp'],
  wikidata_id: ['Wikidata', 'https://www.wikidata.org/wiki/', 'link'],
  wikipedia_id: ['Wikipedia', 'https://en.wikipedia.org/wiki/User:', 'wikipedia'],
  work_url: ['Work', '', 'briefcase'],
  x_username: ['X', 'https://x.com/', 'x'],
  youtube_id: ['YouTube', 'https://www.youtube.com/@', 'youtube'],
  zotero_username: ['Zotero', 'https://www.zotero.org/', 'zotero'],
};

/** Returns the links of the owner from `_config.yml` or `_data/socials.yml`, in the order of the file. */
export function toSocialLinks(data: OldValue | undefined): YamlItem[] {
  return Object.keys(data?.value ?? {}).flatMap((key): YamlItem[] => {
    const value = findFirstValue(data, key);
    if (!value) return [];
    if (key === 'academia_edu') return toAcademiaLink(value);
    const account = findOwn(accounts, key);
    if (account === undefined) return toCustomLink(key, value);
    const text = toText(value);
    if (text === undefined) return [];
    const [name, base, icon] = account;
    const isAddress = /^(https?|mailto):/i.test(text);
    const address = isAddress ? text : base + text.replace(/^@|\s+/g, '');
    if (!/^(https?:\/\/|mailto:.+@)/i.test(address)) return [];
    return [toItem(name, address, icon, value)];
  });
}

function toAcademiaLink(value: OldValue): YamlItem[] {
  const [organization, user] = ['organization', 'username'].map((key) =>
    toText(findValue(value, key)),
  );
  if (organization === undefined || user === undefined) return [];
  return [
    toItem('Academia.edu', `https://${organization}.academia.edu/${user}`, 'academia', value),
  ];
}

/** A network of the author's own: `title`, `url` and a logo. */
function toCustomLink(key: string, value: OldValue): YamlItem[] {
  if (!isMap(value.value)) return [];
  const url = toText(findValue(value, 'url'));
  if (url === undefined || !/^https?:/i.test(url)) return [];
  return [toItem(toText(findValue(value, 'title')) ?? key, url, 'link', value)];
}

function toItem(name: string, url: string, icon: string, value: OldValue): YamlItem {
  const item = { name, url, ...(findIcon(icon) && { icon }) };
  return { value: item, from: { url: value }, note: formatSources([value]) ?? '' };
}
