import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { getAstroCacheFolder, type SiteFolder } from '../assets/site-folder.ts';

/** A dev server of a site. */
interface ServerRecord {
  pid: number;
  /** The address of the home page. */
  url: string;
}

/** Records the address of a dev server, so that a second one of the same site can name it. */
export function devRecord(site: SiteFolder): AstroIntegration {
  let getUrl: () => string | undefined = () => undefined;
  return {
    name: 'lectern-dev-record',
    hooks: {
      'astro:server:setup': ({ server }) => {
        getUrl = () => server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
      },
      'astro:server:start': () => {
        const url = getUrl();
        if (url !== undefined) writeServerRecord(site, { pid: process.pid, url });
      },
    },
  };
}

export function writeServerRecord(site: SiteFolder, record: ServerRecord): void {
  const file = getRecordFile(site);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(record));
}

/** Finds the dev server of a site that is running. A server that was killed has left its record. */
export async function findRunningServer(site: SiteFolder): Promise<ServerRecord | undefined> {
  const record = readServerRecord(getRecordFile(site));
  if (!record || !(await answers(record.url))) return undefined;
  return record;
}

function getRecordFile(site: SiteFolder): string {
  return join(getAstroCacheFolder(site), 'dev-server.json');
}

function readServerRecord(file: string): ServerRecord | undefined {
  try {
    const { pid, url } = JSON.parse(readFileSync(file, 'utf8')) as Partial<ServerRecord>;
    process.kill(pid ?? NaN, 0);
    return typeof pid === 'number' && typeof url === 'string' ? { pid, url } : undefined;
  } catch {
    return undefined;
  }
}

/** Returns whether there is a dev server of Vite at an address. */
async function answers(url: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(5000);
    const response = await fetch(url, { headers: { accept: 'text/x-vite-ping' }, signal });
    return response.ok;
  } catch {
    return false;
  }
}
