import { date, highlights, names, needed, period, summary, text, url } from './cv-fields.ts';

// An entry of each section of a CV, with the keys of JSON Resume 1.0 (jsonresume.org/schema).

export const work = {
  position: text('The position.', 'Associate Professor of Statistics'),
  name: needed('name', 'The institution.', 'University of Example'),
  description: text('A description of the institution. Default: none.'),
  location: text('The town or city. Default: none.', 'Graz, Austria'),
  url,
  ...period,
  summary,
  highlights,
};

export const volunteer = {
  position: text('Your role.', 'Area chair'),
  organization: needed('organization', 'The organisation.', 'Society of Examples'),
  url,
  ...period,
  summary,
  highlights,
};

export const education = {
  institution: needed('institution', 'The institution.', 'University of Example'),
  url,
  studyType: text('The degree.', 'PhD'),
  area: text('The subject, or the title of the thesis.', 'Mathematics'),
  ...period,
  score: text('The grade. Default: none.', 'with distinction'),
  courses: names('Courses worth listing. Default: none.', ['Measure theory']),
  summary,
};

export const awards = {
  title: needed('title', 'The award or grant.', 'Early career prize'),
  date: date('When it was awarded.', '2021'),
  awarder: text('Who awarded it.', 'Society of Examples'),
  url,
  summary,
};

export const certificates = {
  name: needed('name', 'The certificate.', 'Teaching in Higher Education'),
  date: date('When it was issued.', '2018-06'),
  issuer: text('Who issued it.', 'University of Example'),
  url,
};

export const publications = {
  name: needed('name', 'The title.', 'On the length of a description'),
  publisher: text('The journal, proceedings or publisher.', 'Journal of Examples'),
  releaseDate: date('When it was published.', '2022-04'),
  url,
  summary,
};

export const projects = {
  name: needed('name', 'The project.', 'Open Example Archive'),
  entity: text('The funder or host.', 'Example Research Council'),
  roles: names('Your roles in it.', ['principal investigator']),
  type: text('The kind of project. Accepted, but not shown.'),
  url,
  ...period,
  description: text('What it is about. Default: none.'),
  keywords: names('Keywords. Accepted, but not shown.'),
  highlights,
};

export const skills = {
  name: needed('name', 'The skill, or the name of a group of skills.', 'Programming'),
  level: text('The level of skill. Default: none.', 'daily use'),
  keywords: names('The skills in the group. Default: none.', ['Python', 'Julia']),
};

export const languages = {
  language: needed('language', 'The language.', 'Portuguese'),
  fluency: text('How well you speak it. Default: none.', 'native'),
};

export const interests = {
  name: needed('name', 'The interest.', 'Chamber music'),
  keywords: names('Details. Default: none.', ['viola']),
};

export const references = {
  name: needed('name', 'The name of the referee.', 'Prof. Grace Example'),
  reference: text('Their recommendation, or how to contact them. Default: none.'),
};
