import { pickInteger, pickItem, pickItems, type Random } from '../../../scripts/workload/random.ts';
import { makeSentence } from '../../../scripts/workload/prose.ts';
import { day, start, toDate, type SiteState, type TalkState } from './site-state.ts';

/** Changes a site and returns what it has changed. */
type Change = (state: SiteState, random: Random) => string;

const tags = ['Algebra', 'Geometry', 'Logic', 'Topology'];

/** Everything that an author or developer changes between two builds. */
const changes: Change[] = [
  function editTalk(state, random) {
    const [slug, talk] = pickTalk(state, random);
    const n = pickInteger(random, 2, 99);
    talk.body += ` ${makeSentence(random)} So $x_{${n}} > \\sqrt{${n}}$.`;
    return `edit ${slug}`;
  },
  function addTalk(state, random) {
    const slug = createSlug(state, random, 'added');
    state.talks.set(slug, {
      ...{ title: `Something ${slug}`, body: makeSentence(random) },
      date: toDate(pickInteger(random, -500, 20)),
      tags: pickItems(random, tags, 2),
      isShared: random() < 0.5,
    });
    return `add ${slug}`;
  },
  function removeTalk(state, random) {
    const [slug] = pickTalk(state, random);
    if (state.talks.size > 2) state.talks.delete(slug);
    return `remove ${slug}`;
  },
  function renameTalk(state, random) {
    const [slug, talk] = pickTalk(state, random);
    const renamed = createSlug(state, random, 'renamed');
    state.talks.delete(slug);
    state.talks.set(renamed, talk);
    return `rename ${slug} to ${renamed}`;
  },
  function changeTags(state, random) {
    const [slug, talk] = pickTalk(state, random);
    talk.tags = pickItems(random, tags, pickInteger(random, 0, 3));
    return `tags of ${slug}: ${talk.tags.join(', ')}`;
  },
  function changeSettings(state, random) {
    state.name = `Ada Example ${pickInteger(random, 2, 999)}`;
    return `name: ${state.name}`;
  },
  function changeImage(state, random) {
    const [slug, talk] = pickTalk(state, random);
    setVersion(talk, 'image', random);
    return `image of ${slug}: ${talk.image ?? 'none'}`;
  },
  function changePdf(state, random) {
    const [slug, talk] = pickTalk(state, random);
    setVersion(talk, 'pdf', random);
    return `PDF of ${slug}: ${talk.pdf ?? 'none'}`;
  },
  function changePerson(state, random) {
    const name = pickItem(random, ['José Sample', 'José Núñez', 'Lin Sample']);
    state.person = { title: name, role: pickItem(random, ['Student', 'Postdoc']) };
    return `person: ${name}, ${state.person.role}`;
  },
  function changeComponent(state, random) {
    state.component = pickInteger(random, 1, 999);
    return `component: ${state.component}`;
  },
  function changeStyle(state, random) {
    state.style = pickInteger(random, 1, 999);
    return `style: ${state.style}`;
  },
  function changeDay(state, random) {
    state.now = new Date(start.getTime() + pickInteger(random, -5, 30) * day);
    return `day: ${state.now.toISOString().slice(0, 10)}`;
  },
];

/** A change that has been made, and the site after it. */
export interface Step {
  change: string;
  state: SiteState;
}

/**
 * Returns sequences of four changes in random order. Of five sequences, each kind of change occurs once in the first
 * three; the fourth undoes the third, and the fifth the second, so that the site is again as it was.
 */
export function makeSequences(random: Random, first: SiteState, count: number): Step[][] {
  const sequences: Step[][] = [];
  for (let state = first; sequences.length < count;) {
    const steps = makeSteps(random, state, pickItems(random, changes, changes.length));
    const [a, b, c] = [steps.slice(0, 4), steps.slice(4, 8), steps.slice(8)];
    sequences.push(a, b, c, undoSteps(c, b.at(-1)!.state), undoSteps(b, a.at(-1)!.state));
    state = a.at(-1)!.state;
  }
  return sequences.slice(0, count);
}

function makeSteps(random: Random, first: SiteState, kinds: readonly Change[]): Step[] {
  let state = first;
  return kinds.map((make) => {
    state = structuredClone(state);
    return { change: make(state, random), state };
  });
}

/** Returns the steps back to the states before each of the steps. The first one was made from `before`. */
function undoSteps(steps: readonly Step[], before: SiteState): Step[] {
  return steps
    .map(({ change }, i) => ({ change: `undo ${change}`, state: steps[i - 1]?.state ?? before }))
    .toReversed();
}

function pickTalk({ talks }: SiteState, random: Random): [slug: string, talk: TalkState] {
  return pickItem(random, [...talks]);
}

function createSlug({ talks }: SiteState, random: Random, word: string): string {
  const slug = `${word}-${pickInteger(random, 1, 99_999)}`;
  return talks.has(slug) ? createSlug({ talks } as SiteState, random, word) : slug;
}

/** Gives a file another version, or removes it in one of four cases. */
function setVersion(talk: TalkState, file: 'image' | 'pdf', random: Random): void {
  if (talk[file] !== undefined && random() < 0.25) delete talk[file];
  else talk[file] = pickInteger(random, 0, 20);
}
