import { describeSequences } from '../helpers/incremental/describe-sequences.ts';

describeSequences(300);
