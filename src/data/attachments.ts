import { readAttachment } from '../content/attachment.ts';
import { getTalkEntry, getTalks } from './talks.ts';

export interface Attachment {
  slug: string;
  /** Its name in the bundle of the talk. */
  file: string;
}

/** The files of public talks' bundles that are published beside them. */
export async function getAttachments(): Promise<Attachment[]> {
  const { all } = await getTalks();
  const entries = await Promise.all(all.map(({ slug }) => getTalkEntry(slug)));
  return entries.flatMap(({ data }) => data.attachments.map((file) => ({ slug: data.slug, file })));
}

export async function loadAttachment({ slug, file }: Attachment): Promise<Buffer<ArrayBuffer>> {
  const { filePath = '' } = await getTalkEntry(slug);
  return readAttachment(filePath, file);
}
