import { makeDisplayFormula, makeInlineFormula, makeInlineFormulas } from './formulas.ts';
import { capitalize, makeNounPhrase, makeParagraph } from './prose.ts';
import { pickInteger, pickItem, type Random } from './random.ts';
import { verbs } from './words.ts';

/** A text in Markdown and its formulas in TeX. */
export interface GeneratedText {
  text: string;
  inline: string[];
  display: string[];
}

/** Generates an abstract: two paragraphs with, if `math`, two to four formulas and one between them. */
export function makeAbstract(random: Random, math: boolean): GeneratedText & { words: number } {
  // The text ends up with 120 to 200 words.
  const target = pickInteger(random, 132, 172);
  const inline = math ? makeInlineFormulas(random, pickInteger(random, 2, 4)) : [];
  const display = math ? [makeDisplayFormula(random)] : [];
  const half = Math.ceil(inline.length / 2);
  const first = makeParagraph(random, Math.floor(target * 0.55), inline.slice(0, half));
  const second = makeParagraph(random, target - first.words - 10, inline.slice(half));
  const parts = [first.text, ...display.map((formula) => `$$${formula}$$`), second.text];
  return { text: parts.join('\n\n'), words: first.words + second.words, inline, display };
}

/** Generates a body: two to four paragraphs, a heading before the second, a list, and formulas if `math`. */
export function makeBody(random: Random, math: boolean): GeneratedText {
  const inline: string[] = [];
  const display: string[] = [];
  const parts: string[] = [];
  const paragraphs = pickInteger(random, 2, 4);
  const paragraphBeforeList = pickInteger(random, 1, paragraphs);
  for (let i = 1; i <= paragraphs; i++) {
    const formulas = math ? makeInlineFormulas(random, pickInteger(random, 0, 2)) : [];
    if (math && i === 1 && formulas.length === 0) formulas.push(makeInlineFormula(random));
    inline.push(...formulas);
    if (i === 2) parts.push(`## ${capitalize(makeNounPhrase(random))}`);
    parts.push(makeParagraph(random, pickInteger(random, 40, 90), formulas).text);
    if (math && i === paragraphs && random() < 0.6) {
      const formula = makeDisplayFormula(random);
      display.push(formula);
      parts.push(`$$\n${formula}\n$$`);
    }
    if (i === paragraphBeforeList) {
      const list = makeList(random, math);
      inline.push(...list.inline);
      parts.push(list.text);
    }
  }
  return { text: parts.join('\n\n'), inline, display };
}

function makeList(random: Random, math: boolean): { text: string; inline: string[] } {
  const isOrdered = random() < 0.4;
  const length = pickInteger(random, 3, 5);
  const inline: string[] = [];
  const items = Array.from({ length }, (_, i) => {
    const marker = isOrdered ? `${i + 1}.` : '-';
    const item = `${marker} ${capitalize(makeNounPhrase(random))}: ${pickItem(random, verbs)} the ${makeNounPhrase(random)}`;
    if (!math || random() >= 0.3) return item;
    const formula = makeInlineFormula(random);
    inline.push(formula);
    return `${item} with $${formula}$`;
  });
  return { text: items.join('\n'), inline };
}
