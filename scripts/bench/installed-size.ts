import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What of package-lock.json is read here: its packages by the folder of each. */
interface Package {
  dev?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

const BLOCK = 512;
const MEGABYTE = 1e6;

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Package>;
};

/**
 * MB on disk after `npm ci --omit=dev`, without doing it: the sum of the folders that package-lock.json does
 * not mark as needed for development only, as far as they are installed, which depends on the platform.
 */
export function productionSize(): number {
  return sizeOf(Object.keys(packages).filter((folder) => folder !== '' && !packages[folder]?.dev));
}

/** MB on disk of packages with all that they need. */
export function sizeWithDependencies(names: string[]): number {
  const found = new Set<string>();
  for (const name of names) collect('', name, found);
  return sizeOf([...found]);
}

function collect(from: string, name: string, found: Set<string>): void {
  const folder = placeOf(from, name);
  if (folder === undefined || found.has(folder)) return;
  found.add(folder);
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } =
    packages[folder] ?? {};
  const peers = Object.keys(peerDependencies ?? {}).filter((peer) => !peerDependenciesMeta?.[peer]?.optional);
  for (const one of Object.keys({ ...dependencies, ...optionalDependencies })) collect(folder, one, found);
  for (const peer of peers) collect(folder, peer, found);
}

/** The folder that a package would find another one in: its own `node_modules`, or one further up. */
function placeOf(from: string, name: string): string | undefined {
  const folder = join(from, 'node_modules', name);
  if (packages[folder] || from === '') return packages[folder] && folder;
  return placeOf(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

function sizeOf(folders: string[]): number {
  const bytes = folders.filter(existsSync).map(bytesOf);
  return bytes.reduce((sum, size) => sum + size, 0) / MEGABYTE;
}

/** Without packages in it, which have folders of their own. */
function bytesOf(path: string): number {
  const stats = lstatSync(path);
  const inside = stats.isDirectory() ? readdirSync(path).filter((name) => name !== 'node_modules') : [];
  return inside.reduce((sum, name) => sum + bytesOf(join(path, name)), stats.blocks * BLOCK);
}
