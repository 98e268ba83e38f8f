import { ownAssetPath } from '../base/assets.ts';

/** Folder of the files that run inside the project's processes; sandboxes have to show it, read-only. */
export function driverFolder(): string {
  return ownAssetPath('drivers', 'testing/drivers');
}

export function driver(name: string): string {
  return `${driverFolder()}/${name}`;
}
