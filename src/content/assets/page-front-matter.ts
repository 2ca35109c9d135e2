import type { ReferringPage } from '../../model/page/references.ts';

/** The keys that mean the same in every section. */
export interface PageFrontMatter extends ReferringPage {
  slug?: string | undefined;
  aliases?: string[] | undefined;
  alias?: string[] | undefined;
  redirect_from?: string[] | undefined;
  permalink?: string | undefined;
  math?: boolean | undefined;
  url_pdf?: string | undefined;
  urls?: Record<string, string> | undefined;
  image?: { filename?: string | undefined } | undefined;
  header?: { image?: string | undefined } | undefined;
  avatar_filename?: string | undefined;
  image_preview?: string | undefined;
  highlight?: boolean | undefined;
}
