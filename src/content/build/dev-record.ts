import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { isRunning } from '../../../scripts/process-table.mjs';
import { readCacheEntry, writeCacheEntry } from '../assets/file-cache.ts';
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
        getUrl = () => getServerUrl(server);
      },
      'astro:server:start': () => {
        const url = getUrl();
        if (url !== undefined) writeServerRecord(site, { pid: process.pid, url });
      },
    },
  };
}

/** Returns the address of the home page of a dev server; undefined until it has started. */
export function getServerUrl({ resolvedUrls }: Pick<ViteDevServer, 'resolvedUrls'>) {
  return resolvedUrls?.local[0] ?? resolvedUrls?.network[0];
}

export function writeServerRecord(site: SiteFolder, record: ServerRecord): void {
  writeCacheEntry(getRecordFile(site), record);
}

/** Finds the dev server of a site that is running. A server that was killed has left its record. */
export async function findRunningServer(site: SiteFolder): Promise<ServerRecord | undefined> {
  const record = readCacheEntry<ServerRecord>(getRecordFile(site));
  return record && isRunning(record.pid) && (await answers(record.url)) ? record : undefined;
}

function getRecordFile(site: SiteFolder): string {
  return join(getAstroCacheFolder(site), 'dev-server.json');
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
