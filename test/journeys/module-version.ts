import { findModule } from '../../src/features/catalogue/catalogue.ts';
import type { Drive } from '../support/drive.ts';

/** The version that the files have: their owner raises it at every change, and no journey is about which it is. */
export function versionOf(drive: Drive, moduleId: string): number {
  const module = findModule(drive.service.pack.catalogue, moduleId);
  if (!module) throw new Error(`there is no module ${moduleId}`);
  return module.version;
}
