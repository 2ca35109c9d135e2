/** The text of `content/redirects.yaml`, in the order given. Addresses are written as people read them. */
export function formatRedirects(redirects: readonly { old: string; to: string }[]): string {
  const lines = redirects.map(({ old, to }) => `${quoted(old)}: ${quoted(readable(to))}\n`);
  return `${head}${lines.join('')}`;
}

const head = `# Where the pages and files of the old site are now: the old address, then the new one.
# Written by "npm run import" from the addresses that the old site had; the lines are yours to change.
# Addresses that pages name themselves, in aliases or permalink, need none.
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
