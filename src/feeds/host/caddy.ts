import { removeFinalSlash } from '../../model/page/addresses.ts';
import {
  addCharset,
  binaryTypes,
  cacheControl,
  drawingPattern,
  drawingPolicy,
  feedTypes,
  hashedFiles,
  hiddenFiles,
  listTextTypes,
  securityHeaders,
  textTypes,
  toPathPattern,
} from './response-headers.ts';

/**
 * Returns a Caddyfile for Caddy 2.
 * @param base The site's base path.
 * @see https://caddyserver.com/docs/caddyfile/directives
 */
export function toCaddyfile(base: string): string {
  const root = removeFinalSlash(base);
  return `www.example.edu {
	root * /var/www/example
	file_server

	# Browsers keep files whose names contain a hash, and ask again for all others.
	map {path} {lectern_cache} {
		"~${toPathPattern(root, hashedFiles)}" "${cacheControl.hashed}"
		default "${cacheControl.other}"
	}
	# A drawing that is opened runs no scripts.
	map {path} {lectern_policy} {
		"~(?i)${drawingPattern}" "${drawingPolicy}"
		default "${securityHeaders['Content-Security-Policy']}"
	}
	map {path} {lectern_type} {
${formatTypes(root)}
		default ""
	}
	header {
${formatHeaders({
  ...securityHeaders,
  'Content-Security-Policy': '{lectern_policy}',
  'Cache-Control': '{lectern_cache}',
})}
	}
	@typed expression \`{lectern_type} != ""\`
	header @typed Content-Type {lectern_type}

	encode {
		gzip
		match {
${listTextTypes()
  .map((type) => `			header Content-Type ${type}*`)
  .join('\n')}
		}
	}

	# Files of hosts, and files whose names begin with a dot
	@hidden {
		path ${hiddenFiles.map((name) => `${root}/${name}`).join(' ')} */.*
		not path /.well-known/*
	}
	error @hidden 404

	handle_errors {
		rewrite * ${root}/404.html
		header Content-Type "${addCharset('text/html')}"
		header Cache-Control "${cacheControl.other}"
		header Content-Security-Policy "${securityHeaders['Content-Security-Policy']}"
		file_server
	}
}
`;
}

function formatHeaders(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `		${name} "${value}"`)
    .join('\n');
}

/** The first pattern that matches decides. */
function formatTypes(root: string): string {
  const feeds = Object.entries(feedTypes).map(([type, paths]) => [
    toPathPattern(root, paths),
    addCharset(type),
  ]);
  const texts = Object.entries(textTypes).map(([type, extensions]) => [
    toExtensionPattern(extensions),
    addCharset(type),
  ]);
  const others = Object.entries(binaryTypes).map(([type, extensions]) => [
    toExtensionPattern(extensions),
    type,
  ]);
  return [...feeds, ...texts, ...others]
    .map(([pattern, type]) => `		"~${pattern}" "${type}"`)
    .join('\n');
}

function toExtensionPattern(extensions: readonly string[]): string {
  return `(?i)\\.(${extensions.join('|')})$`;
}
