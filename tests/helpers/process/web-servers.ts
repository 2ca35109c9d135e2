import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { findFreePort } from '../../../scripts/free-port.ts';
import { waitUntil } from './wait-until.ts';

/** A web server, as Debian installs it. */
export type ServerName = 'nginx' | 'apache' | 'caddy';

export interface RunningServer {
  origin: string;
  stop(): Promise<void>;
}

interface ServerOptions {
  /** The recipe of `docs/hosting.md` with the base path of the site; for Apache the `.htaccess` of the site. */
  recipe: string;
  /** The folder of the host. */
  www: string;
  /** A folder for the files of the server. */
  work: string;
}

interface Server {
  program: string;
  /** The argument that prints the version. */
  version: string;
  /** A file or folder of Debian that the configuration uses. */
  needs?: string;
  /** Writes the configuration, with the recipe in it, and returns the arguments of the program. */
  prepare(options: ServerOptions & { port: number }): string[];
}

const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/bin`;
const apacheModules = '/usr/lib/apache2/modules';
const isRoot = process.getuid?.() === 0;

const servers: Record<ServerName, Server> = {
  nginx: {
    program: 'nginx',
    version: '-v',
    needs: '/etc/nginx/mime.types',
    prepare({ recipe, www, work, port }) {
      const site = recipe
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('/var/www/example', www);
      const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
      return [
        ...['-p', work, '-e', 'stderr', '-c'],
        writeConfiguration(
          work,
          `${isRoot ? 'user root;' : ''}
          daemon off; worker_processes 1; pid ${work}/pid; error_log stderr;
          events {}
          http {
            include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
            ${folders.map((name) => `${name}_temp_path ${work}/${name};`).join(' ')}
            ${site}
          }`,
        ),
      ];
    },
  },

  apache: {
    program: 'apache2',
    version: '-v',
    needs: apacheModules,
    prepare({ www, work, port }) {
      const enabled = ['mpm_event', 'authn_core', 'authz_core', 'alias', 'autoindex', 'deflate'];
      const modules = [...enabled, 'dir', 'env', 'filter', 'headers', 'mime', 'negotiation'];
      return [
        ...['-DFOREGROUND', '-f'],
        writeConfiguration(
          work,
          `ServerRoot ${work}
          ServerName 127.0.0.1
          DefaultRuntimeDir ${work}
          PidFile ${work}/pid
          Mutex posixsem
          ErrorLog ${work}/error.log
          Listen 127.0.0.1:${port}
          ${modules.map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`).join('\n')}
          Include /etc/apache2/mods-available/deflate.conf
          Include /etc/apache2/mods-available/dir.conf
          Include /etc/apache2/mods-available/mime.conf
          Include /etc/apache2/mods-available/negotiation.conf
          ${isRoot ? 'User www-data\nGroup www-data' : ''}
          DocumentRoot ${www}
          <Directory ${www}>
            Options Indexes FollowSymLinks
            AllowOverride FileInfo
            Require all granted
          </Directory>
          <FilesMatch "^\\.ht">
            Require all denied
          </FilesMatch>`,
        ),
      ];
    },
  },

  caddy: {
    program: 'caddy',
    version: 'version',
    prepare({ recipe, www, work, port }) {
      const site = recipe
        .replace('www.example.edu', `http://127.0.0.1:${port}`)
        .replace('/var/www/example', www);
      const file = writeConfiguration(work, `{\n\tadmin off\n}\n${site}`);
      return ['run', '--adapter', 'caddyfile', '--config', file];
    },
  },
};

/** Returns why a server cannot run on this machine, such as `no nginx`. Returns undefined if it can. */
export function findServerObstacle(name: ServerName): string | undefined {
  const { program, version, needs } = servers[name];
  const { error } = spawnSync(program, [version], { env: { PATH: path } });
  return error || (needs && !existsSync(needs)) ? `no ${program}` : undefined;
}

/** Starts a server on a free port of 127.0.0.1. @throws If it does not start, with its output. */
export async function startServer(
  name: ServerName,
  options: ServerOptions,
): Promise<RunningServer> {
  const { program, prepare } = servers[name];
  const port = await findFreePort();
  const env = { PATH: path, HOME: options.work };
  const args = prepare({ ...options, port });
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const log = join(options.work, 'error.log');
  const state = () => (existsSync(log) ? output + readFileSync(log, 'utf8') : output);
  const isReady = () => {
    if (child.exitCode !== null) throw new Error(`${program} did not start.\n${state()}`);
    return isListening(port);
  };
  await waitUntil(isReady, `${program} started`, state, 30);
  return { origin: `http://127.0.0.1:${port}`, stop: () => stop(child) };
}

function writeConfiguration(folder: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'configuration');
  writeFileSync(file, text);
  return file;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}
