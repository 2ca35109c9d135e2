/** Describes a value for messages: `a list of 3 items`, `the text "x"`. Does not recurse. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `the text ${quote(value)}`;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return `the number ${value}`;
  if (Array.isArray(value))
    return value.length === 1 ? 'a list of one item' : `a list of ${value.length} items`;
  if (isTemplate(value)) return 'a placeholder in braces';
  if (isMap(value)) return `a map${describeKeys(value)}`;
  return 'an empty value';
}

/** Puts the text in quotes, on one line, and shortens a long one. */
export function quote(text: string): string {
  const singleLine = text.replace(/\s+/g, ' ').trim();
  return `"${singleLine.length > 60 ? `${singleLine.slice(0, 59)}…` : singleLine}"`;
}

/** Returns whether a value is a map of YAML or a table of TOML. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns whether a value is a placeholder such as `{{ name }}`, which YAML reads as a map whose key is a map. */
export function isTemplate(value: unknown): boolean {
  return isMap(value) && Object.keys(value).some((key) => /^\[object object\]$/i.test(key));
}

function describeKeys(map: object): string {
  const keys = Object.keys(map).slice(0, 3);
  if (keys.length === 0) return '';
  return ` with the key${keys.length > 1 ? 's' : ''} ${keys.map((key) => quote(key)).join(', ')}`;
}
