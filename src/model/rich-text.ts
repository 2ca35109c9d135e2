/** A text for a page (`html`) and for everything that shows plain text (`text`). */
export interface RichText {
  html: string;
  text: string;
  /** The HTML contains a formula. */
  hasMath?: boolean | undefined;
}

/** Words without any marks. */
export function plainText(text: string): RichText {
  return { html: escapeHtml(text), text };
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
