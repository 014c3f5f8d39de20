import { readFileSync, writeFileSync } from 'node:fs';

const MEGABYTE = 1024;

/** Resident memory of a process in MB. Linux. */
export const resident = (pid: number): number => field(pid, 'VmRSS');

/** The most resident memory it has had since `resetPeak`, in MB. */
export const peak = (pid: number): number => field(pid, 'VmHWM');

export const resetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');

function field(pid: number, name: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? '0';
  return Math.round(Number(kilobytes) / MEGABYTE);
}
