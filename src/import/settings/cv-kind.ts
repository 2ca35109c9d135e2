import { textOf } from '../old-site/old-values.ts';
import { settingOf, isSkills, type OldWidget } from './widgets.ts';

/** A section of a CV that a widget may show. */
export type CvSection =
  | 'work'
  | 'education'
  | 'awards'
  | 'volunteer'
  | 'certificates'
  | 'skills'
  | 'languages'
  | 'interests';

const ofKind: Readonly<Record<string, CvSection>> = {
  ...{ experience: 'work', work: 'work', education: 'education' },
  ...{ accomplishments: 'awards', awards: 'awards' },
  ...{ skills: 'skills', featurette: 'skills', features: 'skills', 'tech-stack': 'skills' },
  ...{ languages: 'languages', interests: 'interests' },
};

/** The themes have one widget for everything with a time and a place. Its title shows what it contains. */
const byTitle: readonly [RegExp, CvSection][] = [
  [/educat|degree|stud(y|ies|ium)|academic background|ausbildung|formation|estudios/i, 'education'],
  [/award|grant|funding|honou?r|prize|fellowship|scholarship|preise/i, 'awards'],
  [/certif|licen[cs]e|courses taken/i, 'certificates'],
  [/service|volunt|committee|review|outreach|leadership|ehrenamt/i, 'volunteer'],
];

/** The section of a CV whose entries a widget holds; undefined for a widget of another kind. */
export function cvSectionOf(widget: OldWidget): CvSection | undefined {
  const { kind } = widget;
  const section = Object.hasOwn(ofKind, kind) ? ofKind[kind] : undefined;
  if (/^featur/.test(kind) && !isSkills(widget)) return undefined;
  if (section !== 'work' && section !== 'awards') return section;
  const title = textOf(settingOf(widget, 'title')) ?? '';
  const told = byTitle.find(([words]) => words.test(title))?.[1];
  const isOwn = settingOf(widget, 'experience', 'item', 'items') !== undefined;
  return (isOwn && told) || section;
}
