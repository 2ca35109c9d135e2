import { describeSequences } from '../helpers/incremental/describe-sequences.ts';

// Each kind of change occurs once.
describeSequences(3);
