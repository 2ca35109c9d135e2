import { expect, test } from 'vitest';
import { splitNameMarks } from '../../../src/model/page/name-marks.ts';

test.each([
  ['Ann Roe*', 'Ann Roe', '*'],
  ['Ann Roe\\*', 'Ann Roe', '*'],
  ['Ann Roe†‡', 'Ann Roe', '†‡'],
  ['Ann Roe¹²', 'Ann Roe', '12'],
  ['Ann Roe<sup>1,*</sup>', 'Ann Roe', '1,*'],
  ['Ann Roe$^{\\dagger}$', 'Ann Roe', '†'],
  ['Ann Roe{$^\\ast$}', 'Ann Roe', '*'],
  ['Roe$^{2}$, Ann', 'Roe, Ann', '2'],
  ['Ann Roe\\textsuperscript{a}', 'Ann Roe', 'a'],
  ['Ann Roe\\footnotemark[3]', 'Ann Roe', '3'],
  ['Ann Roe', 'Ann Roe', undefined],
  ['The C*-Group', 'The C*-Group', undefined],
  ['$\\pi$ Group', '$\\pi$ Group', undefined],
])('the mark of %s', (source, name, mark) => {
  expect(splitNameMarks(source)).toEqual({ name, ...(mark !== undefined && { mark }) });
});
