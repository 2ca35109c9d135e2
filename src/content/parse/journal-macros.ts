import { findOwn } from '../../schema/own-value.ts';

/**
 * The journals that astronomers name by commands, as the Astrophysics Data System writes them in its exports: the
 * macros of AASTeX (`aas_macros.sty`) and the commands for journals of physics and of the solar system.
 */
const journals: Readonly<Record<string, string>> = {
  aap: 'Astronomy and Astrophysics',
  aapr: 'Astronomy and Astrophysics Reviews',
  aaps: 'Astronomy and Astrophysics Supplement Series',
  aas: 'American Astronomical Society Meeting Abstracts',
  actaa: 'Acta Astronomica',
  aj: 'The Astronomical Journal',
  ao: 'Applied Optics',
  apj: 'The Astrophysical Journal',
  apjl: 'The Astrophysical Journal Letters',
  apjlett: 'The Astrophysical Journal Letters',
  apjs: 'The Astrophysical Journal Supplement Series',
  apjsupp: 'The Astrophysical Journal Supplement Series',
  aplett: 'Astrophysical Letters',
  applopt: 'Applied Optics',
  apspr: 'Astrophysics and Space Physics Research',
  apss: 'Astrophysics and Space Science',
  araa: 'Annual Review of Astronomy and Astrophysics',
  astap: 'Astronomy and Astrophysics',
  azh: 'Astronomicheskii Zhurnal',
  baas: 'Bulletin of the American Astronomical Society',
  bac: 'Bulletin of the Astronomical Institutes of Czechoslovakia',
  bain: 'Bulletin of the Astronomical Institutes of the Netherlands',
  caa: 'Chinese Astronomy and Astrophysics',
  cjaa: 'Chinese Journal of Astronomy and Astrophysics',
  dps: 'AAS/Division for Planetary Sciences Meeting Abstracts',
  expast: 'Experimental Astronomy',
  fcp: 'Fundamentals of Cosmic Physics',
  gca: 'Geochimica et Cosmochimica Acta',
  grl: 'Geophysical Research Letters',
  iaucirc: 'International Astronomical Union Circular',
  icarus: 'Icarus',
  jaavso: 'Journal of the American Association of Variable Star Observers',
  jcap: 'Journal of Cosmology and Astroparticle Physics',
  jcp: 'The Journal of Chemical Physics',
  jgr: 'Journal of Geophysical Research',
  jqsrt: 'Journal of Quantitative Spectroscopy and Radiative Transfer',
  jrasc: 'Journal of the Royal Astronomical Society of Canada',
  lrr: 'Living Reviews in Relativity',
  lrsp: 'Living Reviews in Solar Physics',
  maps: 'Meteoritics and Planetary Science',
  memras: 'Memoirs of the Royal Astronomical Society',
  memsai: 'Memorie della Società Astronomica Italiana',
  mnras: 'Monthly Notices of the Royal Astronomical Society',
  na: 'New Astronomy',
  nar: 'New Astronomy Reviews',
  nat: 'Nature',
  natas: 'Nature Astronomy',
  nphysa: 'Nuclear Physics A',
  pasa: 'Publications of the Astronomical Society of Australia',
  pasj: 'Publications of the Astronomical Society of Japan',
  pasp: 'Publications of the Astronomical Society of the Pacific',
  physrep: 'Physics Reports',
  physscr: 'Physica Scripta',
  planss: 'Planetary and Space Science',
  pra: 'Physical Review A',
  prb: 'Physical Review B',
  prc: 'Physical Review C',
  prd: 'Physical Review D',
  pre: 'Physical Review E',
  prl: 'Physical Review Letters',
  procspie: 'Proceedings of SPIE',
  prx: 'Physical Review X',
  psj: 'The Planetary Science Journal',
  qjras: 'Quarterly Journal of the Royal Astronomical Society',
  rmp: 'Reviews of Modern Physics',
  rmxaa: 'Revista Mexicana de Astronomía y Astrofísica',
  rnaas: 'Research Notes of the American Astronomical Society',
  skytel: 'Sky and Telescope',
  solphys: 'Solar Physics',
  sovast: 'Soviet Astronomy',
  ssr: 'Space Science Reviews',
  zap: 'Zeitschrift für Astrophysik',
};

const onlyMacro = /^\s*\{*\s*\\([a-zA-Z]+)\s*(?:\{\})?\s*\}*\s*$/;

/**
 * Replaces the command for a journal by its name. An unknown command is replaced by its own name.
 * @returns The text, and the name of the command if it is unknown.
 */
export function expandJournalMacros(tex: string): { tex: string; unknown?: string } {
  if (!tex.includes('\\')) return { tex };
  const only = onlyMacro.exec(tex)?.[1];
  if (only !== undefined) {
    const journal = findOwn(journals, only);
    return journal === undefined ? { tex: only, unknown: only } : { tex: journal };
  }
  return {
    tex: tex.replace(
      /\{?\\([a-zA-Z]+)(?![a-zA-Z]|\s*\{[^}])(?:\{\})?\}?/g,
      (source, name: string) => {
        // Commands of one or two letters are accents and letters of TeX, such as \aa and \ss.
        const journal = name.length > 2 ? findOwn(journals, name) : undefined;
        if (journal === undefined) return source;
        const opens = source.startsWith('{');
        const closes = source.endsWith('}') && !source.endsWith('{}');
        return opens === closes ? journal : `${opens ? '{' : ''}${journal}${closes ? '}' : ''}`;
      },
    ),
  };
}
