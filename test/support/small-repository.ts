import { createRepository, type TestRepository } from './repository.ts';

/** Two ordinary commits in JavaScript. */
export function smallRepository(): TestRepository {
  const repository = createRepository();
  repository.commit({ message: 'feat: one', files: { 'a.js': 'export const a = 1;\n', 'README.md': '# A\n' } });
  repository.commit({ message: 'fix: two', files: { 'a.js': 'export const a = 2;\n' } });
  return repository;
}

/** A line of JavaScript that every reviewer stops at. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: the template is in the code under analysis
export const injection = 'export const find = (db, name) => db.query(`select * from t where n = ${name}`);\n';
