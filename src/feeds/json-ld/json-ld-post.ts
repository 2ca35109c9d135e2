import type { BlogPosting } from 'schema-dts';
import type { Post } from '../../model/post.ts';
import type { Site } from '../../model/site/site.ts';
import { toIso } from '../../model/talk/when.ts';
import { toSpeaker } from './json-ld-person.ts';

/** A post in the words of schema.org, with what search engines ask of an article. */
export function toBlogPosting(site: Site, post: Post): BlogPosting {
  const { title, subtitle, summary, day, changed, tags } = post;
  const url = site.absolute(post.href);
  return {
    '@type': 'BlogPosting',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: title.text,
    ...(subtitle && { alternativeHeadline: subtitle.text }),
    ...(summary && { description: summary.text }),
    ...(day && { datePublished: toIso(day) }),
    ...(changed && { dateModified: toIso(changed) }),
    author: post.authors.map((author) => toSpeaker(site, author)),
    image: site.absolute(post.picture?.image.src ?? site.addresses.sharePicture),
    inLanguage: site.language,
    ...(tags.length > 0 && { keywords: tags.join(', ') }),
  };
}
