import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Formulas are set by inline styles, which the content security policy allows by attribute.
    'no-inline-style': 'off',
    // A list without bullets is none to VoiceOver in Safari unless it says that it is one.
    'no-redundant-role': 'off',
    // How long a title is and where a line of a text ends is for its author to say.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // A heading that begins with an emoji gives its anchor a hyphen in front, which HTML allows.
    'valid-id': ['error', { relaxed: true }],
  },
});

/** What is wrong with a page, each with the element it is about; empty when nothing is. */
export async function validateHtml(html: string, file: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`),
  );
}
