import type { APIRoute } from 'astro';
import { readAttachment } from '../../../content/attachment.ts';
import { getAttachments } from '../../../data/talks.ts';

export async function getStaticPaths() {
  const attachments = await getAttachments();
  return attachments.map(({ slug, file, talkPath }) => ({
    params: { slug, file },
    props: { file, talkPath },
  }));
}

export const GET: APIRoute = async ({ props }) =>
  new Response(await readAttachment(props['talkPath'], props['file']));
