/**
 * Counts how often Node reads and writes each file. Load it with `--import` in NODE_OPTIONS, so that child
 * processes and worker threads load it too. At its end, each adds a line such as
 * `{"reads":{"/site/content/a.md":1},"writes":{}}` to the file in COUNT_FILE. Streams that are opened by a file
 * handle are not counted.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const counts = { reads: {}, writes: {} };
const { appendFileSync } = fs;

for (const name of ['readFile', 'readFileSync', 'createReadStream']) watch(fs, name, 0, 'reads');
for (const name of ['writeFile', 'writeFileSync', 'createWriteStream'])
  watch(fs, name, 0, 'writes');
for (const name of ['copyFile', 'copyFileSync']) watch(fs, name, 1, 'writes');
watch(fs.promises, 'readFile', 0, 'reads');
watch(fs.promises, 'writeFile', 0, 'writes');
watch(fs.promises, 'copyFile', 1, 'writes');
syncBuiltinESMExports();

process.on('exit', () => {
  appendFileSync(process.env.COUNT_FILE, `${JSON.stringify(counts)}\n`);
});

/** Replaces a function whose argument `position` is a path. */
function watch(object, name, position, kind) {
  const real = object[name];
  object[name] = function (...args) {
    const path = toPath(args[position]);
    if (path) counts[kind][path] = (counts[kind][path] ?? 0) + 1;
    return real.apply(this, args);
  };
}

function toPath(value) {
  if (typeof value === 'string') return resolve(value);
  return value instanceof URL && value.protocol === 'file:' ? fileURLToPath(value) : undefined;
}
