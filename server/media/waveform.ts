/** The bars that WhatsApp draws of a voice note. */
const BARS = 64;
/** The value of the highest bar. */
const HIGHEST = 100;

/** Samples that are summed up as they come: a hundredth of a second at 8 kHz. */
const BLOCK = 80;
const BYTES_PER_SAMPLE = 2;

/** Draws a waveform from 16-bit little-endian mono PCM, however it is cut into chunks. */
export interface WaveformMeter {
  read(chunk: Buffer): void;
  /** One byte a bar, 0 to 100. */
  waveform(): Uint8Array;
}

export function createWaveformMeter(): WaveformMeter {
  const blocks: number[] = [];
  let sum = 0;
  let samples = 0;
  let rest = Buffer.alloc(0);
  return {
    read(chunk) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const end = bytes.length - (bytes.length % BYTES_PER_SAMPLE);
      for (let at = 0; at < end; at += BYTES_PER_SAMPLE) {
        sum += Math.abs(bytes.readInt16LE(at));
        samples += 1;
        if (samples % BLOCK === 0) {
          blocks.push(sum / BLOCK);
          sum = 0;
        }
      }
      rest = Buffer.from(bytes.subarray(end));
    },
    waveform: () => bars(blocks),
  };
}

function bars(blocks: number[]): Uint8Array {
  const means = Array.from({ length: BARS }, (_, bar) => {
    const start = Math.floor((bar * blocks.length) / BARS);
    const part = blocks.slice(start, Math.max(start + 1, Math.floor(((bar + 1) * blocks.length) / BARS)));
    return part.reduce((total, value) => total + value, 0) / Math.max(1, part.length);
  });
  const loudest = Math.max(...means, 1);
  return Uint8Array.from(means, (mean) => Math.floor((mean / loudest) * HIGHEST));
}
