// Small old sites of every generation, by their files. All people in them are invented.

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
const page = (title: string) => `---\ntitle: ${title}\n---\n`;

export const biography = `# Biography

Ada Example measures   *things* — two blanks at the end of this line.  
And $x^2$.
`;

export const academic2 = {
  'config.toml': `baseurl = "https://ada.example.edu/~ada/"
title = "Ada's page"
theme = "hugo-academic"
googleAnalytics = "UA-1"
disqusShortname = "ada"
[params]
  name = "Ada Example"
  role = "Reader in Measurement"
  organizations = [ { name = "University of Example", url = "" }, { name = "Institute of Samples" } ]
  avatar = "ada.svg"
  email = "ada@example.edu"
  address = "Room 12, Example Street 3"
  office_hours = "Tuesdays"
  phone = "888 888 88 88"
  skype = ""
  latitude = "37.4275"
  hyperdrive = true
  [[params.social]]
    icon = "envelope"
    icon_pack = "fa"
    link = "mailto:ada@example.edu"
  [[params.social]]
    icon = "twitter"
    icon_pack = "fa"
    link = "//twitter.com/ada_example"
  [[params.social]]
    icon = "cv"
    icon_pack = "ai"
    link = "files/my cv.pdf"
  [[params.social]]
    icon = "skype"
    link = "skype:ada?call"
[[menu.main]]
  name = "Home"
  url = "#about"
  weight = 1
[[menu.main]]
  name = "Publications"
  url = "publication"
  weight = 2
[[menu.main]]
  name = "Talks"
  url = "#talks"
  weight = 3
[[menu.main]]
  name = "Press"
  url = "#press"
  weight = 4
[[menu.main]]
  name = "CV"
  url = "files/my cv.pdf"
  weight = 7
[[menu.main]]
  name = "Gallery"
  url = "#gallery"
  weight = 5
[[menu.main]]
  name = "Selected"
  url = "#publications_selected"
  weight = 1
[languages.en]
  languageCode = "en-gb"
`,
  'content/home/about.md': `+++
widget = "about"
active = true
weight = 2
[interests]
  interests = ["Knots", "Braids"]
[[education.courses]]
  course = "PhD in Statistics"
  institution = "University of Nowhere"
  year = 2014
+++

${biography}`,
  'content/home/hero.md': `+++
widget = "hero"
active = true
title = "Ada Example"
weight = 1
[header]
  overlay_img = "headers/bubbles.jpg"
[cta]
  url = "/publication/"
  label = '<i class="fa"></i> Read more'
+++

Measures things.
`,
  'content/home/publications_selected.md':
    '+++\nwidget = "publications_selected"\nactive = true\ntitle = "Selected"\nweight = 3\n+++\n',
  'content/home/talks.md':
    '+++\nwidget = "talks"\nactive = true\ntitle = "Talks"\nweight = 5\ncount = 4\n+++\n',
  'content/home/press.md':
    '+++\nwidget = "custom"\nactive = true\ntitle = "Press"\nweight = 6\n+++\n\n- A *paper*\n',
  'content/home/teaching.md':
    '+++\nwidget = "custom"\nactive = false\ntitle = "Teaching"\nweight = 6\n+++\nCourses.\n',
  'content/home/tags.md': '+++\nwidget = "tag_cloud"\nactive = true\nweight = 8\n+++\n',
  'content/home/contact.md':
    '+++\nwidget = "contact"\nactive = true\ntitle = "Contact"\nweight = 9\nautolink = true\n+++\n',
  'content/home/off.md': '+++\n# widget = "posts"\n+++\n',
  'content/talk/a.md': page('A talk'),
  'content/publication/a.md': page('A paper'),
  'static/img/ada.svg': drawing,
  'static/files/my cv.pdf': '%PDF-1.4',
};

export const brokenExperience = `+++
widget = "experience"
[[experience]]
  title = "Reader"
  company = "University of Example"
  date_start = "a while ago"
+++
`;

export const academic4 = {
  'config/_default/config.toml': `title = "Lin Sample"
baseurl = "https://example.com/"
theme = "academic"
defaultContentLanguage = "en"
timeZone = "Europe/Vienna"
[permalinks]
  authors = "/author/:slug/"
`,
  'config/_default/languages.toml': `[en]
  languageCode = "en-us"
[de]
  languageCode = "de"
  title = "Beispielseite"
`,
  'config/_default/menus.toml': '[[main]]\n  name = "Work"\n  url = "#experience"\n  weight = 1\n',
  'config/_default/params.toml': `theme = "forest"
description = "Knots and numbers, by Lin Sample."
email = "test@example.org"
[avatar]
  gravatar = false
`,
  'content/authors/lin/_index.md': `+++
title = "Lin Sample"
superuser = true
role = "Reader"
email = ""
interests = ["Knots"]
[[organizations]]
  name = "University of Example"
[[education.courses]]
  course = "PhD"
  institution = "University of Nowhere"
  year = 2014
[[education.courses]]
  course = "MSc"
  institution = "University of Nowhere"
  year = "2008–2010"
[[social]]
  icon = "github"
  icon_pack = "fab"
  link = "https://github.com/lin-example"
+++

Lin Sample counts crossings.
`,
  'content/home/index.md': '+++\ntype = "widget_page"\nheadless = true\n+++\n',
  'content/home/about.md': '+++\nwidget = "about"\nweight = 10\nauthor = "lin"\n+++\n',
  'content/home/experience.md': `+++
widget = "experience"
active = true
weight = 20
title = "Experience"
date_format = "Jan 2006"
[[experience]]
  title = "Reader"
  company = "University of Example"
  company_url = ""
  location = "Graz"
  date_start = "2021-01-01"
  date_end = ""
  description = """
  Among other things:

  * teaches knots
  * counts crossings,
    all of them
  """
[[experience]]
  title = "Assistant"
  company = "Institute of Samples"
  date_start = 2016-01-01
  date_end = "2020-12-31"
  description = ""
+++
`,
  'content/home/accomplishments.md': `+++
widget = "accomplishments"
weight = 30
[[item]]
  organization = "Society of Examples"
  title = "Prize"
  url = ""
  certificate_url = "https://example.org/prize"
  date_start = "2020-07-01"
  date_end = "2021-01-01"
  description = "By vote."
+++
`,
  'content/home/skills.md': `+++
widget = "featurette"
weight = 40
title = "Skills"
[[feature]]
  icon = "r-project"
  icon_pack = "fab"
  name = "Counting"
  description = "90%"
+++
`,
  'content/home/degrees.md': `+++
widget = "experience"
weight = 45
title = "Education"
[[experience]]
  title = "BSc"
  company = "University of Nowhere"
  date_start = "2005-10-01"
  date_end = "2008-07-01"
+++
`,
  'content/home/service.md': `+++
widget = "experience"
weight = 46
title = "Service"
[[experience]]
  title = "Reviewer"
  company = "Journal of Examples"
  date_start = "2015-01-01"
+++
`,
  'content/home/people.md':
    '+++\nwidget = "people"\nweight = 50\nuser_groups = ["Staff", "Students"]\n+++\n',
};

export const wowchemy = {
  'config/_default/config.yaml':
    'title: Kim Placeholder\nbaseurl: https://kim.example.edu\nmodule:\n  imports:\n    - path: github.com/wowchemy/wowchemy-hugo-themes/modules/wowchemy/v5\n',
  'config/_default/params.yaml': `appearance: { theme_day: minimal, font_size: L }
marketing:
  seo: { site_type: Person, description: '' }
  analytics: { google_analytics: G-1 }
email: kim@example.edu
phone: 888 888 88 88
address: { street: 450 Serra Mall, city: Stanford }
`,
  'content/authors/admin/_index.md':
    '---\ntitle: Kim Placeholder\nsuperuser: yes\nrole: Reader\n---\nKim Placeholder ties knots.\n',
  'content/home/about.md': '---\nwidget: about\nactive: true\nweight: 5\nauthor: admin\n---\n',
  'content/home/news.md':
    '---\nwidget: pages\nweight: 10\ntitle: News\ncontent:\n  page_type: post\n  count: 3\n---\n',
  'content/home/featured.md':
    '---\nwidget: featured\nweight: 20\ntitle: Featured\ncontent:\n  page_type: publication\n  count: 0\n---\n',
  'content/home/coming.md':
    '---\nwidget: pages\nweight: 30\ntitle: Coming\ncontent:\n  page_type: event\n  filters: { exclude_past: true }\n---\n',
  'content/home/talks.md': '---\nwidget: pages\nweight: 40\ncontent:\n  page_type: event\n---\n',
  'content/home/talks_favourite.md':
    '---\nwidget: pages\nweight: 35\ntitle: Favourites\ncontent:\n  page_type: event\n  filters: { tag: Favourite }\n---\n',
  'content/home/notes.md': '---\ntitle: Notes\nweight: 52\n---\nOf no kind, and shown.\n',
  'content/home/projects.md':
    '---\nwidget: portfolio\nweight: 50\ncontent:\n  filter_button:\n    - { name: All, tag: "*" }\n---\n',
  'content/home/slides.md': '---\nwidget: slider\nweight: 55\nactive: no\n---\n',
  'content/home/broken.md': '---\nwidget: [blank\n---\nWords.\n',
  'content/home/contact.md':
    '---\nwidget: contact\nweight: 60\ntitle: Contact\ncontent:\n  form: { provider: netlify }\n---\n',
  'content/event/a/index.md': '---\ntitle: A\ndate: "2020-06-01T13:00:00Z"\n---\n',
};

export const hugoblox = {
  'config/_default/hugo.yaml': "title: Robin Example\nbaseURL: 'https://robin.example.edu/'\n",
  'config/_default/params.yaml': 'appearance:\n  mode: system\n  color: teal\n',
  'config/_default/module.yaml':
    'imports:\n  - path: github.com/HugoBlox/hugo-blox-builder/modules/blox-tailwind\n',
  'content/_index.md': `---
title: ''
type: landing
sections:
  - block: resume-biography-3
    content:
      username: me
      text: ''
      button: { text: Download CV, url: uploads/cv.pdf }
    design: { css_class: dark }
  - block: markdown
    content:
      title: My research
      text: |-
        On *knots*.

        And on braids.
  - block: collection
    id: papers
    content:
      title: Papers
      filters: { folders: [publications], featured_only: true }
  - block: resume-experience
    content: { username: me }
  - block: resume-languages
    content: { title: Languages, username: me }
  - block: cta-card
    demo: true
    content: { title: Build your own, text: Words of the theme. }
---
`,
  'content/publications/a/index.md': page('A paper'),
  'data/authors/me.yaml': `slug: me
is_owner: true
name: { display: Robin Example, given: Robin, family: Example }
role: Reader
bio: Robin Example ties knots.
experience:
  - role: Reader
    org: University of Example
    start: '2020-08-01'
    summary: Ties knots.
education:
  - degree: PhD
    institution: University of Nowhere
    start: '2016-08-01'
    end: '2020-05-31'
languages:
  - name: Portuguese
    label: reading
skills:
  - name: Hands
    items:
      - { label: Tying, level: 5 }
`,
  'static/uploads/cv.pdf': '%PDF-1.4',
};

export const proseCv = `---
title: CV
permalink: /cv/
---

I was born in Graz, and have tied knots ever since.
`;

export const academicpages = {
  '_config.yml': `locale: "en-US"
title: "Sam's page"
name: &name "Sam Placeholder"
description: &description "Knots"
url: "https://sam.example.edu"
baseurl: "/home"
timezone: Europe/Vienna
author:
  name: "Sam Placeholder"
  avatar: "sam.svg"
  bio: "Studies knots"
  employer: "University of Example"
  location: "Graz"
  email: "sam@example.edu"
  github: "sam-example"
  orcid: "https://orcid.org/0000-0000-0000-0000"
  twitter: # nobody
comments:
  provider: false
whitelist: [jekyll-feed]
`,
  '_data/navigation.yml':
    'main:\n  - title: "Talks"\n    url: /talks/\n  - title: "Media"\n    url: /media/\n  - title: "Curriculum"\n    url: /cv/\n',
  '_pages/about.md': `---
permalink: /
title: "About"
---

{% include base_path %}

I study knots, see [a list]({{ base_path }}/files/list.pdf).
`,
  '_pages/cv.md': `---
title: "CV"
permalink: /cv/
---

{% include base_path %}

Education
======
* **Ph.D. in Statistics**, [University of Example](https://example.org/uni), 2018 (expected)
* 2010--2012: MSc, University of Nowhere

Work experience
======
* 2019--present: Reader
  * University of Example
  * Ties knots

Skills
======
* Counting
  * by hand

Talks
======
  <ul>{% for post in site.talks %}
    {% include archive-single-talk-cv.html %}
  {% endfor %}</ul>
`,
  '_talks/2020-01-01-a.md': page('A talk'),
  'images/sam.svg': drawing,
  'files/list.pdf': '%PDF-1.4',
};

export const bilingual = {
  'config/_default/config.yaml':
    'title: Max Muster\nbaseURL: https://max.example.edu\ndefaultContentLanguage: de\ntheme: academic\n',
  'config/_default/languages.yaml':
    'de: { languageCode: de-at, contentDir: content/de }\nen: { languageCode: en-us, contentDir: content/en, title: Max Sample }\n',
  'config/_default/menus.de.yaml': `main:
  - { name: "Preise &amp; <b>Ehren</b>", url: '#preise', parent: neu, weight: 1 }
  - { name: Neues, identifier: neu, url: post/, weight: 20 }
`,
  'config/_default/menus.en.yaml': "main:\n  - { name: News, url: '#posts' }\n",
  'content/de/authors/max/_index.md':
    '---\ntitle: Max Muster\nsuperuser: true\n---\nMisst Knoten.\n',
  'content/en/authors/max/_index.md': '---\ntitle: Max Sample\nsuperuser: true\n---\nKnots.\n',
  'content/de/home/about.md': '---\nwidget: about\nweight: 1\nauthor: max\n---\n',
  'content/de/home/preise.md':
    '---\nwidget: blank\nweight: 2\ntitle: Preise &amp; Eh&shy;ren\n---\nEin Preis.\n',
  'content/de/home/posts.md':
    '---\nwidget: pages\nweight: 3\ntitle: <i class="fas"></i> Neues\ncontent: { page_type: post }\n---\n',
  'content/en/home/about.md': '---\nwidget: about\nweight: 1\nauthor: max\n---\n',
  'content/de/post/a.md': page('Eins'),
};

/** All old sites by name. */
export const oldSites: Record<string, Record<string, string>> = {
  ...{ academic2, academic4, wowchemy, hugoblox, academicpages, bilingual },
};
