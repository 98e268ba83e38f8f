import type { Json, JsonObject } from '../base/json.ts';

/**
 * Reads the data of events that other parts of Hone recorded, perhaps years ago: what does not have the shape that is
 * expected counts as not recorded, and never stops the fold.
 */
export function text(data: JsonObject, field: string): string | undefined {
  const value = data[field];
  return typeof value === 'string' ? value : undefined;
}

export function number(data: JsonObject, field: string): number | undefined {
  const value = data[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function objects(data: JsonObject, field: string): JsonObject[] {
  const value = data[field];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value at `key`, made when it is missing. Names in events are anyone's words: `__proto__` and `constructor` are
 * keys like others here.
 */
export function entry<T>(record: Record<string, T>, key: string, make: () => T): T {
  if (Object.hasOwn(record, key)) return record[key] as T;
  const value = make();
  Object.defineProperty(record, key, { value, enumerable: true, writable: true, configurable: true });
  return value;
}
