import { randomInt } from 'node:crypto';
import { describeSequences } from '../helpers/incremental/describe-sequences.ts';

describeSequences(300, Number(process.env.LECTERN_TEST_SEED ?? randomInt(1_000_000)));
