import { z } from 'zod';
import { cvSchema } from './cv.ts';

const richText = z.object({
  html: z.string(),
  text: z.string(),
  hasMath: z.boolean().optional(),
  words: z.string().optional(),
});

const foundFile = z.object({ place: z.enum(['bundle', 'public']), path: z.string() });

/**
 * Returns the schema of a page in the content store: its validated front matter and derived data.
 * `image` is the schema of Astro's image type, which only Astro provides.
 */
export function pageEntry<S extends z.ZodType, Image extends z.ZodType>(schema: S, image: Image) {
  return z.object({
    slug: z.string(),
    identifiers: z.array(z.string()),
    frontMatter: schema,
    texts: z.record(z.string(), richText),
    files: z.record(
      z.string(),
      z.object({
        href: z.string(),
        bytes: z.number(),
        pages: z.number().optional(),
        preview: image.optional(),
      }),
    ),
    attachments: z.array(z.string()),
    image: image.optional(),
    /** The image is animated. */
    animated: z.boolean().optional(),
    hasBody: z.boolean(),
    hasMath: z.boolean(),
    hasPlayer: z.boolean(),
    extra: z.unknown(),
    /** For the loader: the problems of the texts, and their look-ups. */
    findings: z.array(z.unknown()),
    lookedUp: z.object({
      files: z.map(z.string(), foundFile.optional()),
      pages: z.map(z.string(), z.string().optional()),
      images: z.map(z.string(), z.string()),
    }),
  });
}

/** Returns the schema of the biography in the content store. */
export function aboutEntry<Image extends z.ZodType>(image: Image) {
  return z.object({
    title: z.string().optional(),
    portrait: image.optional(),
    portraitAlt: z.string().optional(),
    animated: z.boolean().optional(),
    hasMath: z.boolean(),
    hasPlayer: z.boolean(),
  });
}

/** A text of the home page in the content store. */
export const homeTextEntry = z.object({
  title: z.string().optional(),
  subtitle: richText.optional(),
  hasMath: z.boolean(),
  hasPlayer: z.boolean(),
});

/** The CV in the content store: the raw CV, and its rendered texts by name. */
export const cvEntry = z.object({
  written: cvSchema,
  texts: z.record(z.string(), richText),
  hasMath: z.boolean(),
  /** There is a `cv.pdf` in the public folder. */
  hasPdf: z.boolean(),
});

/** The redirects in the content store, unchanged. */
export const redirectsEntry = z.object({ redirects: z.record(z.string(), z.string()) });
