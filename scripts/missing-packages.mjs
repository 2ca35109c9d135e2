/**
 * @typedef {object} LockedPackage An entry of `packages` in a lock file of npm
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [dev] only development dependencies need it
 * @property {boolean} [optional] only optional dependencies need it
 * @property {boolean} [devOptional] only development and optional dependencies need it
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */

/**
 * Returns the paths of the packages of package-lock.json that are not installed, or in another version.
 * A package for another system is not missing.
 *
 * @param {Record<string, LockedPackage>} lock `packages` of package-lock.json
 * @param {Record<string, LockedPackage>} installed `packages` of node_modules/.package-lock.json, in
 *   which npm records what it installed
 * @param {{ dev: boolean, platform?: string, arch?: string }} options `dev`: whether development
 *   dependencies count
 * @returns {string[]}
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json
 */
export function findMissingPackages(
  lock,
  installed,
  { dev, platform = process.platform, arch = process.arch },
) {
  return Object.entries(lock).flatMap(([path, wanted]) => {
    // The entry of the project itself.
    if (path === '') return [];
    const found = installed[path];
    if (found) return isSame(found, wanted) ? [] : [path];
    const isNeeded = isForSystem(wanted, platform, arch) && (dev || !wanted.dev);
    return isNeeded ? [path] : [];
  });
}

/** @type {(a: LockedPackage, b: LockedPackage) => boolean} */
function isSame(a, b) {
  return a.version === b.version && a.integrity === b.integrity;
}

/**
 * Whether npm installs a package on a system. For optional packages, this is known only if they name the
 * system and not a C library, because the C library of this system is not known.
 *
 * @type {(wanted: LockedPackage, platform: string, arch: string) => boolean}
 */
function isForSystem({ optional, devOptional, os, cpu, libc }, platform, arch) {
  if (!optional && !devOptional) return true;
  return Boolean(os?.includes(platform) && cpu?.includes(arch) && !libc);
}
