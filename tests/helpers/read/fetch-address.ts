/** Fetches an address and follows all its redirects. */
export async function fetchAddress(url: string) {
  const response = await fetch(url);
  const body = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, body, text: body.toString('utf8') };
}
