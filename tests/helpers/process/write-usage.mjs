/**
 * Measures a Node program with its threads. Load it with `--import`: when the program ends, it writes
 * `{"cpu":1.2,"memory":180}` to the file in USAGE_FILE, in seconds of the processor and peak MB.
 */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
    writeFileSync(process.env.USAGE_FILE, JSON.stringify(usage));
  });
}
