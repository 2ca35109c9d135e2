import { z } from 'zod';
import { talkSchema } from './talk.ts';

const richText = z.object({ html: z.string(), text: z.string() });

/**
 * A talk as the content store keeps it: its front matter under the author's schema, beside what
 * reading made of it. `picture` is Astro's own image type, which only Astro can give.
 */
export function talkEntry<Picture extends z.ZodType>(picture: Picture) {
  return z.object({
    slug: z.string(),
    frontMatter: talkSchema,
    texts: z.object({
      title: richText,
      subtitle: richText.optional(),
      summary: richText.optional(),
      abstract: richText.optional(),
      caption: richText.optional(),
      deliveries: z.array(
        z.object({
          event: richText.optional(),
          venue: richText.optional(),
          note: richText.optional(),
        }),
      ),
    }),
    files: z.record(
      z.string(),
      z.object({
        href: z.string(),
        bytes: z.number(),
        pages: z.number().optional(),
        preview: picture.optional(),
      }),
    ),
    attachments: z.array(z.string()),
    picture: picture.optional(),
    /** The picture moves. */
    animated: z.boolean().optional(),
    hasBody: z.boolean(),
    hasMath: z.boolean(),
    hasPlayer: z.boolean(),
    /** For the loader: what to say of the texts, and which files they asked for. */
    findings: z.array(z.unknown()),
    lookedUp: z.record(z.string(), z.string()),
  });
}

/** The biography as the content store keeps it. */
export function aboutEntry<Picture extends z.ZodType>(picture: Picture) {
  return z.object({
    title: z.string().optional(),
    portrait: picture.optional(),
    portraitAlt: z.string().optional(),
    animated: z.boolean().optional(),
    hasMath: z.boolean(),
    hasPlayer: z.boolean(),
  });
}
