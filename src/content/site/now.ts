/**
 * The moment of the build, in milliseconds since 1970: `SOURCE_DATE_EPOCH` when it is set, so that
 * a build can be repeated byte for byte, else the clock. Read here and nowhere else.
 */
export const now: number = process.env['SOURCE_DATE_EPOCH']
  ? Number(process.env['SOURCE_DATE_EPOCH']) * 1000
  : Date.now();
