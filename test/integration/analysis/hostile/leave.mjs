export function analyst() {
  console.log('noise on standard output');
  process.exit(7);
}
