import { join, relative, sep } from 'node:path';
import type { FoundFile } from '../../markdown/source/markdown-context.ts';
import type { ImageProperties } from '../../model/page/image-errors.ts';
import type { Finding } from '../../schema/finding.ts';
import type { PageRendering } from './render-job.ts';

/**
 * A rendering as JSON. It contains no absolute path, so that it is also valid where the site is in another folder.
 */
export interface StoredRendering extends Omit<PageRendering, 'lookedUp'> {
  /** Files by their names in the texts. JSON leaves out `undefined`: there is no file of that name. */
  files: [name: string, file?: FoundFile][];
  /** Addresses by the values of `ref`; none for an unknown page. */
  pages: [reference: string, address?: string][];
  /** The stamps of images by their names in the texts, and the properties on which the HTML depends. */
  images: [name: string, stamp: string, properties: ImageProperties][];
}

/** Converts a rendering to JSON. @param root The absolute path of the site. */
export function toStoredRendering(
  { lookedUp, ...rendering }: PageRendering,
  root: string,
  properties: ReadonlyMap<string, ImageProperties>,
): StoredRendering {
  const { files, pages, images } = lookedUp;
  const toRelative = (path: string) => relative(root, path).split(sep).join('/');
  return {
    ...rendering,
    findings: rendering.findings.map((finding) => mapOtherFile(finding, toRelative)),
    files: [...files].map(([name, file]) => (file ? [name, file] : [name])),
    pages: [...pages].map(([name, address]) => (address === undefined ? [name] : [name, address])),
    images: [...images].map(([name, stamp]) => [name, stamp, properties.get(name) ?? {}]),
  };
}

/** Converts JSON to a rendering. @param root The absolute path of the site. */
export function fromStoredRendering(
  { files, pages, images, ...rendering }: StoredRendering,
  root: string,
): PageRendering {
  return {
    ...rendering,
    findings: rendering.findings.map((finding) =>
      mapOtherFile(finding, (path) => join(root, path)),
    ),
    lookedUp: {
      files: new Map(files.map(([name, file]) => [name, file])),
      pages: new Map(pages.map(([name, address]) => [name, address])),
      images: new Map(images.map(([name, stamp]) => [name, stamp])),
    },
  };
}

function mapOtherFile(finding: Finding, convert: (path: string) => string): Finding {
  const { otherFile } = finding;
  return otherFile === undefined ? finding : { ...finding, otherFile: convert(otherFile) };
}
