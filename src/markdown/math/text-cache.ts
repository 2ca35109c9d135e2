/**
 * A cache of texts by text, with a limit on their length. When it is full, it drops the texts that
 * have not been used for the longest time.
 */
export interface TextCache {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
}

/** Creates a cache. `maxLength` is that of all keys and texts together, in UTF-16 code units. */
export function createTextCache(maxLength: number): TextCache {
  // A map lists its keys in the order in which they were set.
  const texts = new Map<string, string>();
  let length = 0;
  const remove = (key: string, text: string) => {
    texts.delete(key);
    length -= key.length + text.length;
  };
  return {
    get(key) {
      const text = texts.get(key);
      if (text === undefined) return undefined;
      texts.delete(key);
      texts.set(key, text);
      return text;
    },
    set(key, text) {
      const previous = texts.get(key);
      if (previous !== undefined) remove(key, previous);
      texts.set(key, text);
      length += key.length + text.length;
      for (const [oldKey, oldText] of texts) {
        if (length <= maxLength) return;
        remove(oldKey, oldText);
      }
    },
  };
}
