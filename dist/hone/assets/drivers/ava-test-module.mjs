// What `import ... from 'ava'` gets in a repeat driver.
export default globalThis[Symbol.for('hone.ava')];
export const registerCompletionHandler = () => {};
