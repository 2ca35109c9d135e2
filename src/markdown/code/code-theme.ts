import type { ThemeRegistrationRaw } from 'shiki';

/**
 * The class of each ink of `styles/code.css`, by a colour that stands for it and is never shown:
 * Shiki knows colours only. What has no class is set as the text around it.
 */
export const inks: Readonly<Record<string, string>> = {
  '#000001': 'code-remark',
  '#000002': 'code-word',
  '#000003': 'code-text',
  '#000004': 'code-value',
};

const [remark, word, text, value] = Object.keys(inks) as [string, string, string, string];
const plain = '#000000';

/** A theme of four inks, by the names that TextMate grammars give to what they find. */
export const codeTheme: ThemeRegistrationRaw = {
  name: 'lectern',
  type: 'light',
  fg: plain,
  bg: '#ffffff',
  settings: [
    { settings: { foreground: plain, background: '#ffffff' } },
    ink(remark, 'comment', 'punctuation.definition.comment', 'markup.deleted'),
    ink(
      word,
      ...['keyword', 'storage', 'entity.name.tag', 'markup.heading', 'support.type.property-name'],
      ...['variable.language', 'support.function', 'entity.name.section'],
    ),
    ink(plain, 'keyword.operator', 'storage.type.function.arrow'),
    ink(
      word,
      'keyword.operator.logical.python',
      'keyword.operator.expression',
      'keyword.operator.new',
    ),
    ink(text, 'string', 'punctuation.definition.string', 'markup.inserted', 'markup.raw'),
    ink(value, 'constant', 'entity.name.function', 'entity.name.type', 'entity.name.class'),
    ink(plain, 'string meta.interpolation', 'string source', 'meta.template.expression'),
  ],
};

function ink(foreground: string, ...scope: string[]) {
  return { scope, settings: { foreground } };
}
