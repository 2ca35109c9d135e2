import { sortCourses, toCourse } from '../model/course.ts';
import { once } from './once.ts';
import { readPages } from './pages.ts';

/** The courses that a visitor may see, the latest first. */
export const getCourses = once(async () => sortCourses(await readPages('teaching', toCourse)));
