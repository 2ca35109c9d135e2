import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Formulas are set by inline styles, which the content security policy allows by attribute.
    'no-inline-style': 'off',
    // VoiceOver in Safari announces a list without bullets only if it has the role.
    'no-redundant-role': 'off',
    // Authors decide on the length of titles and on line ends.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // The anchor of a heading that starts with an emoji starts with a hyphen, which HTML allows.
    'valid-id': ['error', { relaxed: true }],
  },
});

/** Returns the errors of a page, each with its element. */
export async function validateHtml(html: string, file: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`),
  );
}
