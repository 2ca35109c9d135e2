import type { Template } from '../template.ts';

export const personTemplate: Template = {
  example: 'person "Lin Sample" --role "Doctoral student"',
  first: 'the biography, and put an image named avatar next to it',
  blocks: [
    {
      note: 'The name. Lists of authors link this name to this page.',
      ...{ key: 'title', needed: true, ask: 'Name' },
    },
    {
      note: 'The role.',
      key: 'role',
      example: 'Doctoral student',
      ask: 'Role, for example Doctoral student',
      option: 'the role of a person',
    },
    {
      note: 'The organizations.',
      more: [
        'organizations:',
        '  - name: Your University',
        '    url: https://example.org/department',
      ],
    },
    { note: 'The research interests.', more: ['interests: [statistics, geometry]'] },
    {
      note: 'Links to profiles elsewhere.',
      more: [
        'social:',
        '  - icon: github',
        '    icon_pack: fab',
        '    link: https://example.org/lin',
      ],
    },
    {
      note: 'The group in the list of people. people_groups in site.yaml sets the order of groups.',
      more: ['user_groups: [Students]'],
    },
  ],
};
