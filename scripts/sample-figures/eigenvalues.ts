export type Matrix = number[][];

/** Eigenvalues of a symmetric matrix, largest first, by cyclic Jacobi rotations. */
export function eigenvalues(symmetric: Matrix): number[] {
  const a = symmetric.map((row) => Float64Array.from(row));
  const n = a.length;
  const get = (i: number, j: number) => a[i]?.[j] ?? 0;
  const rotate = (rows: [number, number][], c: number, s: number, p: number, q: number) => {
    for (const [from, to] of rows) {
      const [rowP, rowQ] = [a[from], a[to]];
      if (!rowP || !rowQ) continue;
      const [vp, vq] = [rowP[p] ?? 0, rowQ[q] ?? 0];
      rowP[p] = c * vp - s * vq;
      rowQ[q] = s * vp + c * vq;
    }
  };
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(get(p, q)) < 1e-12) continue;
        const angle = 0.5 * Math.atan2(2 * get(p, q), get(q, q) - get(p, p));
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (let k = 0; k < n; k++) rotate([[k, k]], c, s, p, q);
        const [rowP, rowQ] = [a[p], a[q]];
        if (!rowP || !rowQ) continue;
        for (let k = 0; k < n; k++) {
          const [vp, vq] = [rowP[k] ?? 0, rowQ[k] ?? 0];
          rowP[k] = c * vp - s * vq;
          rowQ[k] = s * vp + c * vq;
        }
      }
    }
  }
  return a.map((_, i) => get(i, i)).sort((x, y) => y - x);
}
