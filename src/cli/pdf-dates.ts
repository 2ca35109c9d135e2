const dates = /\/(CreationDate|ModDate) \(D:(\d{14})([^)]*)\)/g;

/**
 * Returns a PDF printed by Chromium, with another date. No other byte changes: all dates have the same length, so
 * the offsets in the file stay correct (ISO 32000-1, 7.9.4).
 * @param epoch Seconds since 1970.
 */
export function withPdfDate(pdf: Buffer, epoch: number): Buffer {
  const digits = new Date(epoch * 1000).toISOString().replace(/\D/g, '').slice(0, 14);
  const text = pdf.toString('latin1');
  return Buffer.from(
    text.replace(dates, (_, key, __, zone) => `/${key} (D:${digits}${zone})`),
    'latin1',
  );
}

/** Returns whether two PDFs are the same except for their dates. */
export function isSamePdf(a: Buffer, b: Buffer): boolean {
  return withPdfDate(a, 0).equals(withPdfDate(b, 0));
}
