const cv = `work:
  - name: University of Example
    startDate: 2019
awards:
  - title: Prize
    summary: For $x^2$.
`;

/** A CV and its PDF. */
export const cvFiles = {
  'content/cv.yaml': cv,
  'public/cv.pdf': '%PDF-1.4\n%%EOF\n',
};
