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
  toLines,
  toPathPattern,
} from './response-headers.ts';

/**
 * Returns `.htaccess` for Apache 2.4. Its directives need only `AllowOverride FileInfo`, and those of modules that may be
 * missing are ignored: a directive that a server does not allow would turn each page into error 500.
 * @param base The site's base path.
 * @see https://httpd.apache.org/docs/2.4/mod/overrides.html
 */
export function toHtaccess(base: string): string {
  const root = removeFinalSlash(base);
  return `ErrorDocument 403 ${root}/404.html
ErrorDocument 404 ${root}/404.html

# Media types and their charset
${formatTypes({ ...textTypes, ...binaryTypes })}
AddCharset utf-8 ${toExtensions(Object.values(textTypes).flat())}
${formatFeedTypes(root)}

<IfModule mod_headers.c>
  # Of every response, errors included
${formatSecurityHeaders()}
  # A drawing that is opened runs no scripts.
  Header always set Content-Security-Policy "${drawingPolicy}" "expr=%{REQUEST_URI} =~ m#${drawingPattern}#i"
  # Browsers keep files whose names contain a hash, and ask again for all others.
  Header set Cache-Control "${cacheControl.other}"
  Header set Cache-Control "${cacheControl.hashed}" "expr=%{REQUEST_URI} =~ m#${toPathPattern(root, hashedFiles)}#"
  # Apache adds -gzip or -br to the ETag of a compressed file and does not recognize it again.
  RequestHeader edit* If-None-Match "-(gzip|br)\\"" "\\""
</IfModule>

<IfModule mod_deflate.c>
  <IfModule mod_filter.c>
${toLines(listTextTypes())
  .map((types) => `    AddOutputFilterByType DEFLATE ${types}`)
  .join('\n')}
  </IfModule>
</IfModule>

<IfModule mod_alias.c>
  # Files of hosts, and files whose names begin with a dot
  RedirectMatch 404 "${toPathPattern(root, hiddenFiles)}"
  RedirectMatch 404 "/\\.(?!well-known/)"
  <IfModule mod_autoindex.c>
    # Folders without a page, of which Apache would list the files
    <If "-d %{REQUEST_FILENAME} && ! -f '%{REQUEST_FILENAME}/index.html'">
      RedirectMatch 404 "/$"
    </If>
  </IfModule>
</IfModule>
`;
}

function formatTypes(types: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(types)
    .map(([type, extensions]) => `AddType ${type} ${toExtensions(extensions)}`)
    .join('\n');
}

function toExtensions(extensions: readonly string[]): string {
  return extensions.map((extension) => `.${extension}`).join(' ');
}

function formatFeedTypes(root: string): string {
  return Object.entries(feedTypes)
    .map(
      ([type, paths]) =>
        `<If "%{REQUEST_URI} =~ m#${toPathPattern(root, paths)}#">\n  ForceType "${addCharset(type)}"\n</If>`,
    )
    .join('\n');
}

function formatSecurityHeaders(): string {
  return Object.entries(securityHeaders)
    .map(([name, value]) => `  Header always set ${name} "${value}"`)
    .join('\n');
}
