export { now } from '../content/now.ts';
