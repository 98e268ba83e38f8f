/** The context and all that are more general, from the empty one, which holds everywhere, to itself. */
export function ancestorsOf(context: string): string[] {
  const parts = context === '' ? [] : context.split('/');
  return Array.from({ length: parts.length + 1 }, (_, depth) => parts.slice(0, depth).join('/'));
}
