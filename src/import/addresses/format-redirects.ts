/** The text of `content/redirects.yaml`, in the order given. Addresses are written as people read them. */
export function formatRedirects(redirects: readonly { old: string; to: string }[]): string {
  const lines = redirects.map(({ old, to }) => `${quoted(old)}: ${quoted(readable(to))}\n`);
  return `${head}${lines.join('')}`;
}

const head = `# Redirects from the addresses of the old site: the old address, then the new one.
# Written by "npm run import". You can edit, add and delete lines.
# Addresses in the aliases or the permalink of a page need no line here.
`;

/** Plain where YAML takes it so. */
function quoted(text: string): string {
  return /^[\p{L}\p{N}\p{M}/._~+()-]+$/u.test(text) ? text : JSON.stringify(text);
}

/** What would no longer be the same address when decoded stays as it is. */
function readable(to: string): string {
  const part = (text: string) => (/%(25|23|3f|2f)/i.test(text) ? text : decodeURIComponent(text));
  return to.split('/').map(part).join('/');
}
