import { randomInt } from 'node:crypto';
import { describeMutants } from '../helpers/mutants/describe-mutants.ts';

describeMutants(1000, Number(process.env.LECTERN_TEST_SEED ?? randomInt(1_000_000)));
