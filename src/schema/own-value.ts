/**
 * Returns the value of a key in a table, or undefined. Use it for a key that an author has written: `table[key]` also
 * finds what all objects inherit, such as `constructor` and `__proto__`.
 */
export function findOwn<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
