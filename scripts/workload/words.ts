/** The words of the generated talks. */

export const nouns = splitWords(`
  model method bound sample signal kernel manifold operator graph measure lattice estimator
  process field algorithm network proof theorem equation boundary domain spectrum tensor gradient
  likelihood prior posterior market protein genome neuron membrane crystal plasma galaxy detector
  survey archive corpus parser compiler protocol cache scheduler robot sensor camera trajectory
  policy reward population epidemic climate ocean glacier sediment catalyst reaction polymer
  surface interface experiment baseline benchmark dataset heuristic symmetry invariant homology
  category functor group ring module ideal curve variety fibration flow solver mesh residual error
  variance entropy channel code decoder cipher key proof-system auction contract household firm
  tariff archive manuscript dialect syntax morpheme vowel classroom cohort trial dosage tumour
  receptor antibody pathway enzyme habitat species
`);

export const adjectives = splitWords(`
  robust sparse adaptive stochastic convex discrete continuous local global nonlinear spectral
  causal latent hierarchical bounded optimal approximate efficient scalable noisy private secure
  distributed parallel quantum classical rigid smooth singular compact finite infinite random
  periodic chaotic coherent thermal magnetic molecular cellular synthetic empirical historical
  comparative regional seasonal early late open shared careful modest surprising simple elementary
  general partial weak strong uniform explicit implicit
`);

/** Verbs after "we" or "to". */
export const verbs = splitWords(`
  study prove measure estimate compare extend revisit derive simulate observe recover bound
  describe characterise test improve reduce classify reconstruct predict transfer combine separate
  explain calibrate
`);

/** Verbs after a singular noun. */
export const singularVerbs = splitWords(`
  suggests shows implies limits controls explains improves replaces recovers bounds predicts
  separates generalises simplifies contradicts supports
`);

export const adverbs = splitWords(`
  often rarely usually provably nearly jointly directly slowly quickly reliably independently
  together
`);

export const openings = [
  'in particular',
  'as a consequence',
  'by contrast',
  'for example',
  'in practice',
  'more generally',
  'at the same time',
  'perhaps surprisingly',
];

export const tags = [
  'Algebra',
  'Algorithms',
  'Archaeology',
  'Astronomy',
  'Bayesian Statistics',
  'Bioinformatics',
  'Causal Inference',
  'Chemistry',
  'Climate',
  'Complexity',
  'Computer Vision',
  'Cryptography',
  'Data Visualisation',
  'Databases',
  'Deep Learning',
  'Dynamical Systems',
  'Ecology',
  'Economics',
  'Education',
  'Epidemiology',
  'Game Theory',
  'Genomics',
  'Geometry',
  'Geophysics',
  'Human-Computer Interaction',
  'Information Theory',
  'Linguistics',
  'Machine Learning',
  'Materials',
  'Networks',
  'Neuroscience',
  'Number Theory',
  'Open Science',
  'Optimisation',
  'Probability',
  'Programming Languages',
  'Quantum Computing',
  'Robotics',
  'Security',
  'Topology',
];

/** City, region and country. */
export const places = [
  ['Stanford', 'CA', 'United States'],
  ['Boston', 'MA', 'United States'],
  ['Seattle', 'WA', 'United States'],
  ['Toronto', 'Ontario', 'Canada'],
  ['Montréal', 'Québec', 'Canada'],
  ['London', 'England', 'United Kingdom'],
  ['Edinburgh', 'Scotland', 'United Kingdom'],
  ['Paris', 'Île-de-France', 'France'],
  ['Lyon', 'Auvergne-Rhône-Alpes', 'France'],
  ['Berlin', 'Berlin', 'Germany'],
  ['München', 'Bayern', 'Germany'],
  ['Zürich', 'Zürich', 'Switzerland'],
  ['Wien', 'Wien', 'Austria'],
  ['Kraków', 'Małopolskie', 'Poland'],
  ['Barcelona', 'Catalunya', 'Spain'],
  ['Porto', 'Norte', 'Portugal'],
  ['Bologna', 'Emilia-Romagna', 'Italy'],
  ['Göteborg', 'Västra Götaland', 'Sweden'],
  ['Kyoto', 'Kyoto', 'Japan'],
  ['Seoul', 'Seoul', 'South Korea'],
  ['Bengaluru', 'Karnataka', 'India'],
  ['Singapore', '', 'Singapore'],
  ['Melbourne', 'Victoria', 'Australia'],
  ['São Paulo', 'SP', 'Brazil'],
  ['Ciudad de México', 'CDMX', 'Mexico'],
  ['Cape Town', 'Western Cape', 'South Africa'],
  ['Nairobi', 'Nairobi', 'Kenya'],
  ['Reykjavík', 'Höfuðborgarsvæðið', 'Iceland'],
] as const;

export const eventKinds = [
  'Conference',
  'Workshop',
  'Symposium',
  'Seminar',
  'Colloquium',
  'Summer School',
  'Winter School',
  'Annual Meeting',
];

export const venues = [
  'Main Hall',
  'Lecture Room 2',
  'Auditorium A',
  'Seminar Room',
  'Congress Centre',
  'Old Library',
  'Online',
];

/** Icon, icon pack and name of links, as old themes write them. */
export const links = [
  ['twitter', 'fab', 'Follow'],
  ['github', 'fab', 'Repository'],
  ['youtube', 'fab', 'Recording'],
  ['linkedin', 'fab', 'Announcement'],
  ['video', 'fas', 'Livestream'],
  ['file-pdf', 'far', 'Handout'],
  ['link', 'fas', 'Programme'],
  ['arxiv', 'ai', 'Preprint'],
  ['google-scholar', 'ai', 'Scholar'],
  ['calendar', 'far', 'Schedule'],
] as const;

export const focalPoints = [
  'Smart',
  'Center',
  'TopLeft',
  'Top',
  'TopRight',
  'Left',
  'Right',
  'BottomLeft',
  'Bottom',
  'BottomRight',
];

function splitWords(text: string): string[] {
  return text.trim().split(/\s+/);
}
