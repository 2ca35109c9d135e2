import { isMap } from '../../schema/describe.ts';
import { toTexts } from '../old-site/generator-settings.ts';
import type { OldSite } from '../old-site/old-site.ts';
import { hasFile } from '../old-site/old-values.ts';

/** `{% bibliography --file other %}` or `-f other`. */
const listedFile = /\{%-?\s*bibliography\b[^%]*?(?:--file|-f)\s+["']?([\w./-]+)/g;

/**
 * Returns the bibliographies in `_bibliography` that the configuration or a page lists, that of the
 * configuration first. The only one counts as listed.
 */
export function findListedBibliographies(
  { files, read }: OldSite,
  config: Readonly<Record<string, unknown>>,
): Set<string> {
  const scholar = isMap(config['scholar']) ? config['scholar'] : {};
  const names = new Set(toTexts(scholar['bibliography'] ?? 'references.bib').map(toBibName));
  for (const { path } of files) {
    const isShown =
      /\.(md|markdown|html|liquid)$/i.test(path) && /^(_pages|_projects|[^_])/.test(path);
    if (!isShown) continue;
    for (const [, name = ''] of read(path).matchAll(listedFile)) names.add(toBibName(name));
  }
  const paths = files
    .map(({ path }) => path)
    .filter((path) => /^_bibliography\/.+\.bib$/i.test(path));
  const listed = [...names].flatMap((name) =>
    paths.filter((path) => path === `_bibliography/${name}` || path.endsWith(`/${name}`)),
  );
  return new Set(listed.length > 0 ? listed : paths.length === 1 ? paths : []);
}

function toBibName(name: string): string {
  return `${name.replace(/\*.*$/, '').replace(/\.bib$/i, '')}.bib`;
}

/** An entry up to the next one, with its key. */
const entry = /^[ \t]*@\w+\s*[{(]\s*([^\s,]+)\s*,(?:(?!^[ \t]*@\w+\s*[{(])[\s\S])*/gm;

/** Fields of a publication whose files the theme looks up in a folder. */
const fileField =
  /^([ \t]*(pdf|supp|poster|slides|video|html)[ \t]*=[ \t]*)(?:\{([^{}\n]+)\}|"([^"{}\n]+)")/gim;

/**
 * Returns a bibliography in which the files of publications have addresses: the theme looks for them in
 * `assets/pdf` and `assets/html`. Entries that an earlier bibliography also has are left out.
 * @param listed As returned by `findListedBibliographies`.
 * @returns Undefined if earlier ones have all entries.
 */
export function convertBibliography(
  old: OldSite,
  listed: ReadonlySet<string>,
  file: string,
): string | undefined {
  const paths = [...listed];
  const earlier = paths.slice(0, paths.indexOf(file));
  const known = new Set(earlier.flatMap((path) => listKeys(old.read(path))));
  const source = old.read(file);
  if (known.size > 0 && listKeys(source).every((key) => known.has(key))) return undefined;
  const own = source.replace(entry, (whole, key: string) =>
    known.has(key.toLowerCase()) ? '' : whole,
  );
  return own.replace(
    fileField,
    (whole, before: string, field: string, ...values: (string | undefined)[]) => {
      const value = (values[0] ?? values[1] ?? '').trim();
      if (value === '' || /^(?:[a-z]+:)?\/|:\/\//i.test(value)) return whole;
      const folders =
        field.toLowerCase() === 'html' ? ['assets/html/', ''] : ['assets/pdf/', 'assets/', ''];
      const path = folders.map((folder) => folder + value).find((one) => hasFile(old, one));
      return `${before}{/${path ?? `${folders[0]}${value}`}}`;
    },
  );
}

function listKeys(text: string): string[] {
  return [...text.matchAll(entry)].map(([, key = '']) => key.toLowerCase());
}
