import type { APIRoute } from 'astro';
import { getAttachments, loadAttachment, type Attachment } from '../../../data/attachments.ts';

export async function getStaticPaths() {
  const attachments = await getAttachments();
  return attachments.map(({ slug, file }) => ({ params: { slug, file }, props: { slug, file } }));
}

export const GET: APIRoute<Attachment> = async ({ props }) =>
  new Response(await loadAttachment(props));
