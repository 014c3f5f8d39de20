import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** Small media of many formats, made as they are asked for. */
export interface Samples {
  folder: string;
  /** A picture, on the left half transparent if the format knows that. Gives its path. */
  image(format: 'png' | 'jpeg' | 'webp' | 'gif', width: number, height: number): Promise<string>;
  /** Three frames of 40 × 20 pixels. */
  animation(format: 'gif' | 'webp'): Promise<string>;
  /** Two seconds, the second one louder. */
  tone(extension: 'wav' | 'mp3' | 'ogg' | 'm4a'): string;
  /** One second of 64 × 48 pixels. */
  video(): string;
  /** A new folder in the folder. */
  empty(): string;
  remove(): void;
}

let made = 0;

export function createSamples(): Samples {
  const folder = mkdtempSync(join(tmpdir(), 'zapgate-samples-'));
  const next = (extension: string) => join(folder, `${++made}.${extension}`);
  return {
    folder,
    async image(format, width, height) {
      const path = next(format);
      const right = {
        create: { width: Math.ceil(width / 2), height, channels: 4, background: 'red' },
      } as const;
      await canvas(width, height)
        .composite([{ input: await sharp(right).png().toBuffer(), gravity: 'east' }])
        .toFormat(format)
        .toFile(path);
      return path;
    },
    async animation(format) {
      const path = next(format);
      const frames = ['red', 'green', 'blue'].map((background) =>
        sharp({ create: { width: 40, height: 20, channels: 4, background } })
          .png()
          .toBuffer(),
      );
      await sharp(await Promise.all(frames), { join: { animated: true } })
        .toFormat(format)
        .toFile(path);
      return path;
    },
    tone(extension) {
      const codec = extension === 'ogg' ? ['-c:a', 'libopus'] : [];
      const louder = 'sine=frequency=440:duration=2,volume=if(lt(t\\,1)\\,0.1\\,1):eval=frame';
      return ffmpeg(next(extension), [louder], codec);
    },
    video: () => ffmpeg(next('mp4'), ['testsrc=size=64x48:duration=1'], ['-pix_fmt', 'yuv420p']),
    empty() {
      const path = next('folder');
      mkdirSync(path);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function canvas(width: number, height: number) {
  return sharp({ create: { width, height, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
}

function ffmpeg(path: string, [source = '']: string[], options: string[]): string {
  const args = ['-v', 'error', '-f', 'lavfi', '-i', source, ...options, path];
  execFileSync('ffmpeg', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return path;
}

/** Runs `use` as on a machine without ffmpeg. */
export async function withoutFfmpeg(use: () => Promise<void>): Promise<void> {
  const { PATH } = process.env;
  process.env.PATH = '/nowhere';
  try {
    await use();
  } finally {
    process.env.PATH = PATH;
  }
}
