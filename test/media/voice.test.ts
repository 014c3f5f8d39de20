import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sniff } from '../../server/media/mime.ts';
import { oggOpusSeconds } from '../../server/media/ogg-opus.ts';
import { inspectVideo } from '../../server/media/video.ts';
import { prepareVoice, toMp4 } from '../../server/media/voice.ts';
import { createWaveformMeter } from '../../server/media/waveform.ts';
import { createSamples, withoutFfmpeg } from './samples.ts';

/** It never comes. */
const { signal } = new AbortController();
const samples = createSamples();
after(() => samples.remove());

for (const extension of ['wav', 'mp3', 'm4a'] as const) {
  test(`${extension} becomes Ogg with Opus, with its length and its waveform`, async () => {
    const voice = await prepareVoice(samples.tone(extension), samples.empty(), signal);
    assert.equal(voice.seconds, 2);
    assert.equal(await sniff(voice.path), 'audio/ogg; codecs=opus');
    assert.equal(voice.waveform?.length, 64);
    const [early = 0, late = 0] = [voice.waveform?.[10], voice.waveform?.[50]];
    assert.ok(early < 30 && late > 70, `${early} is quiet, ${late} is loud`);
  });
}

test('the sound of a video becomes a voice note too, if it has any', async () => {
  await assert.rejects(prepareVoice(samples.video(), samples.empty(), signal), { status: 400 });
});

test('Ogg with Opus is taken as it is', async () => {
  const path = samples.tone('ogg');
  const voice = await prepareVoice(path, samples.empty(), signal);
  assert.partialDeepStrictEqual(voice, { path, seconds: 2 });
  assert.equal(voice.waveform?.length, 64);
});

test('Ogg with Opus needs no ffmpeg; other audio says how to install it', async () => {
  const [ogg, mp3] = [samples.tone('ogg'), samples.tone('mp3')];
  await withoutFfmpeg(async () => {
    const voice = await prepareVoice(ogg, samples.empty(), signal);
    assert.deepEqual(voice, { path: ogg, seconds: 2, waveform: undefined });
    const missing = { status: 400, message: /^Error: ffmpeg is not installed.*apt-get install ffmpeg/ };
    await assert.rejects(prepareVoice(mp3, samples.empty(), signal), missing);
    await assert.rejects(toMp4(mp3, samples.empty(), signal), missing);
  });
});

test('what is no audio is 400', async () => {
  await assert.rejects(prepareVoice(import.meta.filename, samples.empty(), signal), {
    status: 400,
    message: /^Error: The media is not audio/,
  });
});

test('a playlist opens no other file', async () => {
  const playlist = join(samples.folder, 'list.m3u8');
  const entries = `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:${samples.tone('mp3')}\n#EXT-X-ENDLIST\n`;
  writeFileSync(playlist, entries);
  await assert.rejects(prepareVoice(playlist, samples.empty(), signal), { status: 400 });
});

test('audio becomes MP4', async () => {
  const mp4 = await toMp4(samples.tone('ogg'), samples.empty(), signal);
  assert.match((await sniff(mp4)) ?? '', /mp4|m4a/);
});

test('a file that is no Ogg has no length in Opus', async () => {
  assert.equal(await oggOpusSeconds(import.meta.filename), undefined);
  assert.equal(await oggOpusSeconds(samples.tone('wav')), undefined);
});

test('a waveform does not depend on how its samples are cut', () => {
  const samplesOf = (loudness: number) => new Int16Array(4_000).fill(loudness);
  const pcm = Buffer.concat([10, 100, 50].map((loudness) => Buffer.from(samplesOf(loudness).buffer)));
  const [whole, cut] = [createWaveformMeter(), createWaveformMeter()];
  whole.read(pcm);
  for (let at = 0; at < pcm.length; at += 777) cut.read(pcm.subarray(at, at + 777));
  assert.deepEqual(cut.waveform(), whole.waveform());
  assert.deepEqual([whole.waveform()[0], whole.waveform()[32], whole.waveform()[63]], [10, 100, 50]);
  assert.deepEqual(createWaveformMeter().waveform(), new Uint8Array(64));
});

test('a video has a length, a size and a thumbnail', async () => {
  const facts = await inspectVideo(samples.video(), signal);
  assert.partialDeepStrictEqual(facts, { seconds: 1, width: 64, height: 48 });
  assert.deepEqual([...(facts.jpegThumbnail?.subarray(0, 2) ?? [])], [0xff, 0xd8]);
});

test('without ffmpeg, or of no video, nothing is known', async () => {
  const video = samples.video();
  await withoutFfmpeg(async () => assert.deepEqual(await inspectVideo(video, signal), {}));
  assert.deepEqual(await inspectVideo(import.meta.filename, signal), {});
});

test('what takes too long is ended', async () => {
  const late = prepareVoice(samples.tone('mp3'), samples.empty(), AbortSignal.abort());
  await assert.rejects(late, { status: 400, message: /It took too long$/ });
});
