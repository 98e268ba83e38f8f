import { writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CannotRunError, messageOf } from '../../base/errors.ts';
import type { Log } from '../../base/log.ts';
import { choicesOf, type FixReport, type RepairPlan } from '../../fix/index.ts';
import { type Handed, type Origin, readHandover, readText, writeHandover } from './handover.ts';
import type { Share } from './inputs.ts';
import type { RunArtifacts } from './run-artifacts.ts';

// Plans and shares serve the run only.
const retentionDays = { plan: 1, share: 1, repair: 30 };

/** Where the jobs of one run leave files for each other: in the step's folder, and as artifacts. */
export class Station {
  private readonly folder: string;
  private readonly origin: Origin;
  private readonly name: string;
  private readonly artifacts: RunArtifacts;
  private readonly log: Log;

  constructor(folder: string, origin: Origin, name: string, artifacts: RunArtifacts, log: Log) {
    this.folder = folder;
    this.origin = origin;
    this.name = name;
    this.artifacts = artifacts;
    this.log = log;
  }

  async leavePlan(plan: RepairPlan): Promise<string> {
    return this.leave('plan', 'plan.json', plan, `${this.name}-plan`);
  }

  async leaveShare({ index, count }: Share, share: unknown): Promise<string> {
    return this.leave('share', `share-${index + 1}-of-${count}.json`, share, this.shareName(index + 1, count));
  }

  /** Writes report and patch; nothing leaves the machine yet. */
  writeRepair(report: FixReport): { readonly repair: string; readonly patch: string } {
    const repair = join(this.folder, 'repair.json');
    writeHandover(repair, 'repair', this.origin, withoutTexts(report));
    if (report.winner === undefined) return { repair, patch: '' };
    const patch = join(this.folder, 'repair.patch');
    writeFileSync(patch, report.winner.patch);
    return { repair, patch };
  }

  /** @returns the artifact's name; undefined when it could not be uploaded, which is said */
  async uploadRepair(report: FixReport): Promise<string | undefined> {
    const { repair, patch } = this.writeRepair(report);
    const choices = choicesOf(report).map((one, at) => [`choice-${at + 1}.patch`, one.patch] as const);
    try {
      const files = {
        'repair.json': readText(repair),
        ...(patch === '' ? {} : { 'repair.patch': readText(patch) }),
        ...Object.fromEntries(choices),
      };
      await this.artifacts.put(this.name, files, retentionDays.repair);
      return this.name;
    } catch (thrown) {
      this.log.warn(messageOf(thrown));
      return undefined;
    }
  }

  /** Content of the plan at `path`, or without one that of this run. */
  plan(path: string): Promise<unknown> {
    return this.take('plan', path, 'plan.json', `${this.name}-plan`);
  }

  /** Content of the repair at `path`, or without one that of this run. */
  repair(path: string): Promise<unknown> {
    return this.take('repair', path, 'repair.json', this.name);
  }

  /**
   * Contents of the shares in a folder, or without one those of this run. A share that is not there
   * costs its candidates, not the repair.
   */
  async shares(folder: string, count: number): Promise<{ found: unknown[]; missing: string[] }> {
    const found: unknown[] = [];
    const missing: string[] = [];
    if (folder !== '') {
      for (const path of await sharesIn(folder)) found.push(readHandover(readText(path), 'share', this.origin, path));
    } else {
      for (let number = 1; number <= count; number += 1) {
        const name = this.shareName(number, count);
        const text = await this.artifacts.get(name, `share-${number}-of-${count}.json`);
        if (text === undefined)
          missing.push(`share ${number} of ${count} of the search is missing: its job did not end`);
        else found.push(readHandover(text, 'share', this.origin, name));
      }
    }
    if (found.length === 0) throw new CannotRunError('no share of the search is there: none of its jobs ended');
    for (const note of missing) this.log.warn(note);
    return { found, missing };
  }

  private shareName(number: number, count: number): string {
    return `${this.name}-share-${number}-of-${count}`;
  }

  private async leave(handed: 'plan' | 'share', file: string, content: unknown, name: string): Promise<string> {
    const path = join(this.folder, file);
    writeHandover(path, handed, this.origin, content);
    await this.artifacts.put(name, { [file]: readText(path) }, retentionDays[handed]);
    return path;
  }

  private async take(handed: Handed, path: string, file: string, name: string): Promise<unknown> {
    if (path !== '') return readHandover(readText(path), handed, this.origin, path);
    const text = await this.artifacts.get(name, file);
    if (text === undefined) throw new CannotRunError(`this run has no artifact ${name} with a ${handed}`);
    return readHandover(text, handed, this.origin, `artifact ${name}`);
  }
}

/** The patch says it, and it is what is applied. */
function withoutTexts(report: FixReport): FixReport {
  const { winner } = report;
  return {
    ...report,
    winner: winner && { ...winner, texts: {} },
    candidates: report.candidates.map((one) => ({ ...one, texts: {} })),
  };
}

/** Wherever in the folder they are: downloads put each artifact into a folder of its own. */
async function sharesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names
      .filter((name) => /^share-\d+-of-\d+\.json$/.test(basename(name)))
      .sort()
      .map((name) => join(folder, name));
  } catch (thrown) {
    throw new CannotRunError(`input "shares": ${messageOf(thrown)}`);
  }
}
