import { z } from 'zod';
import { cvSchema } from './cv.ts';

const richText = z.object({ html: z.string(), text: z.string() });

/**
 * A page of a section as the content store keeps it: its front matter under the author's schema, beside
 * what reading made of it. `picture` is Astro's own image type, which only Astro can give.
 */
export function pageEntry<S extends z.ZodType, Picture extends z.ZodType>(
  schema: S,
  picture: Picture,
) {
  return z.object({
    slug: z.string(),
    knownAs: z.array(z.string()),
    frontMatter: schema,
    texts: z.record(z.string(), richText),
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
    extra: z.unknown(),
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

/** A text of the home page as the content store keeps it. */
export const homeTextEntry = z.object({
  title: z.string().optional(),
  subtitle: richText.optional(),
  hasMath: z.boolean(),
  hasPlayer: z.boolean(),
});

/** The CV as the content store keeps it: as it was written, beside its texts by their names. */
export const cvEntry = z.object({
  written: cvSchema,
  texts: z.record(z.string(), richText),
  hasMath: z.boolean(),
  /** There is a `cv.pdf` among the files that are served as they are. */
  hasPdf: z.boolean(),
});

/** The redirects that lead somewhere, as the content store keeps them. */
export const redirectsEntry = z.object({
  redirects: z.array(z.object({ from: z.string(), to: z.string(), key: z.string() })),
});
