import { describeMutants } from '../helpers/mutants/describe-mutants.ts';

// A sample: test:long reads 1,000 of each reader.
describeMutants(10, Number(process.env.LECTERN_TEST_SEED ?? 2026));
