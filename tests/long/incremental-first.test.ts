import { randomInt } from 'node:crypto';
import { describeSequences } from '../helpers/incremental/describe-sequences.ts';

// The other half of 300 sequences is in incremental-second.test.ts, which runs at the same time.
describeSequences(150, Number(process.env.LECTERN_TEST_SEED ?? randomInt(1_000_000)));
