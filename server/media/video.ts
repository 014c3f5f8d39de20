import { FfmpegFailed, FfmpegMissing, ffmpeg } from './ffmpeg.ts';
import { jpegThumbnail } from './image.ts';

/** What is known of a video. Nothing, where ffmpeg is missing: WhatsApp shows the video all the same. */
export interface VideoFacts {
  seconds?: number;
  /** Pixels. */
  width?: number;
  height?: number;
  jpegThumbnail?: Buffer;
}

const FIRST_FRAME = ['-frames:v', '1', '-an', '-f', 'image2pipe', '-c:v', 'mjpeg', 'pipe:1'];

export async function inspectVideo(path: string, signal: AbortSignal): Promise<VideoFacts> {
  const frame: Buffer[] = [];
  try {
    const report = await ffmpeg(path, FIRST_FRAME, signal, (chunk) => frame.push(chunk));
    return { ...factsIn(report), jpegThumbnail: await jpegThumbnail(Buffer.concat(frame)) };
  } catch (error) {
    if (error instanceof FfmpegMissing || error instanceof FfmpegFailed) return {};
    throw error;
  }
}

/** As ffmpeg reports its input: `Duration: 00:01:02.50`, `Stream #0:0: Video: h264, yuv420p, 640x360, …`. */
export function factsIn(report: string): Omit<VideoFacts, 'jpegThumbnail'> {
  const [, hours, minutes, rest] = /Duration: (\d+):(\d+):([\d.]+)/.exec(report) ?? [];
  const [, width, height] = /Video: .*? (\d{2,5})x(\d{2,5})/.exec(report) ?? [];
  return {
    ...(rest && {
      seconds: Math.max(1, Math.round(Number(hours) * 3600 + Number(minutes) * 60 + Number(rest))),
    }),
    ...(width && height && { width: Number(width), height: Number(height) }),
  };
}
