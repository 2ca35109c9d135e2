import { type ParsePageText, parsePageText } from '../../content/sections/page-text.ts';

/**
 * Returns a function that parses each text once. An import reads the staged pages several times: for their
 * addresses, for a check, and for the links in them.
 */
export function createParseMemo(): ParsePageText {
  const results = new Map<string, { text: string; result: unknown }>();
  return (section, file, text) => {
    const key = `${section.name} ${file.path}`;
    const known = results.get(key);
    if (known?.text === text) return known.result as ReturnType<typeof parsePageText<never>>;
    const result = parsePageText(section, file, text);
    results.set(key, { text, result });
    return result;
  };
}
