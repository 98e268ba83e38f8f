import { type Node, type ParsedFile, walk } from '../../code/index.ts';
import type { Wrap } from '../schemata/splice.ts';

/** A class of JavaScript or TypeScript with private fields (`#name`), which nothing outside of it can read or make. */
export interface PrivateClass {
  readonly name: string;
  /** Names with the `#`. */
  readonly fields: readonly string[];
  /** Behind the opening brace of its body. */
  readonly start: number;
  /** Behind the opening brace of its constructor; undefined where it has none of its own. */
  readonly constructorStart: number | undefined;
  readonly derived: boolean;
}

const classes = new Set(['class_declaration', 'class', 'abstract_class_declaration']);
const fieldTypes = new Set(['field_definition', 'public_field_definition']);

export function privateClasses({ root, language }: ParsedFile): PrivateClass[] {
  const found: PrivateClass[] = [];
  if (language === 'python') return found;
  walk(root, (node) => {
    const body = classes.has(node.type) ? node.childForFieldName('body') : null;
    if (body === null) return undefined;
    const fields = body.namedChildren.flatMap((member) => privateField(member) ?? []);
    if (fields.length > 0) {
      found.push({
        name: node.childForFieldName('name')?.text ?? '',
        fields,
        start: body.startIndex + 1,
        constructorStart: constructorOf(body),
        derived: node.namedChildren.some((child) => child?.type === 'class_heritage' && /\bextends\b/.test(child.text)),
      });
    }
    return undefined;
  });
  return found;
}

function privateField(member: Node | null): string | undefined {
  if (member === null || !fieldTypes.has(member.type)) return undefined;
  if (member.children.some((child) => child?.type === 'static')) return undefined;
  const name = member.childForFieldName('property') ?? member.childForFieldName('name');
  return name?.type === 'private_property_identifier' ? name.text : undefined;
}

function constructorOf(body: Node): number | undefined {
  const made = body.namedChildren.find(
    (member) => member?.type === 'method_definition' && member.childForFieldName('name')?.text === 'constructor',
  );
  const inner = made?.childForFieldName('body');
  return inner ? inner.startIndex + 1 : undefined;
}

/** What tells the values of private fields: see `insidesOf` in the driver calls-values.cjs. */
export function readingWraps(privates: readonly PrivateClass[]): Wrap[] {
  return privates.map((one) => insert(one.start, `static{${registry}.set(this,{${reader(one)}});}`));
}

/** That, and what puts values into instances, which are made without what their constructor does. */
export function makingWraps(privates: readonly PrivateClass[]): Wrap[] {
  return privates.flatMap((one) => {
    const { start, fields, constructorStart, derived } = one;
    const writes = fields.map((field) => `if(${keyOf(one, field)} in f)o.${field}=f[${keyOf(one, field)}];`).join('');
    const open = `static{${registry}.set(this,{${reader(one)},write(o,f){${writes}}});}`;
    if (constructorStart === undefined) return [insert(start, open)];
    const leave = `if(globalThis.__honeBare===new.target){${derived ? 'super();' : ''}return;}`;
    return [insert(start, open), insert(constructorStart, leave)];
  });
}

/** A place that all contexts of a process share. */
const registry = "(process.getBuiltinModule('node:module').honePrivates??=new WeakMap())";

function reader(one: PrivateClass): string {
  return `read:(o)=>({${one.fields.map((field) => `${keyOf(one, field)}:o.${field}`).join()}})`;
}

/** A class and the one it extends may have fields of one name. */
function keyOf({ name }: PrivateClass, field: string): string {
  return JSON.stringify(name + field);
}

function insert(at: number, open: string): Wrap {
  return { start: at, end: at, open, close: '' };
}
