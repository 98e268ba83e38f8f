export { classify, classifyTest, signatureOf } from './classify.ts';
export { type FailedRepair, lessonsOf, recordLesson } from './lessons.ts';
export { relevantLessons, type Subject } from './relevant.ts';
export { type PartialSuccess, Tried, type TriedTemplate } from './tried.ts';
