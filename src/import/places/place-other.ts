import { neighboursOf, placeInSection, textOfPage } from './content-places.ts';
import { textName, type FileFate } from './file-kinds.ts';
import { kindOfPage } from './kind-of-page.ts';

/** What frames pages of others: the old home page, the lists of terms. */
const frames =
  /^((home|admin|tags?|categor(y|ies)|publication[_-]types?|series|topics)\/|_?index\.)/i;

const listName = /^(.+)\/_index\.(?:md|markdown)$/i;

/**
 * Says where a page of Hugo goes that is in no folder of a section, or a file beside it; undefined for
 * what is neither.
 * @param paths All that is in no such folder, below that of the pages.
 * @param content The folder of the pages.
 */
export function otherPlacer(
  paths: readonly string[],
  content: string,
  read: (path: string) => string,
): (inContent: string, served: string) => FileFate[] | undefined {
  const neighbours = neighboursOf(paths);
  const alone = [...listsAlone(paths)];
  return (inContent, served) => {
    if (frames.test(inContent)) return undefined;
    const bundle = alone.find(([folder]) => inContent.startsWith(`${folder}/`));
    if (bundle) return placeBesideList(inContent, ...bundle);
    const [, list] = listName.exec(inContent) ?? [];
    const text = list === undefined ? textOfPage(inContent, neighbours) : inContent;
    const kind = text && kindOfPage(read(`${content}/${text}`));
    if (!kind) return undefined;
    const [path, folder] = [`${content}/${inContent}`, `content/${kind}`];
    if (list === undefined) {
      return placeInSection({ path, rest: inContent, folder, served }, neighbours, read);
    }
    // The words above a list are a page beside those that it lists.
    return [{ to: `${folder}/${list}.md`, page: { id: path, folder, name: list, tail: '.md' } }];
  };

  /** The words above a list of nothing are a page with the files of its folder. */
  function placeBesideList(inContent: string, name: string, text: string): FileFate[] | undefined {
    const kind = kindOfPage(read(`${content}/${text}`));
    if (!kind) return undefined;
    const [folder, id] = [`content/${kind}`, `${content}/${name}/`];
    const tail = inContent === text ? '/index.md' : inContent.slice(name.length);
    return [{ to: `${folder}/${name}${tail}`, page: { id, folder, name, tail } }];
  }
}

/** Folders in which `_index.md` is the only text, each with that. */
function listsAlone(paths: readonly string[]): Map<string, string> {
  const texts = paths.filter((path) => textName.test(path));
  return new Map(
    texts.flatMap((text) => {
      const folder = listName.exec(text)?.[1];
      const isAlone = !texts.some((one) => one !== text && one.startsWith(`${folder}/`));
      return folder !== undefined && isAlone ? [[folder, text] as const] : [];
    }),
  );
}
