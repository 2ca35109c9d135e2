/** An error that stops the import. Its message is shown to the author. */
export class ImportError extends Error {
  override name = 'ImportError';
}
