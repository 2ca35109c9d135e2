import fc from 'fast-check';

// The same inputs in each run, so that only a change can make a test fail. `LECTERN_FUZZ`, the number of inputs of some
// tests, also draws new ones.
if (process.env['LECTERN_FUZZ'] === undefined) fc.configureGlobal({ seed: 20_261_130 });
