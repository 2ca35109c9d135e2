import type { TalkFrontMatter } from '../schema/talk.ts';

/** The texts of a talk as written, without those of its deliveries: which key of which old theme says what. */
export interface WrittenTexts {
  title: string;
  subtitle?: string | undefined;
  summary?: string | undefined;
  abstract?: string | undefined;
  caption?: string | undefined;
}

/** Of several keys with one meaning the newest theme's wins. */
export function writtenTexts(talk: TalkFrontMatter): WrittenTexts {
  return {
    title: talk.title,
    subtitle: talk.subtitle,
    summary: talk.summary ?? talk.abstract_short ?? talk.excerpt ?? talk.description,
    abstract: talk.abstract,
    caption: talk.image?.caption ?? talk.header?.caption,
  };
}

/** The key that a text was taken from, for messages. */
export function keyOfText(talk: TalkFrontMatter, text: keyof WrittenTexts): (string | number)[] {
  if (text === 'caption') return talk.image?.caption ? ['image', 'caption'] : ['header', 'caption'];
  const keys = {
    title: ['title'],
    subtitle: ['subtitle'],
    summary: ['summary', 'abstract_short', 'excerpt', 'description'],
    abstract: ['abstract'],
  } as const;
  return [keys[text].find((key) => talk[key] !== undefined) ?? text];
}
