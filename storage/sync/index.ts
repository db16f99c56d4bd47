export { readAnswers, writeAnswers } from './answers.ts';
export { belongsTo, leave, rememberBelongs, whatWasLeft } from './belongs.ts';
export { type Course, type CourseState, readCourse, writeCourse } from './course.ts';
export { SYNC_DATABASE } from './database.ts';
export { SYNC_LOCK, SYNC_STOP } from './lock.ts';
export {
  codeSeen,
  followHeader,
  type KnownVault,
  passHeaders,
  readSetUp,
  type SetUp,
  writeSetUp,
} from './set-up.ts';
