import { makeImage } from '../make/images.ts';
import { talkFile } from '../make/talk-file.ts';

const files = {
  'content/talks/both.md': talkFile({
    title: 'A talk by two',
    date: '2025-01-01',
    authors: ['admin', 'jose núñez'],
  }),
  'content/talks/alone.md': talkFile({ title: 'A talk by one', date: '2024-01-01' }),
  'content/publications/three.md': talkFile({
    title: 'A paper of three',
    date: '2019-01-01',
    authors: ['lin', 'A. Example', 'Somebody Else'],
  }),
  'content/authors/admin/_index.md': talkFile(
    {
      title: 'Ada Example',
      superuser: true,
      nicknames: ['A. Example'],
      role: 'Not shown, for site.yaml has one',
      organizations: [{ name: 'Example University', url: 'https://university.example' }],
      interests: ['knots & braids'],
      education: { courses: [{ course: 'PhD', institution: 'A College', year: 2012 }] },
      social: [
        { icon: 'cv', icon_pack: 'ai', link: 'cv.pdf' },
        { icon: 'github', icon_pack: 'fab', link: 'https://github.com/ada' },
      ],
    },
    'I measure *things*.',
  ),
  'content/authors/admin/cv.pdf': '%PDF-1.4\n%%EOF\n',
  'content/authors/jose/_index.md': talkFile(
    { title: 'José Núñez', role: 'Student', user_groups: ['Students'], aliases: ['/team/jose/'] },
    'He measures *too*.',
  ),
  'content/authors/lin.yaml':
    'name:\n  display: Lin Sample\naffiliations:\n- name: Example\nbio: She has a *bio*.\nuser_groups: [Staff]\nlinks:\n- url: tel:+4312345\n',
  'content/authors/none.yaml': 'title: No Group\n',
  'content/authors/draft.yaml': 'title: Not Yet\ndraft: true\nuser_groups: [Staff]\n',
  'content/authors/secret.yaml': 'title: Secret\nprivate: true\nuser_groups: [Staff]\n',
};

/** Creates the people of a group, and their talks and publications. */
export async function makePeopleFiles() {
  const png = await makeImage('png');
  return {
    ...files,
    'content/authors/admin/avatar.png': png,
    'content/authors/jose/avatar.png': png,
  };
}
