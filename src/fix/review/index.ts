import { languageOf, ParseLimitError } from '../../code/index.ts';
import { type Model, readModel } from '../templates/model.ts';
import type { FailingTest, Review, ReviewFinding } from '../types.ts';
import { differenceOf, tokensOf } from './difference.ts';
import { testLiterals } from './literals.ts';
import type { Patched, Remark, Rule } from './rule.ts';
import { checkRules } from './rules/checks.ts';
import { controlRules } from './rules/control.ts';
import { specialCase } from './rules/literals.ts';
import { machineryRules } from './rules/machinery.ts';
import { nameRules } from './rules/names.ts';
import { shapeRules, signatureRemarks } from './rules/shape.ts';

export interface PatchedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface ReviewInput {
  readonly failing: readonly FailingTest[];
  /** Texts of the test files, by path. */
  readonly testTexts: Readonly<Record<string, string>>;
  isTestFile(path: string): boolean;
}

const rules: readonly Rule[] = [
  specialCase,
  ...checkRules,
  ...controlRules,
  ...machineryRules,
  ...nameRules,
  ...shapeRules,
];

const refusing: ReadonlySet<ReviewFinding['severity']> = new Set(['high', 'critical']);
const order: readonly ReviewFinding['severity'][] = ['critical', 'high', 'medium', 'low'];

/**
 * Reviews patches by fixed rules: the same patch, the same verdict. Only what a patch brings in counts, not what the
 * files had before. A finding of severity `high` or `critical` refuses it. Files in languages that Hone does not read
 * are only held against the list of test files. Reads the old texts and the tests once for all patches.
 */
export function openReview(input: ReviewInput): (files: readonly PatchedText[]) => Promise<Review> {
  const testPaths = new Set([...Object.keys(input.testTexts), ...input.failing.map(({ file }) => file)]);
  const originals = new Map<string, Promise<Model | undefined>>();
  let literals: Promise<ReadonlySet<string>> | undefined;
  const known = (path: string, before: string): Promise<Model | undefined> => {
    const key = `${path}\n${before}`;
    const model = originals.get(key) ?? modelOf(path, before);
    originals.set(key, model);
    return model;
  };
  return async (files) => {
    const findings: ReviewFinding[] = [];
    for (const file of files) {
      if (file.before === file.after) continue;
      if (testPaths.has(file.path) || input.isTestFile(file.path)) findings.push(touchesTests(file));
      literals ??= testLiterals(input.testTexts);
      findings.push(...(await reviewFile(file, await known(file.path, file.before), await literals)));
    }
    findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
    return { verdict: findings.some(({ severity }) => refusing.has(severity)) ? 'reject' : 'accept', findings };
  };
}

function touchesTests({ path }: PatchedText): ReviewFinding {
  return {
    rule: 'touches-tests',
    severity: 'critical',
    category: 'overfitting',
    file: path,
    line: 1,
    message: 'a repair leaves the tests as they are',
  };
}

async function reviewFile(
  { path, after }: PatchedText,
  was: Model | undefined,
  literals: ReadonlySet<string>,
): Promise<ReviewFinding[]> {
  const is = await modelOf(path, after);
  if (was === undefined) return [];
  if (is === undefined) {
    return [
      { rule: 'broken-syntax', severity: 'high', category: 'bug', file: path, line: 1, message: 'does not parse' },
    ];
  }
  const patched: Patched = {
    before: was,
    after: is,
    hunks: differenceOf(tokensOf(was.root), tokensOf(is.root)),
    testLiterals: literals,
  };
  const findings = rules.flatMap((rule) => rule.check(patched).map((remark) => findingOf(rule, remark, path)));
  const signature = { id: 'signature-changed', severity: 'medium', category: 'bug' } as const;
  for (const remark of await signatureRemarks(patched)) findings.push(findingOf(signature, remark, path));
  return findings;
}

function findingOf(rule: Omit<Rule, 'check'>, { line, message, severity }: Remark, file: string): ReviewFinding {
  return { rule: rule.id, severity: severity ?? rule.severity, category: rule.category, file, line, message };
}

/** Undefined: in no language that Hone reads, too large, or with broken syntax. */
async function modelOf(path: string, text: string): Promise<Model | undefined> {
  const language = languageOf(path, text);
  if (language === undefined) return undefined;
  try {
    return await readModel({ path, language, text });
  } catch (error) {
    if (error instanceof ParseLimitError) return undefined;
    throw error;
  }
}
