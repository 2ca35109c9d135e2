import type { HomeSection, HomePart } from '../../schema/home.ts';
import type { Course } from '../course.ts';
import type { CvEntry } from '../cv/cv-entry.ts';
import type { Home } from './home.ts';
import type { introduceOwner } from './site.ts';
import type { Picture } from '../page-picture.ts';
import type { Post } from '../post.ts';
import type { TimedOccasion } from '../talk/programme.ts';
import type { Project } from '../project.ts';
import type { Publication } from '../publication/publication.ts';
import type { RichText } from '../rich-text.ts';
import type { SiteLink } from '../link.ts';

/** What a part of the home page shows. */
export type HomeContent =
  | {
      kind: 'about';
      who: ReturnType<typeof introduceOwner>;
      portrait?: Pick<Picture, 'image' | 'alt' | 'animated'> & { position?: string };
      interests: readonly string[];
      education: readonly CvEntry[];
      /** The biography, where it is a line of front matter. */
      html?: string | undefined;
      hasPlayer: boolean;
    }
  | { kind: 'next'; occasions: readonly TimedOccasion[] }
  | { kind: 'featured'; talks: Home['featured'] }
  | { kind: 'talks'; occasions: readonly TimedOccasion[]; count: number }
  | ({ kind: 'publications' } & Listed<Publication>)
  | ({ kind: 'projects' } & Listed<Project>)
  | ({ kind: 'posts' } & Listed<Post>)
  | ({ kind: 'courses' } & Listed<Course>)
  | { kind: 'entries'; entries: readonly CvEntry[] }
  | { kind: 'contact'; links: readonly SiteLink[] }
  | { kind: 'text'; subtitle?: RichText | undefined; hasPlayer: boolean };

/** Some pages of a section, and where all of them are. */
interface Listed<P> {
  pages: readonly P[];
  count: number;
  href: string;
}

/** A part of the home page with its name in the margin, which a text may do without. */
export type ShownPart = HomeContent & { id: string; title?: string | undefined };

/** What the home page shows if its author has not composed it. */
export const usualHome: readonly HomePart[] = [
  { section: 'about' },
  { section: 'next_talk' },
  { section: 'featured_talks' },
  { section: 'featured_publications' },
  { section: 'recent_talks' },
  { section: 'recent_publications', count: 3 },
  { section: 'posts', count: 3 },
];

/** The names of the parts, where their author gives them no other. */
export const homeTitles: Record<HomeSection, string> = {
  about: 'About',
  next_talk: 'Next talk',
  featured_talks: 'Featured talks',
  recent_talks: 'Recent talks',
  featured_publications: 'Featured publications',
  recent_publications: 'Recent publications',
  projects: 'Projects',
  posts: 'Recent posts',
  teaching: 'Teaching',
  experience: 'Experience',
  education: 'Education',
  awards: 'Awards',
  skills: 'Skills',
  contact: 'Contact',
};

/** How many are shown of what is listed by date. Of all else all are shown. */
export const usualCount = 5;

/** Where a part begins on the page. */
export function homeId({ section, text }: HomePart): string {
  const talks = { next_talk: 'next', featured_talks: 'featured', recent_talks: 'recent' };
  if (section === undefined) return `text-${text ?? ''}`;
  return talks[section as keyof typeof talks] ?? section.replace('_', '-');
}
