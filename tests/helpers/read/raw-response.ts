import { get, type IncomingMessage } from 'node:http';

export interface RawResponse {
  status: number;
  /** By lower-case names. A header that was sent twice has both values. */
  headers: Readonly<Record<string, string>>;
  /** The bytes as sent, perhaps compressed. */
  body: Buffer;
}

/** Requests an address without following redirects or unpacking the answer. */
export async function requestRaw(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawResponse> {
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const distinct = Object.entries(message.headersDistinct).map(
    ([name, values = []]) => [name, values.join(', ')] as const,
  );
  const status = message.statusCode ?? 0;
  return { status, headers: Object.fromEntries(distinct), body: Buffer.concat(chunks) };
}
