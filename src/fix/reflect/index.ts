export { classify, classifyTest, signatureOf } from './classify.ts';
export { type FailedRepair, lessonsOf, recordLesson, type TriedTemplate } from './lessons.ts';
export { relevantLessons, type Subject } from './relevant.ts';
