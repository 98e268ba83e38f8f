import type { Node, ParsedFile } from '../../code/types.ts';
import { args, calledName, callee, field, keyword, parts, receiver, stringValue } from '../critic/nodes.ts';

export interface CliOption {
  /** Longest flag, `name (argument)`, or `name (command)`. */
  readonly name: string;
  /** Callers must give it. */
  readonly required: boolean;
  readonly line: number;
}

/**
 * Command-line options, arguments and commands that a file declares with literal names: commander, yargs, argparse,
 * click.
 */
export function optionsOf(file: ParsedFile): CliOption[] {
  const options = file.language === 'python' ? pythonOptions(file) : ecmascriptOptions(file);
  // In a chain of calls the last one comes first in the tree.
  return options.sort((a, b) => a.line - b.line);
}

function ecmascriptOptions({ root, imports }: ParsedFile): CliOption[] {
  const uses = (...names: string[]): boolean => imports.some((one) => names.includes(one.source));
  const commander = uses('commander', '@commander-js/extra-typings', 'cac');
  const yargs = uses('yargs', 'yargs/yargs');
  if (!commander && !yargs) return [];
  return root.descendantsOfType(['call_expression']).flatMap((call) => {
    const method = call && calledName(call);
    const text = call && stringValue(args(call)[0]);
    if (!call || !method || text === undefined || !receiver(call)) return [];
    if (commander && (method === 'option' || method === 'requiredOption')) {
      const flag = longest(text.match(/--?[\w-]+/g) ?? []);
      return flag ? [option(nameNode(call), flag, method === 'requiredOption')] : [];
    }
    if (yargs && (method === 'option' || method === 'positional')) {
      const required = /\bdemandOption\s*:\s*true\b/.test(args(call)[1]?.text ?? '');
      return [option(nameNode(call), method === 'option' ? `--${text}` : `${text} (argument)`, required)];
    }
    if (method !== 'command') return [];
    const command = text.split(/\s/, 1)[0] as string;
    return /^[\w-]+$/.test(command) ? [option(nameNode(call), `${command} (command)`, false)] : [];
  });
}

function pythonOptions({ root, imports }: ParsedFile): CliOption[] {
  const uses = (name: string): boolean =>
    imports.some((one) => one.source === name || one.source.startsWith(`${name}.`));
  const argparse = uses('argparse') || uses('django.core.management');
  const click = uses('click');
  if (!argparse && !click) return [];
  return root.descendantsOfType(['call']).flatMap((call) => {
    const called = call && calledName(call);
    if (!call || !called) return [];
    const names = args(call).flatMap((arg) => stringValue(arg) ?? []);
    const [first] = names;
    if (first === undefined) return [];
    if (argparse && called === 'add_argument') {
      const flag = longest(names.filter((name) => name.startsWith('-')));
      const optional = /^['"][?*]['"]$/.test(keyword(call, 'nargs')?.text ?? '');
      return [
        option(
          nameNode(call),
          flag ?? `${first} (argument)`,
          flag ? keyword(call, 'required')?.text === 'True' : !optional,
        ),
      ];
    }
    const decorates =
      click && call.parent?.type === 'decorator' && /^(?:click\.)?(?:option|argument)$/.test(callee(call)?.text ?? '');
    if (!decorates) return [];
    const flag = longest(names.flatMap((name) => name.split('/')).filter((name) => name.startsWith('-')));
    const required = keyword(call, 'required')?.text;
    return [
      option(
        nameNode(call),
        flag ?? `${first} (argument)`,
        flag ? required === 'True' : required !== 'False' && !keyword(call, 'default'),
      ),
    ];
  });
}

function longest(flags: readonly string[]): string | undefined {
  return [...flags].sort((a, b) => b.length - a.length)[0];
}

/** Where the option is named: in a chain of calls the call itself starts lines above. */
function nameNode(call: Node): Node {
  return parts(field(call, 'arguments'))[0] ?? call;
}

function option(node: Node, name: string, required: boolean): CliOption {
  return { name, required, line: node.startPosition.row + 1 };
}
