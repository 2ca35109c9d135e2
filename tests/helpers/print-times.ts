import { toEndInstant, toStartInstant, toIso, toWhen } from '../../src/model/page/when.ts';
import { formatShortDay, formatWhen } from '../../src/model/page/format-when.ts';
import { parseDateText } from '../../src/schema/date-text.ts';

const zones = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata'];
const starts = ['2021-09-22', '2021-09-22T23:30', '2021-09-22T00:15Z', '2021-03-14T02:30-08:00'];

/** The output of the model for some dates, to compare machines in different time zones. */
const results = zones.flatMap((zone) =>
  starts.map((start) => {
    const end = parseDateText('2021-09-24T01:00');
    const when = toWhen({ start: parseDateText(start), end, zone, z: 'utc' });
    const texts = [formatWhen(when, 'en-GB'), formatShortDay(when, 'en-GB'), toIso(when)];
    return [...texts, toStartInstant(when), toEndInstant(when)];
  }),
);
process.stdout.write(JSON.stringify(results));
