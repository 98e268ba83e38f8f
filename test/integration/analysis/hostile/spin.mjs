export function analyst() {
  for (;;);
}
