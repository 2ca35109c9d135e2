import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkSite } from '../src/content/check-site.ts';
import { formatReport } from '../src/content/problems/report.ts';
import { siteFolder } from '../src/content/site-folder.ts';

/** Files of an example, then the block that holds what the program says of them. */
const example = /((?:```\w+ content\/[^\n]+\n[\s\S]*?\n```\n\s*)+)```text\n[\s\S]*?```/g;
const exampleFile = /```\w+ (content\/\S+)[^\n]*\n([\s\S]*?\n)```/g;
/** Behind the name of a file, for an example in which there are no settings. */
const withoutSettings = /^```\w+ content\/\S+ without content\/site\.yaml$/m;
/** What the documents show in place of the temporary folder. */
const shownFolder = '/home/ada/site/content';

/** The document with each message as the program prints it today. */
export async function printProblems(document: string): Promise<string> {
  const messages = new Map<string, string>();
  for (const [whole, files = ''] of document.matchAll(example)) {
    messages.set(whole, `${files}\`\`\`text\n${await messageFor(files)}\n\`\`\``);
  }
  return document.replace(example, (whole) => messages.get(whole) ?? whole);
}

async function messageFor(files: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-docs-'));
  try {
    if (!withoutSettings.test(files)) {
      write(folder, 'content/site.yaml', 'name: Ada Example\ntimezone: Europe/Paris\n');
    }
    for (const [, path = '', text = ''] of files.matchAll(exampleFile)) write(folder, path, text);
    const { problems } = await checkSite(siteFolder({ LECTERN_SITE: folder }));
    const report = formatReport(problems, { color: false });
    return report.replaceAll(join(folder, 'content'), shownFolder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
