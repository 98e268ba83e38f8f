export async function analyst() {
  throw new Error('this analyst is broken');
}
