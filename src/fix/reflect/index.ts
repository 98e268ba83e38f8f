export { classify, classifyTest, signatureOf } from './classify.ts';
export { type FailedRepair, lessonsOf, type TriedTemplate } from './lessons.ts';
export { relevantLessons } from './relevant.ts';
