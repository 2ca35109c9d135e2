import { expect, it } from 'vitest';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

/** Names that every object inherits. A look-up by an author's word must not find them. */
const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

it.each(inherited)('takes %s for a word like any other', async (word) => {
  const text = `${word}: {{< ${word} ${word}="x" >}} <${word}>x</${word}> $\\${word}$ \`\`\`${word}`;
  const talk = `---
title: ${word}
date: 2024-05-22
slides: ${word}
url_pdf: ${word}.${word}
projects: [${word}]
authors: [${word}]
tags: [${word}]
${word}: x
timezone: ${word}
status: ${word}
links:
  - { icon: ${word}, icon_pack: ${word}, name: a, url: https://example.org/a }
  - { icon: ${word}/${word}, name: b, url: https://example.org/b }
  - { provider: ${word}, id: ${word}, name: c }
---
${text}
`;
  const person = `---
title: Ada Example
social:
  - { icon: ${word}, icon_pack: ${word}, link: https://example.org/a }
  - { icon: ${word}/x, link: https://example.org/b }
---
`;
  const folder = createAuthorFolder({
    'content/site.yaml': `name: ${word}\nhome: [{ ${word}: x }]\naccent: ${word}\n${word}: x\n`,
    'content/talks/a.md': talk,
    'content/authors/ada/_index.md': person,
    [`content/posts/${word}.md`]: `---\ntitle: T\ndate: 2024-05-22\n---\n${text}\n`,
    [`content/slides/${word}.md`]: `---\ntitle: T\n---\n<${word}>x</${word}>\n`,
    'content/papers.bib': `@${word}{${word}, title={<${word}>T</${word}>}, type={${word}}, year=2020, ${word}={x}}`,
    'content/redirects.yaml': `${word}: /talks/a/\n`,
    'content/cv.yaml': `${word}: [{ ${word}: x }]\n`,
  });
  const { problems } = await checkSite(folder);
  const icons = problems.filter(
    ({ message }) => message.includes('icon') && message.includes(word),
  );
  expect(problems.length).toBeGreaterThan(8);
  expect(icons.map(({ code }) => code)).toContain('person/unknown-icon');
  for (const { message } of problems) expect(message).not.toMatch(/native code|\[object/);
});
