import { academic2, academic4, academicpages, hugoblox, wowchemy } from '../old-sites/old-sites.ts';

/** A file of an old site that the import reads. */
export interface OldSiteReader {
  name: string;
  /** The path of the file in the old site. */
  path: string;
  files: Readonly<Record<string, string>>;
}

/** Returns the files of a site with one more file, or another content of one. */
const withFile = (files: Readonly<Record<string, string>>, path: string, text: string) => ({
  ...files,
  [path]: text,
});

const hugoJson = JSON.stringify(
  {
    ...{ baseURL: 'https://ada.example.edu/', theme: 'academic', languageCode: 'en-us' },
    permalinks: { post: '/:year/:slug/' },
    params: {
      name: 'Ada Example',
      social: [{ icon: 'github', link: 'https://github.com/example' }],
    },
    menu: { main: [{ name: 'Talks', url: '#talks', weight: 3 }] },
  },
  null,
  2,
);
const { 'config.toml': _toml, ...academicContent } = academic2;

const rMarkdown = `---
title: "On \`r 1 + 1\` rulers"
author: Ada Example
date: "\`r Sys.Date()\`"
output:
  blogdown::html_page:
    toc: true
tags: [R]
---

\`\`\`{r setup, echo=FALSE}
plot(1:10)
\`\`\`

Text with \\@ref(fig:plot) and $x^2$.
`;

const jekyllPost = `---
title: "A post"
permalink: /posts/:year/:title/
categories: [a, b]
date: 2019-05-22 10:00:00 +0100
---
{% include figure.html src="/images/a.png" %} See [it]({{ site.baseurl }}{% post_url 2018-01-01-old %}).

{% highlight python %}
print(1)
{% endhighlight %}
{: .note}
`;

export const oldSiteReaders: readonly OldSiteReader[] = [
  { name: 'configuration of Hugo in TOML', path: 'config.toml', files: academic2 },
  { name: 'settings of Wowchemy', path: 'config/_default/params.yaml', files: wowchemy },
  { name: 'menus of Hugo', path: 'config/_default/menus.toml', files: academic4 },
  { name: 'author of HugoBlox', path: 'data/authors/me.yaml', files: hugoblox },
  { name: 'home page of HugoBlox', path: 'content/_index.md', files: hugoblox },
  {
    name: 'configuration of Hugo in JSON',
    path: 'config.json',
    files: withFile(academicContent, 'config.json', hugoJson),
  },
  { name: 'configuration of Jekyll', path: '_config.yml', files: academicpages },
  { name: 'CV of academicpages', path: '_pages/cv.md', files: academicpages },
  {
    name: 'post of Jekyll',
    path: '_posts/2019-05-22-a-post.md',
    files: withFile(academicpages, '_posts/2019-05-22-a-post.md', jekyllPost),
  },
  {
    name: 'R Markdown',
    path: 'content/post/2019-01-02-rulers.Rmd',
    files: withFile(academic2, 'content/post/2019-01-02-rulers.Rmd', rMarkdown),
  },
  { name: 'widget of a home page', path: 'content/home/experience.md', files: academic4 },
];
