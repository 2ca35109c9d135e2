import { expect, test } from 'vitest';
import { printCv } from '../../src/cli/cv.ts';
import { isSamePdf, withPdfDate } from '../../src/cli/pdf-dates.ts';
import { createAuthorFolder } from '../helpers/make/author-folder.ts';
import { createCleanEnvironment, runScript } from '../helpers/build/build-site.ts';
import { runInProcess } from '../helpers/process/run-command.ts';

const site = { 'content/site.yaml': 'name: Ada Example\n' };
const cv = { ...site, 'content/cv.yaml': 'sections: []\n' };

function command(files: Record<string, string>, args: string[], env: Record<string, string> = {}) {
  const { root } = createAuthorFolder(files);
  return runInProcess('cv', printCv, args, { LECTERN_SITE: root, ...env });
}

test('without content/cv.yaml, says that there is nothing to print', async () => {
  const { code, output } = await command(site, []);
  expect(code).toBe(1);
  expect(output).toContain('There is no content/cv.yaml to print.');
});

test('without a browser, says what to install, and does not build', async () => {
  const { code, output } = await command(cv, [], { CHROME_PATH: '/nowhere/chrome' });
  expect({ code, output }).toEqual({
    code: 1,
    output: 'CHROME_PATH is not a file: /nowhere/chrome\n',
  });
});

test.each([
  [['--paper', 'leter'], 'Unknown paper "leter". Did you mean letter?'],
  [['--paper', 'foolscap'], 'Unknown paper "foolscap". The formats are a4, letter,'],
  [['--papper', 'a4'], 'Unknown option --papper. Did you mean --paper?'],
  [['a4'], 'Unexpected argument "a4".'],
])('%j is a usage error', async (args, message) => {
  const { code, output } = await command(cv, args);
  expect(code).toBe(2);
  expect(output).toContain(message);
  expect(output).toContain('For help: npm run cv -- --help');
});

test('an unknown command lists the commands', async () => {
  const { code, output } = await runScript(['src/cli/main.ts', 'chekc'], createCleanEnvironment());
  expect({ code, output }).toEqual({
    code: 2,
    output: 'Unknown command "chekc". The commands are build, check, new, import, cv.\n',
  });
});

const pdf = Buffer.from(
  "%PDF\n/CreationDate (D:20260504120000+00'00')\n/ModDate (D:20260504120001+00'00')\n\x80\xff",
  'latin1',
);

test('the date of a PDF is replaced, and no other byte', () => {
  const dated = withPdfDate(pdf, 0);
  expect(dated.toString('latin1')).toBe(
    "%PDF\n/CreationDate (D:19700101000000+00'00')\n/ModDate (D:19700101000000+00'00')\n\x80\xff",
  );
});

test('PDFs that differ only in their dates are the same', () => {
  const later = withPdfDate(pdf, 1_800_000_000);
  expect(later.equals(pdf)).toBe(false);
  expect(isSamePdf(pdf, later)).toBe(true);
  expect(isSamePdf(pdf, Buffer.concat([later, Buffer.from('x')]))).toBe(false);
});
