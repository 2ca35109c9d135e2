import { describeMutants } from '../helpers/mutants/describe-mutants.ts';

describeMutants(100, Number(process.env.LECTERN_TEST_SEED ?? 2026));
