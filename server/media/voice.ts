import { join } from 'node:path';
import { badRequest } from '../errors.ts';
import { FfmpegFailed, FfmpegMissing, ffmpeg } from './ffmpeg.ts';
import { oggOpusSeconds } from './ogg-opus.ts';
import { createWaveformMeter } from './waveform.ts';

/** Audio as WhatsApp records it itself. */
export interface VoiceNote {
  path: string;
  seconds: number;
  /** 64 bytes of 0 to 100; undefined where ffmpeg is missing. */
  waveform?: Uint8Array | undefined;
}

export const VOICE_MIMETYPE = 'audio/ogg; codecs=opus';

const AS_VOICE = [
  ...['-map', '0:a:0', '-ac', '1', '-ar', '48000', '-map_metadata', '-1'],
  ...['-c:a', 'libopus', '-b:a', '32k', '-application', 'voip', '-f', 'ogg'],
];
const AS_SAMPLES = ['-map', '0:a:0', '-ac', '1', '-ar', '8000', '-f', 's16le', 'pipe:1'];
const AS_MP4 = [
  '-map',
  '0:a:0',
  '-map_metadata',
  '-1',
  '-c:a',
  'aac',
  '-movflags',
  '+faststart',
  '-f',
  'mp4',
];

/**
 * Makes a voice note of any audio: Ogg with Opus, mono, 48 kHz. What is one already is taken as it is.
 *
 * @throws HttpError 400 for what is no audio, and where ffmpeg would be needed and is missing
 */
export async function prepareVoice(path: string, folder: string, signal: AbortSignal): Promise<VoiceNote> {
  const meter = createWaveformMeter();
  const seconds = await oggOpusSeconds(path);
  if (seconds !== undefined) {
    const drawn = await ffmpeg(path, AS_SAMPLES, signal, meter.read).then(meter.waveform, withoutFfmpeg);
    return { path, seconds, waveform: drawn };
  }
  const converted = join(folder, 'voice.ogg');
  await ffmpeg(path, [...AS_VOICE, converted, ...AS_SAMPLES], signal, meter.read).catch((error) =>
    explain(error, 'Error: The media is not audio that can be converted'),
  );
  return {
    path: converted,
    seconds: (await oggOpusSeconds(converted)) ?? 1,
    waveform: meter.waveform(),
  };
}

/**
 * Makes an MP4 of any audio, for players that know no Opus.
 *
 * @returns the path of the MP4
 * @throws HttpError 400 like `prepareVoice`
 */
export async function toMp4(path: string, folder: string, signal: AbortSignal): Promise<string> {
  const converted = join(folder, 'audio.mp4');
  await ffmpeg(path, [...AS_MP4, converted], signal).catch((error) =>
    explain(error, 'Failed to convert audio to MP4'),
  );
  return converted;
}

function withoutFfmpeg(error: unknown): undefined {
  if (!(error instanceof FfmpegMissing || error instanceof FfmpegFailed)) throw error;
}

function explain(error: unknown, failure: string): never {
  if (error instanceof FfmpegMissing) {
    throw badRequest(
      'Error: ffmpeg is not installed on the server, and only it can convert this audio. Install it ' +
        '(Debian, Ubuntu: apt-get install ffmpeg; Alpine: apk add ffmpeg; macOS: brew install ffmpeg), or ' +
        'send Ogg with Opus, or set "encoding" to false',
    );
  }
  if (error instanceof FfmpegFailed) throw badRequest(`${failure}: ${error.message}`);
  throw error;
}
