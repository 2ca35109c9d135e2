import yaml from 'js-yaml';

/** What a new talk begins with. All but the title and the date may be left out. */
export interface NewTalk {
  title: string;
  date: string;
  event?: string;
  location?: string;
  draft?: boolean;
  /** The day on which it is written, such as `2026-05-04`. */
  announced?: string;
}

/**
 * The file of a new talk: what is known, and below it, as comments, the keys that most talks come to need.
 */
export function talkTemplate({ title, date, event, location, draft, announced }: NewTalk): string {
  return `---
# The title. A formula stands between dollars: $E = mc^2$.
${pair('title', title)}

# The seminar, conference or series, and its web page.
${event ? pair('event', event) : '# event: Seminar on Statistics'}
# event_url: https://example.org/seminar

# Where it is given. Write "online: true" instead for a talk without a room.
${location ? pair('location', location) : '# location: Room 2, 10 Example Street, Example Town'}

# The clock on the wall at that place, or a day alone: 2026-05-04.
${pair('date', date)}
# date_end: 2026-05-04T15:00
# timezone: Europe/Berlin

# The day it was announced: from then on it stands first in the feeds.
${announced ? `publishDate: ${announced}` : '# publishDate: 2026-05-01'}

# The abstract: Markdown and formulas, indented by two spaces.
# abstract: |
#   What the talk is about.

# One sentence for lists and feeds. Without it they show the beginning of the abstract.
# summary: What the talk is about, in short.

# Subjects. Each has a page of its own.
# tags: [statistics, geometry]

# Slides and the like: a file that lies beside this one, or a web address.
# url_slides: slides.pdf
# url_video: https://example.org/recording
# url_code: https://example.org/code

# "true" shows the talk large on the home page.
# featured: true

# "true" keeps the talk off the published site.
${draft ? 'draft: true' : '# draft: true'}

# Every key: docs/front-matter.md. Below the next line there is room for further text.
---
`;
}

/** A line of YAML that reads back as the very text, whatever is in it. */
function pair(key: string, text: string): string {
  return yaml.dump({ [key]: text.replace(/\s+/g, ' ').trim() }, { lineWidth: -1 }).trimEnd();
}
