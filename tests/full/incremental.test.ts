import { describeSequences } from '../helpers/incremental/describe-sequences.ts';

// Each kind of change occurs once. The seed is the same in each run; test:long draws one.
describeSequences(3, Number(process.env.LECTERN_TEST_SEED ?? 1));
