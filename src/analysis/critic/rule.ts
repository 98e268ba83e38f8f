import type { Node, ParsedFile } from '../../code/types.ts';
import type { Confidence, FindingCategory, Severity } from '../report.ts';

export interface Problem {
  /** What to point at; also what the fingerprint is made of. */
  readonly node: Node;
  /** One sentence; names from the code in backquotes. */
  readonly message: string;
  /** Other code that makes it a problem: the change introduced it when it touches either. */
  readonly because?: Node;
}

export interface CodeFile {
  readonly path: string;
  readonly parsed: ParsedFile;
  readonly isTest: boolean;
}

/** How a rule reads one family of languages. */
export interface Check {
  /** Types of the nodes it wants to see. */
  readonly visits: readonly string[];
  find(node: Node, file: CodeFile): Problem | undefined;
}

/** What the code critic knows about one kind of mistake, in every language where it can be made. */
export interface Rule {
  readonly id: string;
  readonly category: FindingCategory;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Where the mistake matters: production code, test code, or both. */
  readonly appliesTo: 'production' | 'tests' | 'all';
  readonly ecmascript?: Check;
  readonly python?: Check;
}

export interface LineProblem {
  readonly message: string;
}

/** A mistake that shows in one line of any text file, whatever its language. */
export interface LineRule extends Omit<Rule, 'ecmascript' | 'python'> {
  find(line: string): LineProblem | undefined;
}
