import { controlFlowProjects } from './control-flow.ts';
import { fileProjects } from './files.ts';
import { hardProjects } from './hard.ts';
import { javascriptProjects } from './javascript.ts';
import type { AcceptanceProject } from './project.ts';
import { pythonProjects } from './python.ts';
import { typescriptProjects } from './typescript.ts';

export * from './project.ts';

/** Repositories that a repair has to cope with; written for these tests, with bugs of our own. */
export const projects: readonly AcceptanceProject[] = [
  ...typescriptProjects,
  ...javascriptProjects,
  ...pythonProjects,
  ...controlFlowProjects,
  ...fileProjects,
  ...hardProjects,
];

export function projectNamed(name: string): AcceptanceProject {
  const found = projects.find((project) => project.name === name);
  if (found === undefined) throw new Error(`there is no acceptance project "${name}"`);
  return found;
}
