import { type LanguageId, parse, walk } from '../../code/index.ts';

const whole = new Set([
  ...['type_annotation', 'type_arguments', 'type_parameters', 'implements_clause', 'accessibility_modifier'],
  ...['override_modifier', 'type_predicate_annotation', 'asserts_annotation', 'opting_type_annotation'],
  ...['omitting_type_annotation', 'type_alias_declaration', 'interface_declaration', 'ambient_declaration'],
  ...['function_signature', 'method_signature', 'abstract_method_signature', 'index_signature'],
]);
/** Words that only types have, by the node that they stand in. */
const words: Readonly<Record<string, readonly string[]>> = {
  optional_parameter: ['?', 'readonly'],
  required_parameter: ['readonly'],
  public_field_definition: ['readonly', '?', '!', 'declare', 'abstract'],
  method_definition: ['?'],
  variable_declarator: ['!'],
  non_null_expression: ['!'],
  abstract_class_declaration: ['abstract'],
};

/**
 * The text with blanks in the place of TypeScript's types, offsets as they were. What cannot be blanked out
 * (enumerations, namespaces, parameters that are properties) stays.
 */
export async function withoutTypes(language: Exclude<LanguageId, 'python'>, text: string): Promise<string> {
  if (language === 'javascript') return text;
  const file = await parse(language, text);
  const ranges: [number, number][] = [];
  try {
    walk(file.root, (node) => {
      if (whole.has(node.type)) {
        ranges.push([node.startIndex, node.endIndex]);
        return false;
      }
      if (node.type === 'required_parameter' && /^this\b/.test(node.text)) {
        const comma = node.nextSibling?.type === ',' ? node.nextSibling : node;
        ranges.push([node.startIndex, comma.endIndex]);
        return false;
      }
      if (node.type === 'as_expression' || node.type === 'satisfies_expression') {
        const inner = node.namedChild(0);
        if (inner !== null) ranges.push([inner.endIndex, node.endIndex]);
      }
      for (const child of words[node.type] === undefined ? [] : node.children) {
        if (child !== null && words[node.type]?.includes(child.type) === true)
          ranges.push([child.startIndex, child.endIndex]);
      }
      return undefined;
    });
  } finally {
    file.dispose();
  }
  let blanked = text;
  for (const [start, end] of ranges) {
    blanked = blanked.slice(0, start) + blanked.slice(start, end).replace(/[\s\S]/g, ' ') + blanked.slice(end);
  }
  return blanked;
}
