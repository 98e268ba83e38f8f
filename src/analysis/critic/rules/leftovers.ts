import { callee, field, receiver } from '../nodes.ts';
import type { LineRule, Rule } from '../rule.ts';

export const debuggerLeft: Rule = {
  id: 'debugger-left',
  category: 'practice',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'all',
  ecmascript: {
    visits: ['debugger_statement'],
    find: (node) => ({ node, message: '`debugger` stops the program whenever developer tools are open.' }),
  },
  python: {
    visits: ['call'],
    find(node, file) {
      const called = callee(node)?.text ?? '';
      if (!/^(?:breakpoint|i?pdb\.set_trace|pudb\.set_trace)$/.test(called)) return undefined;
      // Tools that are debuggers define or wrap it themselves.
      if (file.parsed.symbols.some((symbol) => symbol.name === called)) return undefined;
      return { node, message: `\`${called}\` stops the program and waits for a debugger.` };
    },
  },
};

export const focusedTest: Rule = {
  id: 'focused-test',
  category: 'practice',
  severity: 'medium',
  confidence: 'high',
  appliesTo: 'tests',
  ecmascript: {
    visits: ['call_expression'],
    find(node) {
      const called = callee(node);
      const only = called && field(called, 'property')?.text === 'only' ? receiver(node)?.text : undefined;
      if (!only || !/^(?:describe|it|test|suite|context|specify|bench)(?:\.(?:concurrent|each|serial))?$/.test(only))
        return undefined;
      return {
        node: called as NonNullable<typeof called>,
        message: `\`${only}.only\` keeps every other test from running.`,
      };
    },
  },
};

export const conflictMarker: LineRule = {
  id: 'conflict-marker',
  category: 'bug',
  severity: 'high',
  confidence: 'high',
  appliesTo: 'production',
  find: (line) =>
    /^(?:<{7}|>{7}) \S/.test(line)
      ? { message: 'A marker of an unresolved merge conflict is left in the file.' }
      : undefined,
};

/** Formats that their issuers made recognisable, so that a match is a credential and not a word. */
const credentials: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['AWS access key', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  ['GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/],
  ['GitLab token', /\bglpat-[A-Za-z0-9_-]{20,}\b/],
  ['Slack token', /\bxox[abprs]-\d{10,}-[A-Za-z0-9-]{20,}/],
  ['Slack webhook', /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{8,}\/B[A-Z0-9]{8,}\/[A-Za-z0-9]{24}/],
  ['Stripe key', /\b[sr]k_live_[A-Za-z0-9]{24,}\b/],
  ['Google API key', /\bAIza[0-9A-Za-z_-]{35}\b/],
  ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['PyPI token', /\bpypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}/],
  ['Anthropic key', /\bsk-ant-[a-z0-9]+-[A-Za-z0-9_-]{80,}/],
  ['OpenAI key', /\bsk-(?:proj-[A-Za-z0-9_-]{40,}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})/],
  ['SendGrid key', /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/],
  ['private key', /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED )?PRIVATE KEY-----(?:\\n|\s*$)/],
];
const placeholder = /EXAMPLE|X{6}|0{6}|(.)\1{7}|1234567|abcdefg|dummy|fake|sample|placeholder|your[-_]/i;

export const hardCodedSecret: LineRule = {
  id: 'hard-coded-secret',
  category: 'security',
  severity: 'critical',
  confidence: 'high',
  appliesTo: 'production',
  find(line) {
    for (const [name, pattern] of credentials) {
      const found = pattern.exec(line)?.[0];
      // The value itself never enters a report.
      if (found && !placeholder.test(found))
        return { message: `A ${name} is written into the file; revoke it, it is in the history now.` };
    }
    return undefined;
  },
};
