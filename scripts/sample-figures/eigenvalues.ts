export type Matrix = number[][];

export interface Eigenpair {
  value: number;
  vector: number[];
}

/** Returns eigenvalues and unit eigenvectors of a symmetric matrix, largest first, by cyclic Jacobi rotations. */
export function eigenpairs(symmetric: Matrix): Eigenpair[] {
  const n = symmetric.length;
  const a = symmetric.map((row) => [...row]);
  /** Rows of this matrix become the eigenvectors. */
  const v = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        const angle =
          0.5 * Math.atan2(2 * getEntry(a, p, q), getEntry(a, q, q) - getEntry(a, p, p));
        if (Math.abs(getEntry(a, p, q)) > 1e-13)
          rotate(a, v, p, q, Math.cos(angle), Math.sin(angle));
      }
    }
  }
  return v
    .map((vector, i) => ({ value: getEntry(a, i, i), vector }))
    .sort((x, y) => y.value - x.value);
}

/** Applies one plane rotation to `a` from both sides, and to the rows of `v`. */
function rotate(a: Matrix, v: Matrix, p: number, q: number, c: number, s: number): void {
  for (const row of a) {
    const [left, right] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = c * left - s * right;
    row[q] = s * left + c * right;
  }
  for (const matrix of [a, v]) {
    const [upper, lower] = [matrix[p] ?? [], matrix[q] ?? []];
    matrix[p] = upper.map((value, k) => c * value - s * (lower[k] ?? 0));
    matrix[q] = upper.map((value, k) => s * value + c * (lower[k] ?? 0));
  }
}

function getEntry(matrix: Matrix, i: number, j: number): number {
  return matrix[i]?.[j] ?? 0;
}
