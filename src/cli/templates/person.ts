import type { Template } from '../template.ts';

export const personTemplate: Template = {
  example: 'person "Lin Sample" --role "Doctoral student"',
  first: 'the biography; a picture named avatar goes beside it',
  blocks: [
    {
      note: 'The name. Whoever has it in a list of authors has a link there to this page.',
      ...{ key: 'title', needed: true, ask: 'Name' },
    },
    {
      note: 'What they do.',
      key: 'role',
      example: 'Doctoral student',
      ask: 'Role, such as Doctoral student',
      option: 'what a person does',
    },
    {
      note: 'Where they work.',
      more: [
        'organizations:',
        '  - name: Your University',
        '    url: https://example.org/department',
      ],
    },
    { note: 'What they are interested in.', more: ['interests: [statistics, geometry]'] },
    {
      note: 'Where else to find them.',
      more: [
        'social:',
        '  - icon: github',
        '    icon_pack: fab',
        '    link: https://example.org/lin',
      ],
    },
    {
      note: 'Where they stand in the list of people; people_groups in site.yaml has the order.',
      more: ['user_groups: [Students]'],
    },
  ],
};
