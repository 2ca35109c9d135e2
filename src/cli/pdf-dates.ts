const dates = /\/(CreationDate|ModDate) \(D:(\d{14})([^)]*)\)/g;

/**
 * A PDF of Chromium's with another date in it, and otherwise byte for byte the same: dates are of
 * one length, so that no offset in the file changes (ISO 32000-1, 7.9.4).
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

/** Whether two PDFs are the same but for their dates. */
export function isSamePdf(a: Buffer, b: Buffer): boolean {
  return withPdfDate(a, 0).equals(withPdfDate(b, 0));
}
