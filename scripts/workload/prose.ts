import { pickInteger, pickItem, type Random } from './random.ts';
import { adjectives, adverbs, nouns, openings, singularVerbs, verbs } from './words.ts';

/** Returns a noun with none, one or two adjectives. */
export function makeNounPhrase(random: Random): string {
  const kind = random();
  if (kind < 0.4) return `${pickItem(random, adjectives)} ${pickItem(random, nouns)}`;
  if (kind < 0.6) {
    return `${pickItem(random, adjectives)} ${pickItem(random, adjectives)} ${pickItem(random, nouns)}`;
  }
  return pickItem(random, nouns);
}

export function makeSentence(random: Random): string {
  const kind = pickInteger(random, 0, 5);
  const verb = () => pickItem(random, verbs);
  const adjective = () => pickItem(random, adjectives);
  const singularVerb = () => pickItem(random, singularVerbs);
  const [a, b, c] = [makeNounPhrase(random), makeNounPhrase(random), makeNounPhrase(random)];
  switch (kind) {
    case 0:
      return `We ${verb()} the ${a} of ${addArticle(b)} and ${verb()} its ${c}.`;
    case 1:
      return `${capitalize(pickItem(random, openings))}, ${addArticle(a)} ${singularVerb()} the ${b} when the ${c} is ${adjective()}.`;
    case 2:
      return `The ${a} ${pickItem(random, adverbs)} ${singularVerb()} ${addArticle(b)}, and this ${singularVerb()} the ${c}.`;
    case 3:
      return `How can we ${verb()} ${addArticle(a)} without ${addArticle(b)} or the ${c}?`;
    case 4:
      return `Our ${a} is ${adjective()}, ${adjective()} and **${adjective()}** for every ${b}.`;
    default:
      return `This talk will ${verb()} ${addArticle(a)}, ${verb()} the ${b}, and *${verb()}* each ${c}.`;
  }
}

/**
 * Returns a paragraph of at least `length` words, not counting the formulas, which are spread over it, and
 * its number of words.
 */
export function makeParagraph(
  random: Random,
  length: number,
  formulas: readonly string[],
): { text: string; words: number } {
  const sentences: string[] = [];
  const waiting = [...formulas];
  let words = 0;
  const addFormula = (formula: string) => {
    const sentence = makeFormulaSentence(random, formula);
    sentences.push(sentence);
    words += countWords(sentence.replace(`$${formula}$`, ''));
  };
  while (words < length) {
    if (waiting.length > 0 && random() < 0.45) {
      addFormula(waiting.shift()!);
    } else {
      const sentence = makeSentence(random);
      sentences.push(sentence);
      words += countWords(sentence);
    }
  }
  waiting.forEach(addFormula);
  return { text: sentences.join(' '), words };
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function makeFormulaSentence(random: Random, formula: string): string {
  const make = pickItem(random, [
    () =>
      `Here $${formula}$ stands for the ${makeNounPhrase(random)} of the ${pickItem(random, nouns)}.`,
    () =>
      `The ${makeNounPhrase(random)} holds for $${formula}$ and every ${makeNounPhrase(random)}.`,
    () =>
      `Writing $${formula}$, we ${pickItem(random, verbs)} the ${makeNounPhrase(random)} directly.`,
  ]);
  return make();
}

function addArticle(phrase: string): string {
  return /^[aeiou]/.test(phrase) ? `an ${phrase}` : `a ${phrase}`;
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
