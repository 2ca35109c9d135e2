import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Waits until no other process has the lock of a name, such as the path of a folder, and takes it. The lock is a local socket, which the system
 * closes when its process ends, in whatever way: no lock is ever left behind, and those who wait notice it at once.
 * @param onWait Is called once if another process has the lock.
 * @returns A function that releases the lock.
 */
export async function takeLock(name: string, onWait: () => void): Promise<() => void> {
  const address = toSocketAddress(name);
  for (let isWaiting = false; ; isWaiting = true) {
    const release = await listen(address);
    if (release) return release;
    if (await hasOwner(address, isWaiting ? () => {} : onWait)) continue;
    // A file of a socket without a process, which only some systems have.
    if (!address.startsWith('\0')) rmSync(address, { force: true });
  }
}

function toSocketAddress(lock: string): string {
  const name = `lectern-${createHash('sha256').update(lock).digest('hex').slice(0, 16)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

/** Opens a socket, and returns a function that closes it; undefined if there is one at its address already. */
function listen(address: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const waiting = new Set<Socket>();
    const server = createServer((socket) => {
      waiting.add(socket.unref());
      socket.on('error', () => {});
      socket.once('close', () => waiting.delete(socket));
    });
    const release = () => {
      server.close();
      for (const socket of waiting) socket.destroy();
    };
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => {
      server.unref();
      resolve(release);
    });
  });
}

/** Waits until the server at an address is closed. Returns false if there is none. */
function hasOwner(address: string, onWait: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    let isConnected = false;
    socket.once('connect', () => {
      isConnected = true;
      onWait();
    });
    socket.on('error', () => {});
    socket.once('close', () => resolve(isConnected));
  });
}
