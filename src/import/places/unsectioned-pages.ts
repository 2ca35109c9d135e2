import { readFrontMatter } from '../../content/parse/front-matter.ts';
import { isEmpty } from '../../schema/field.ts';
import { isPlainPage } from '../../schema/plain-page.ts';
import { toQuarantine } from '../files/quarantine.ts';
import {
  isPageName,
  placeInSection,
  type Placement,
  textName,
  findPageText,
  toNeighbours,
  underscoreName,
  underscoreReason,
} from './content-places.ts';

/** Pages that only list other pages: the old home page, the lists of terms. */
const listPages =
  /^((home|admin|tags?|categor(y|ies)|publication[_-]types?|series|topics)\/|_?index\.)/i;

const listName = /^(.+)\/_index\.(?:md|markdown)$/i;

/**
 * Returns a function that places a Hugo page outside the folders of sections, or a file beside such a page.
 * The function returns undefined for any other file.
 * @param paths All files outside those folders, relative to `content`.
 * @param content The content folder.
 */
export function createUnsectionedPlacer(
  paths: readonly string[],
  content: string,
  read: (path: string) => string,
): (contentPath: string, publicPath: string) => Placement[] | undefined {
  const neighbours = toNeighbours(paths);
  const loneLists = [...findLoneLists(paths)];
  return (contentPath, publicPath) => {
    if (listPages.test(contentPath)) return undefined;
    const bundle = loneLists.find(([folder]) => contentPath.startsWith(`${folder}/`));
    if (bundle) return placeBesideList(contentPath, ...bundle);
    const [, list] = listName.exec(contentPath) ?? [];
    const text = list === undefined ? findPageText(contentPath, neighbours) : contentPath;
    const kind = text && detectPageKind(read(`${content}/${text}`));
    if (!kind) return undefined;
    const [path, folder] = [`${content}/${contentPath}`, `content/${kind}`];
    if (list === undefined) {
      return placeInSection(
        { path, rest: contentPath, folder, served: publicPath },
        neighbours,
        read,
      );
    }
    // The text above a list is a page in the same section as the pages that it lists.
    return [{ to: `${folder}/${list}.md`, page: { id: path, folder, name: list, tail: '.md' } }];
  };

  /** Places the text of a list without entries as a page with the files of its folder. */
  function placeBesideList(
    contentPath: string,
    name: string,
    text: string,
  ): Placement[] | undefined {
    const kind = detectPageKind(read(`${content}/${text}`));
    if (!kind) return undefined;
    if (isPageName(contentPath) && underscoreName.test(contentPath)) {
      return [toQuarantine(`${content}/${contentPath}`, underscoreReason)];
    }
    const [folder, id] = [`content/${kind}`, `${content}/${name}/`];
    const tail = contentPath === text ? '/index.md' : contentPath.slice(name.length);
    return [{ to: `${folder}/${name}${tail}`, page: { id, folder, name, tail } }];
  }
}

/** Folders in which `_index.md` is the only text, each with that. */
function findLoneLists(paths: readonly string[]): Map<string, string> {
  const texts = paths.filter((path) => textName.test(path));
  return new Map(
    texts.flatMap((text) => {
      const folder = listName.exec(text)?.[1];
      const isAlone = !texts.some(
        (one) => one !== text && one.startsWith(`${folder}/`) && !underscoreName.test(one),
      );
      return folder !== undefined && isAlone ? [[folder, text] as const] : [];
    }),
  );
}

/** Keys that the old themes gave to talks and to publications alone. */
const talkKeys = ['time_start', 'event', 'event_name', 'event_start', 'event_url'];
const publicationKeys = ['publication_types', 'publication', 'publication_short', 'doi'];

/** Liquid that generates text: loops and conditions, and values that are neither an address nor of the site or page. */
const liquid = new RegExp(
  [
    String.raw`\{%(?!-?\s*(?:include|link|post_url|raw|endraw|comment|endcomment|highlight|endhighlight)\b)`,
    String.raw`\{\{(?![<%]|-?\s*(?:base_path\b|(?:site|page)\.|["'][^"'{}]*["']\s*(?:\||-?\}\})))`,
  ].join('|'),
);

/**
 * Returns the kind of a page outside the folders of sections: a talk or a publication by its keys, if it
 * has a title and a date, else a plain page. Undefined for a page without its own text: a list, parts of an
 * old page, a Liquid template.
 * @returns The folder of the new section, without `content/`.
 */
export function detectPageKind(text: string): 'talks' | 'publications' | 'pages' | undefined {
  const parsed = readFrontMatter(text);
  if ('failure' in parsed) return undefined;
  const { data, body } = parsed;
  const hasValue = (key: string) => !isEmpty(data[key]);
  if (!hasValue('title') || !isPlainPage(data)) return undefined;
  if (hasValue('date') && publicationKeys.some(hasValue)) return 'publications';
  if (hasValue('date') && talkKeys.some(hasValue)) return 'talks';
  return body.trim() === '' || liquid.test(body) ? undefined : 'pages';
}
