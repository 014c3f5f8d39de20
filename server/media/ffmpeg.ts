import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** There is no ffmpeg on this machine. */
export class FfmpegMissing extends Error {
  override readonly name = 'FfmpegMissing';
}

/** ffmpeg could do nothing with its input. */
export class FfmpegFailed extends Error {
  override readonly name = 'FfmpegFailed';
}

/** What is read of its report: enough for what it says of its input. */
const REPORT_CHARS = 20_000;

/**
 * A stranger's file must not make ffmpeg open others: playlists and the like are not among the formats, and
 * nothing is fetched.
 */
const SAFE_INPUT = [
  ...['-hide_banner', '-nostdin', '-protocol_whitelist', 'file,pipe', '-format_whitelist'],
  'mov,matroska,ogg,mp3,wav,flac,aac,amr,aiff,caf,avi,asf,flv,mpegts,mpeg,mpegvideo,gif',
];

let idle = availableParallelism();
const waiting: (() => void)[] = [];

/**
 * Runs ffmpeg on a file, as many at once as there are processors.
 *
 * @param signal ends it
 * @param read gets what it writes to `pipe:1`
 * @returns what it reports of its input and its work
 * @throws FfmpegMissing, FfmpegFailed
 */
export async function ffmpeg(
  input: string,
  output: string[],
  signal: AbortSignal,
  read: (chunk: Buffer) => void = () => {},
): Promise<string> {
  if (idle === 0) await new Promise<void>((resolve) => waiting.push(resolve));
  else idle -= 1;
  try {
    return await run([...SAFE_INPUT, '-i', `file:${input}`, ...output], signal, read);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else idle += 1;
  }
}

function run(args: string[], signal: AbortSignal, read: (chunk: Buffer) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
    const child = spawn('ffmpeg', args, { stdio, signal, killSignal: 'SIGKILL' });
    let report = '';
    child.stdout.on('data', read);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (report.length < REPORT_CHARS) report += text;
    });
    child.once('error', (error) =>
      reject(signal.aborted ? tooSlow() : new FfmpegMissing(error.message, { cause: error })),
    );
    child.once('close', (code) => {
      if (code === 0) resolve(report);
      else reject(new FfmpegFailed(lastLine(report)));
    });
  });
}

const tooSlow = () => new FfmpegFailed('It took too long');

function lastLine(report: string): string {
  return report.trim().split('\n').at(-1) ?? 'ffmpeg failed';
}
