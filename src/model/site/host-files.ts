import type { HostName } from '../../schema/host.ts';

/** Returns the names of the files at the root of a built site that are for its host. */
export function listHostFiles(host?: HostName): string[] {
  return [
    '_headers',
    '.nojekyll',
    ...(host === 'apache' ? ['.htaccess'] : []),
    ...(host === 'vercel' ? ['vercel.json'] : []),
  ];
}
