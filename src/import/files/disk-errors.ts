import { statfsSync } from 'node:fs';
import { ImportError } from '../plan/plan.ts';

/** The phase of an import. If it fails while `moving`, the next import finishes it. */
type ImportPhase = 'dry-run' | 'staging' | 'moving';

/**
 * Returns an `ImportError` for a disk that is full or that cannot be written, and any other error
 * unchanged.
 * @param folder The author's folder, or that of a dry run.
 */
export function explainDiskError(error: unknown, folder: string, phase: ImportPhase): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new ImportError(`The disk of ${folder} is full. ${diskFullAdvice[phase]}`);
  }
  if (phase === 'dry-run') return error;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new ImportError(
      `${path ?? folder} cannot be written: permission denied. ${permissionAdvice[phase]}`,
    );
  }
  return error;
}

const resumeAdvice = 'run the import again to finish it.';

const diskFullAdvice: Record<ImportPhase, string> = {
  'dry-run': 'Nothing was changed.\nFree some space, or set TMPDIR to a folder on another disk.',
  staging:
    'The copied files were deleted. Nothing else was changed.\nFree some space, or choose another folder: --into <folder>.',
  moving: `Some files are not in place yet.\nFree some space and ${resumeAdvice}`,
};

const permissionAdvice: Record<Exclude<ImportPhase, 'dry-run'>, string> = {
  staging: 'Choose another folder: --into <folder>.',
  moving: `Some files are not in place yet.\nChange the permissions and ${resumeAdvice}`,
};

/**
 * Checks whether a disk has enough space.
 * @throws ImportError when it does not.
 */
export function checkDiskSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= bytes) return;
  throw new ImportError(
    `The disk of ${folder} does not have enough space: the old site needs ${formatMegabytes(bytes)}, and ${formatMegabytes(free)} are free. Nothing was changed.`,
  );
}

function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
