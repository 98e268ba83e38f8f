export function analyst() {
  const eaten = [];
  for (;;) eaten.push({ more: eaten.length });
}
