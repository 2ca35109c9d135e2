import { makeImage } from '../make/images.ts';
import { makePdf } from '../make/pdf.ts';

/** The numbers from 1 to `count`, as two digits. */
function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(i + 1).padStart(2, '0'));
}

const config = `title: blank
first_name: Ada
middle_name: M.
last_name: Example
email: ada@uni-graz.at
description: Knots and the people who tie them.
lang: en
icon: ⚛️
url: https://ada.uni-graz.at
baseurl:
navbar_fixed: true
max_width: 930px
enable_masonry: true
giscus: { repo: ada/site, category: Comments }
permalink: /blog/:year/:title/
collections:
  news: { defaults: { layout: post }, output: true }
  projects: { output: true }
  talks: { output: true }
  people: { output: true }
  teachings: { output: true }
  books: { output: true }
  notes: { output: true }
include: ['_pages']
exclude: [bin, README.md, _pages/old.md]
jekyll-archives:
  posts:
    enabled: [year, tags, categories]
    permalinks: { year: '/blog/:year/', tags: '/blog/:type/:name/', categories: '/blog/:type/:name/' }
scholar:
  last_name: [Example]
  bibliography: papers.bib
third_party_libraries:
  mathjax: { version: 3.2.2, url: { js: 'https://cdn.example.org/mathjax.js' } }
`;

const about = `---
layout: about
title: about
permalink: /
subtitle: Reader in Knots at the <a href="https://uni-graz.at">University of Graz</a>
profile:
  align: right
  image: ada.png
  more_info: >
    <p>Room 12</p>
news: true
selected_papers: true
social: true
---

I tie knots, and I wrote [a paper about them](assets/pdf/knots.pdf).
`;

const cv = `- title: General Information
  type: map
  contents:
    - { name: Full Name, value: Ada M. Example }
- title: Education
  type: time_table
  contents:
    - title: PhD
      institution: University of Graz
      year: 2009 - 2013
      description: [Thesis on knots.]
- title: Experience
  type: time_table
  contents:
    - { title: Reader, institution: University of Graz, year: 2019-now }
- title: Honors and Awards
  type: time_table
  contents:
    - { year: 2021, items: [Knot prize] }
- title: Languages
  type: nested_list
  contents:
    - { title: German, items: [native] }
- title: Expeditions
  type: time_table
  contents:
    - { title: To the rope works, year: 2018 }
`;

const page = (keys: string, body: string) => `---\nlayout: page\n${keys}\n---\n\n${body}\n`;

const entry = (number: string) => `@article{example20${number},
  abbr={Knots},
  bibtex_show={true},
  title={On knot number ${number}},
  author={Example, Ada and Sample, Lin},
  journal={Journal of Knots},
  year={20${number}},
  abstract={Knot ${number} is tied.},
  pdf={knots.pdf},
  code={https://example.org/knots/${number}},
  slides={knots.pdf},
  preview={knot.png},
  altmetric={${number}},
  google_scholar_id={abc${number}},
  selected={${number === '01'}}
}
`;

/** A text with every tag of al-folio that has a meaning outside templates. */
const everyTag = `See {% cite example2001 example2002 %} and {% reference example2003 %}.

{% include figure.liquid path="assets/img/knot.png" title="A knot" class="img-fluid" zoomable=true caption="Figure 1" %}

<div class="row">
    <div class="col-sm mt-3">
        {% include figure.liquid loading="eager" path="assets/img/knot.png" title="The same knot" %}
    </div>
</div>

{% include video.liquid path="https://www.youtube.com/embed/abcdefghijk" class="img-fluid" %}
{% include audio.liquid path="assets/audio/knot.mp3" controls=true %}

{% include repository/repo.liquid repository="ada/knots" %}

{% details Click here %}
Hidden *words*.
{% enddetails %}

{% raw %}
\`\`\`liquid
{{ page.title }} {% cite nobody %}
\`\`\`
{% endraw %}

{% tabs log %}
{% tab log first %}
One.
{% endtab %}
{% endtabs %}

Before: [the first post]({% post_url 2021-01-05-post-01 %}), [a file]({{ '/assets/pdf/knots.pdf' | relative_url }}).

{% quote example2001 %}
A knot is a knot.
{% endquote %}

{% highlight python %}
print("{% include x %}")
{% endhighlight %}

## References

{% bibliography --cited %}
`;

/** An al-folio site with every kind of page, at least 60 of them. */
export async function makeAlFolioSite(): Promise<Record<string, string | Buffer>> {
  const image = await makeImage('png');
  const posts = numbers(15).map((number): [string, string] => [
    `_posts/20${number === '15' ? '22' : '21'}-01-05-post-${number}.md`,
    `---\nlayout: ${number === '02' ? 'distill' : 'post'}\ntitle: Post ${number}\ndate: 20${number === '15' ? '22' : '21'}-01-05 15:09:00\ndescription: What it says\ntags: knots rope\ncategories: notes\ngiscus_comments: true\nrelated_posts: false\nthumbnail: assets/img/knot.png\n${number === '02' ? 'authors:\n  - { name: Ada M. Example, affiliations: { name: Graz } }\ntoc:\n  - name: Part\n' : 'toc:\n  sidebar: left\n'}---\n\n${number === '01' ? everyTag : `Text ${number}.`}\n`,
  ]);
  const news = numbers(8).map((number): [string, string] => [
    `_news/announcement_${number}.md`,
    `---\nlayout: post\ndate: 2022-03-${number} 07:59:00-0400\ninline: true\nrelated_posts: false\n---\n\nPaper ${number} was accepted at [Knots](https://example.org). It is about rope.\n`,
  ]);
  const projects = numbers(8).map((number): [string, string] => [
    `_projects/${number}_project.md`,
    page(
      `title: Project ${number}\ndescription: A project\nimg: assets/img/knot.png\nimportance: ${Number(number)}\ncategory: work\nrelated_publications: ${number === '01' ? 'example2001, example2002' : 'true'}\ngiscus_comments: false`,
      `About project ${number}.`,
    ),
  ]);
  const talks = numbers(10).map((number): [string, string] => [
    `_talks/talk_${number}.md`,
    `---\nlayout: talk\ntitle: Talk ${number}\ndate: 2023-04-${number}\nvenue: Knot Days\nlocation: Graz\nslides: /assets/pdf/knots.pdf\n---\n\nWhat I said.\n`,
  ]);
  const people = numbers(6).map((number): [string, string] => [
    `_people/${Number(number) % 2 ? 'staff' : 'students'}/person_${number}.md`,
    `---\nname: Person ${number}\nposition: Knotter\ncategory: ${Number(number) % 2 ? 'Staff' : 'Students'}\nimage: knot.png\ninterests: rope, twine\n---\n`,
  ]);
  const pages = Object.entries({
    'cv.md':
      '---\nlayout: cv\npermalink: /cv/\ntitle: cv\nnav: true\nnav_order: 5\ncv_pdf: knots.pdf\n---\n',
    'publications.md': page(
      'permalink: /publications/\ntitle: publications\nnav: true\nnav_order: 2',
      '{% include bib_search.liquid %}\n\n<div class="publications">\n\n{% bibliography %}\n\n</div>',
    ),
    'projects.md': page(
      'permalink: /projects/\ntitle: projects\nnav: true\nnav_order: 3\ndisplay_categories: [work]',
      '<div>\n{% assign sorted = site.projects | sort: "importance" %}\n{% for project in sorted %}\n{% include projects.liquid %}\n{% endfor %}\n</div>',
    ),
    'talks.md': page(
      'permalink: /talks/\ntitle: talks\nnav: true\nnav_order: 4',
      '{% for talk in site.talks %}\n- {{ talk.title }}\n{% endfor %}',
    ),
    'people.md': page(
      'permalink: /people/\ntitle: people\nnav: true\nnav_order: 6',
      '{% for person in site.people %}\n{{ person.name }}\n{% endfor %}',
    ),
    'teaching.md': page(
      'permalink: /teaching/\ntitle: teaching\nnav: true\nnav_order: 7',
      '{% include courses.liquid %}',
    ),
    'blog.md':
      '---\nlayout: default\npermalink: /blog/\ntitle: blog\nnav: true\nnav_order: 1\npagination:\n  enabled: true\n---\n\n{% for post in paginator.posts %}{{ post.title }}{% endfor %}\n',
    'news.md': page('title: news\npermalink: /news/', '{% include news.liquid %}'),
    'books.md':
      '---\nlayout: book-shelf\ntitle: bookshelf\npermalink: /books/\nnav: false\ncollection: books\n---\n\n> Words\n',
    'repositories.md': page(
      'permalink: /repositories/\ntitle: repositories\nnav: true\nnav_order: 8',
      '{% for repo in site.data.repositories.github_repos %}\n{% include repository/repo.liquid repository=repo %}\n{% endfor %}',
    ),
    'profiles.md':
      '---\nlayout: profiles\npermalink: /team/\ntitle: team\nnav: false\nprofiles:\n  - { align: right, image: ada.png, content: about_lin.md, more_info: <p>Room 3</p> }\n---\n',
    'about_lin.md': 'Lin ties knots, too.\n',
    'dropdown.md':
      '---\nlayout: page\ntitle: more\nnav: true\nnav_order: 9\ndropdown: true\nchildren:\n  - { title: contact, permalink: /contact/ }\n  - { title: divider }\n  - { title: team, permalink: /team/ }\n---\n',
    'contact.md': page(
      'permalink: /contact/\ntitle: contact',
      'Write to [me]({{ site.baseurl }}/) or read [the news](/news/).',
    ),
    'old.md': page('permalink: /old/\ntitle: old', 'Not published.'),
    'about.md': about,
    '404.md': page('permalink: /404.html\ntitle: Not found', 'Nothing here.'),
  }).map(([name, text]): [string, string] => [`_pages/${name}`, text]);
  return {
    '_config.yml': config,
    '_bibliography/papers.bib': `---\n---\n\n${numbers(12).map(entry).join('\n')}`,
    '_bibliography/draft.bib': entry('99'),
    ...Object.fromEntries([...posts, ...news, ...projects, ...talks, ...people, ...pages]),
    '_teachings/knots.md':
      '---\nlayout: course\ntitle: Knots for beginners\ndescription: All knots\ninstructor: Ada M. Example\nyear: 2024\nterm: Spring\nlocation: Hall 2\ntime: Mondays\ncourse_id: knots\nschedule:\n  - { week: 1, date: Feb 5, topic: The overhand knot, description: How to tie it, materials: [{ name: Notes, url: /assets/pdf/knots.pdf }] }\n---\n\nWhat you learn.\n',
    '_books/rope.md':
      '---\nlayout: book-review\ntitle: Rope\nauthor: Lin Sample\nreleased: 1969\nstars: 4\nfinished: 2024-09-07\nstatus: Finished\nolid: OL1M\n---\n\nA good book.\n',
    '_notes/loose.md': page('title: A loose note', 'Text of the note.'),
    '_drafts/later.md': '---\nlayout: post\ntitle: Later\ndate: 2024-01-01\n---\n\nNot yet.\n',
    '_data/cv.yml': cv,
    '_data/socials.yml':
      'email: ada@uni-graz.at\ngithub_username: ada\nscholar_userid: abcAAAAJ\nmastodon_username: mathstodon.xyz/@ada\nrss_icon: true\ncustom_social: { logo: /assets/img/knot.png, title: Knot forum, url: https://example.org/forum }\n',
    '_data/repositories.yml': 'github_users: [ada]\ngithub_repos: [ada/knots]\n',
    '_data/coauthors.yml': '"sample":\n  - firstname: ["Lin"]\n    url: https://example.org\n',
    '_includes/news.liquid': 'theme',
    '_layouts/post.liquid': 'theme',
    'assets/css/main.scss': '---\n---\n',
    'assets/js/theme.js': '',
    'assets/img/ada.png': image,
    'assets/img/knot.png': image,
    'assets/img/knot.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    'assets/pdf/knots.pdf': makePdf(),
    'assets/audio/knot.mp3': 'ID3',
    'README.md': '# al-folio\n',
    Gemfile: "source 'https://rubygems.org'\n",
  };
}
