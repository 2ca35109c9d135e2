import { removeFinalSlash } from '../../model/page/addresses.ts';
import {
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
  toLines,
  toPathPattern,
} from './response-headers.ts';

/**
 * Returns a server of nginx. No location has an `add_header`, which would remove those of the server there.
 * @param base The site's base path.
 * @see https://nginx.org/en/docs/http/ngx_http_headers_module.html
 */
export function toNginxConfig(base: string): string {
  const root = removeFinalSlash(base);
  return `# Browsers keep files whose names contain a hash, and ask again for all others.
map $uri $lectern_cache {
  default "${cacheControl.other}";
  "~${toPathPattern(root, hashedFiles)}" "${cacheControl.hashed}";
}
# A drawing that is opened runs no scripts.
map $uri $lectern_policy {
  default "${securityHeaders['Content-Security-Policy']}";
  "~*${drawingPattern}" "${drawingPolicy}";
}

server {
  listen 80;
  server_name www.example.edu;
  root /var/www/example;
  error_page 403 404 =404 ${root}/404.html;
  absolute_redirect off;

  # Of every response, errors included. A location with an add_header of its own would lose these.
${formatHeaders({
  ...securityHeaders,
  'Content-Security-Policy': '$lectern_policy',
  'Cache-Control': '$lectern_cache',
})}

  gzip on;
  gzip_vary on;
  gzip_types
    ${formatTextTypes()};

  charset utf-8;
  charset_types
    ${formatTextTypes()};

  default_type application/octet-stream;
  types {
${formatTypes({ ...textTypes, ...binaryTypes })}
  }
${formatFeedTypes(root)}

  # Files of hosts, and files whose names begin with a dot
  location ~ "${toPathPattern(root, hiddenFiles)}" { return 404; }
  location ~ "/\\.(?!well-known/)" { return 404; }
}
`;
}

function formatHeaders(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `  add_header ${name} "${value}" always;`)
    .join('\n');
}

/** nginx always adds text/html to these lists, and warns if it is repeated. */
function formatTextTypes(): string {
  const types = listTextTypes().filter((type) => type !== 'text/html');
  return toLines(types).join('\n    ');
}

function formatTypes(types: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(types)
    .map(([type, extensions]) => `    ${type} ${extensions.join(' ')};`)
    .join('\n');
}

function formatFeedTypes(root: string): string {
  return Object.entries(feedTypes)
    .map(
      ([type, paths]) =>
        `  location ~ "${toPathPattern(root, paths)}" { types {} default_type ${type}; }`,
    )
    .join('\n');
}
