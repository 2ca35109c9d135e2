import { hash } from 'node:crypto';

const digestLength = 32;

/** Returns bytes with their digest at the end, by which `readIntact` notices damage. */
export function addDigest(content: Uint8Array): Buffer {
  return Buffer.concat([content, toDigest(content)]);
}

/** Returns the bytes that were given to `addDigest`, or undefined if they are damaged or incomplete. */
export function readIntact(bytes: Buffer): Buffer | undefined {
  const content = bytes.subarray(0, -digestLength);
  return bytes.subarray(-digestLength).equals(toDigest(content)) ? content : undefined;
}

function toDigest(content: Uint8Array): Buffer {
  return hash('sha256', content, 'buffer');
}
