import { createHash } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { hashProgram } from '../assets/program-files.ts';

/** A plugin of Vite, and the digest that it has computed when the bundles are written. */
export interface EngineDigest {
  plugin: Plugin;
  read(): string;
}

/**
 * Modules that differ between builds by the same program: the entries of the content store, and two modules of Astro that
 * no page shows, with the port of a server that reads fonts and with the level of messages (`--verbose`).
 */
const varyingModule = /astro:data-layer-content|font-file-url-resolver|astro:logger/;

/**
 * Computes a digest of everything but content that the built pages depend on: the files of the program, the author's
 * modules in the bundles, the names of styles, scripts and images, which contain digests, the versions of packages, and
 * that of Node.js with its time zones and languages. Modules of packages in the bundles would differ between two shells:
 * Astro puts variables of the environment into them.
 */
export function createEngineDigest(root: string): EngineDigest {
  const parts = new Map<string, string>();
  return {
    plugin: {
      name: 'lectern-engine-digest',
      apply: 'build',
      generateBundle(_, bundle) {
        for (const output of Object.values(bundle)) addOutput(parts, output, root);
      },
    },
    read() {
      const digest = createHash('sha256').update(JSON.stringify(process.versions));
      hashProgram(digest, root, ['astro.config.mjs', 'src']);
      for (const [name, text] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1)))
        digest.update(`${name}\0${text}\0`);
      return digest.digest('base64url');
    },
  };
}

function addOutput(
  parts: Map<string, string>,
  output: Rolldown.OutputAsset | Rolldown.OutputChunk,
  root: string,
): void {
  if (output.type === 'asset') parts.set(output.fileName, '');
  else {
    for (const [id, { code }] of Object.entries(output.modules)) {
      const isKnown = id.includes('/node_modules/') || id.startsWith(join(root, 'src', sep));
      if (!isKnown && !varyingModule.test(id)) parts.set(toName(id, root), code ?? '');
    }
  }
}

/** Returns the name of a module without the folder of the project, which differs between machines. */
function toName(id: string, root: string): string {
  return id.startsWith(root) ? relative(root, id) : id;
}
