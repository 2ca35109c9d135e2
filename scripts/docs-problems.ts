import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkSite } from '../src/content/validate/check-site.ts';
import { formatReport } from '../src/content/validate/format-report.ts';
import { resolveSiteFolder } from '../src/content/assets/site-folder.ts';

/** The files of an example, followed by the block with the messages of the program. */
const examplePattern =
  /((?:```\w+ (?:content|public)\/[^\n]+\n[\s\S]*?\n```\n\s*)+)```text\n[\s\S]*?```/g;
const exampleFilePattern = /```\w+ ((?:content|public)\/\S+)[^\n]*\n([\s\S]*?\n)```/g;
/** After the name of a file, in an example without settings. */
const withoutSettingsPattern = /^```\w+ content\/\S+ without content\/site\.yaml$/m;
/** The path shown in the document instead of the temporary folder. */
const shownFolder = '/home/ada/site/content';

/** Returns the document with the messages that the program prints now. */
export async function printProblems(document: string): Promise<string> {
  const messages = new Map<string, string>();
  for (const [block, files = ''] of document.matchAll(examplePattern)) {
    messages.set(block, `${files}\`\`\`text\n${await printMessage(files)}\n\`\`\``);
  }
  return document.replace(examplePattern, (block) => messages.get(block) ?? block);
}

async function printMessage(files: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-docs-'));
  try {
    if (!withoutSettingsPattern.test(files)) {
      write(folder, 'content/site.yaml', 'name: Ada Example\ntimezone: Europe/Paris\n');
    }
    for (const [, path = '', text = ''] of files.matchAll(exampleFilePattern))
      write(folder, path, text);
    const { problems } = await checkSite(resolveSiteFolder({ LECTERN_SITE: folder }));
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
