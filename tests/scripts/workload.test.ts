import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { makeTalk, type TalkOptions } from '../../scripts/workload/talk.ts';

/** Hashes the texts and PDFs of the first talks; zlib may compress images in another way. */
function hashTalks(count: number, options: TalkOptions = {}): string {
  const hash = createHash('sha256');
  for (let index = 1; index <= count; index++) {
    const { markdown, files } = makeTalk(index, options);
    hash.update(markdown);
    for (const [name, make] of Object.entries(files)) {
      hash.update(name);
      if (name.endsWith('.pdf')) hash.update(make());
    }
  }
  return hash.digest('hex').slice(0, 16);
}

describe('the generated talks of the benchmark', () => {
  // With another workload, figures cannot be compared with those in docs/performance.md.
  test('never change', () => {
    expect(hashTalks(200)).toBe('5dfdfc70dd5234c2');
    expect(hashTalks(50, { seed: 7, math: false, slides: 'deck', project: 'page' })).toBe(
      'fddc05d53fe416c3',
    );
    expect(hashTalks(4, { images: 0.5, files: 0.5 })).toBe('cf8a46023e7b152a');
  });

  test('have formulas in abstract and body, unless they are switched off', () => {
    const { abstractFormulas, bodyFormulas, markdown } = makeTalk(3);
    for (const formula of [...abstractFormulas.inline, ...bodyFormulas.inline]) {
      expect(markdown).toContain(`$${formula}$`);
    }
    expect(abstractFormulas.inline.length).toBeGreaterThan(1);
    expect(makeTalk(3, { math: false }).markdown).not.toContain('$');
  });
});
