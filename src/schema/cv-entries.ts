import { date, highlights, names, needed, period, summary, text, url } from './cv-fields.ts';

// One entry of each section of a CV, in the terms of JSON Resume 1.0 (jsonresume.org/schema).

export const work = {
  position: text('What one is or was there.', 'Associate Professor of Statistics'),
  name: needed('name', 'The institution.', 'University of Example'),
  description: text('What the institution is, where that needs saying. Default: none.'),
  location: text('The town. Default: none.', 'Graz, Austria'),
  url,
  ...period,
  summary,
  highlights,
};

export const volunteer = {
  position: text('What one does or did.', 'Area chair'),
  organization: needed('organization', 'For whom.', 'Society of Examples'),
  url,
  ...period,
  summary,
  highlights,
};

export const education = {
  institution: needed('institution', 'Where.', 'University of Example'),
  url,
  studyType: text('The degree.', 'PhD'),
  area: text('The subject; or the title of the thesis.', 'Mathematics'),
  ...period,
  score: text('The grade. Default: none.', 'with distinction'),
  courses: names('Courses worth naming. Default: none.', ['Measure theory']),
  summary,
};

export const awards = {
  title: needed('title', 'The award, or the grant.', 'Early career prize'),
  date: date('When it was given.', '2021'),
  awarder: text('Who gave it.', 'Society of Examples'),
  url,
  summary,
};

export const certificates = {
  name: needed('name', 'The certificate.', 'Teaching in Higher Education'),
  date: date('When it was given.', '2018-06'),
  issuer: text('Who gave it.', 'University of Example'),
  url,
};

export const publications = {
  name: needed('name', 'The title.', 'On the length of a description'),
  publisher: text('The journal, the proceedings or the publisher.', 'Journal of Examples'),
  releaseDate: date('When it appeared.', '2022-04'),
  url,
  summary,
};

export const projects = {
  name: needed('name', 'The project.', 'Open Example Archive'),
  entity: text('Who funds or hosts it.', 'Example Research Council'),
  roles: names('What one is in it.', ['principal investigator']),
  type: text('What kind of project it is. Understood and not shown.'),
  url,
  ...period,
  description: text('What it is about. Default: none.'),
  keywords: names('Its subjects. Understood and not shown.'),
  highlights,
};

export const skills = {
  name: needed('name', 'The skill, or what several have in common.', 'Programming'),
  level: text('How well. Default: none.', 'daily use'),
  keywords: names('What belongs to it. Default: none.', ['Python', 'Julia']),
};

export const languages = {
  language: needed('language', 'The language.', 'Portuguese'),
  fluency: text('How well. Default: none.', 'native'),
};

export const interests = {
  name: needed('name', 'The interest.', 'Chamber music'),
  keywords: names('What belongs to it. Default: none.', ['viola']),
};

export const references = {
  name: needed('name', 'Who can be asked.', 'Prof. Grace Example'),
  reference: text('Their words, or how to reach them. Default: none.'),
};
