/** An entry of `packages` in a lock file of npm. */
export interface LockEntry {
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
}

/**
 * Selects the entries of the engine's lock file that an author's site needs: all packages but those of development, for all
 * systems. With these in its own lock file, a site has exactly the versions that the engine was tested with.
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json
 */
export function selectAuthorPackages(packages: Record<string, LockEntry>) {
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  return Object.fromEntries(
    needed.map(([path, { devOptional, ...entry }]) => [
      path,
      devOptional ? { ...entry, optional: true } : entry,
    ]),
  );
}
