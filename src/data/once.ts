/** What `read` gives, read once in a build; in dev, where files change, every time. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return () => {
    if (!known || import.meta.env.DEV) known = read();
    return known;
  };
}
