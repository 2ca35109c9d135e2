import { hash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { writeAtomically } from '../assets/atomic-write.ts';
import { addDigest, readIntact } from '../assets/intact-bytes.ts';
import type { FrontMatter } from '../parse/front-matter.ts';
import { parseFile, type PageText, type ParsePageText, parsePageText } from './page-text.ts';

/** Fewer texts are parsed again sooner than the file of the cache is written. */
const minNewTexts = 50;

/**
 * The parsed front matter of a section's pages in one file. Parsing takes 2 milliseconds a page, mostly for YAML with
 * positions; reading it from the cache a twentieth of that.
 */
export interface PageTextCache {
  /** Returns what `parsePageText` returns. */
  parse: ParsePageText;
  /** Writes the texts that were parsed since the cache was opened, if many are new. All others are forgotten. */
  save(): void;
}

/** The parsed text of a page without what can be made of the text again. */
interface StoredText extends Omit<PageText, 'parsed' | 'isPage'> {
  parsed: Pick<FrontMatter, 'data' | 'bodyLine' | 'findings'>;
  /** The body is the end of the text, in characters. */
  bodyLength: number;
}

/** Opens the cache in a file, which belongs to one version of our code. A damaged file is an empty cache. */
export function openPageTextCache(file: string): PageTextCache {
  let stored: Map<string, StoredText> | undefined;
  const current = new Map<string, StoredText>();
  let newTexts = 0;
  return {
    parse(section, pageFile, text) {
      const { stem, path } = pageFile;
      const key = hash(
        'sha256',
        `${section.name}\n${stem}\n${extname(path)}\n${text}`,
        'base64url',
      );
      stored ??= readTexts(file);
      const found = stored.get(key);
      if (found) {
        current.set(key, found);
        return restoreText(found, text, () => parseFile(section, pageFile, text)) as never;
      }
      const parsed = parsePageText(section, pageFile, text);
      if (!('failure' in parsed) && isStorable(parsed, text)) {
        current.set(key, toStoredText(parsed));
        newTexts += 1;
      }
      return parsed;
    },
    save() {
      if (newTexts >= minNewTexts) writeTexts(file, current);
    },
  };
}

/** Returns whether a parsed text can be restored. One with errors is not stored, because the author will change it. */
function isStorable({ isPage, value, parsed }: PageText, text: string): boolean {
  return isPage && value !== undefined && text.endsWith(parsed.body);
}

function toStoredText({ parsed, data, value, findings }: PageText): StoredText {
  const { bodyLine, body } = parsed;
  return {
    parsed: { data: parsed.data, bodyLine, findings: parsed.findings },
    ...{ data, value, findings, bodyLength: body.length },
  };
}

/** @param parseAgain Finds the positions of keys, which only messages need. */
function restoreText(
  { parsed, bodyLength, ...rest }: StoredText,
  text: string,
  parseAgain: () => ReturnType<typeof parseFile>,
): PageText {
  let again: ReturnType<typeof parseFile> | undefined;
  return {
    ...rest,
    isPage: true,
    parsed: {
      ...parsed,
      body: text.slice(text.length - bodyLength),
      locate(path, part) {
        again ??= parseAgain();
        return 'failure' in again ? { line: 1, column: 1 } : again.locate(path, part);
      },
    },
  };
}

function readTexts(file: string): Map<string, StoredText> {
  try {
    const content = readIntact(readFileSync(file));
    return content ? (deserialize(content) as Map<string, StoredText>) : new Map();
  } catch {
    return new Map();
  }
}

/** Writes texts completely or not at all. A cache that cannot be written is no error. */
function writeTexts(file: string, texts: Map<string, StoredText>): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeAtomically(file, addDigest(serialize(texts)));
  } catch {
    return;
  }
}
