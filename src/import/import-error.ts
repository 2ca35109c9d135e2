/** Why nothing is imported, in whole sentences for the person at the keyboard. */
export class ImportError extends Error {
  override name = 'ImportError';
}
